/** As much of a DOM node as walking needs; the stage is compiled without browser types. */
export interface DomNode {
  readonly nodeType: number
  readonly nodeName: string
  readonly textContent: string | null
  readonly childNodes: ArrayLike<DomNode>
}

const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TBODY TD TH THEAD TR UL'.split(
    ' ',
  ),
)
const SKIPPED = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE FIGCAPTION BUTTON SVG IFRAME FORM INPUT SELECT TEXTAREA VIDEO AUDIO'.split(' '),
)

const TEXT_NODE = 3
const ELEMENT_NODE = 1
// Deeper than any real page; hostile nesting is cut here instead of overflowing the stack.
const DEEPEST = 400

/**
 * The text below a node as paragraphs, one per block element, white space folded.
 *
 * A DOM's own `textContent` glues blocks together; headings and list items become paragraphs of their own here. Captions, buttons,
 * scripts and forms are left out. Nesting beyond 400 levels is taken as plain text.
 */
export function blockText(root: DomNode): readonly string[] {
  const paragraphs: string[] = []
  let current = ''
  const flush = (): void => {
    const text = current.replace(/[\s\u00a0]+/gu, ' ').trim()
    if (text !== '') paragraphs.push(text)
    current = ''
  }
  const walk = (node: DomNode, depth: number): void => {
    if (node.nodeType === TEXT_NODE) {
      current += node.textContent ?? ''
      return
    }
    if (node.nodeType !== ELEMENT_NODE || SKIPPED.has(node.nodeName.toUpperCase())) return
    if (depth > DEEPEST) {
      current += node.textContent ?? ''
      return
    }
    const name = node.nodeName.toUpperCase()
    const block = BLOCKS.has(name)
    if (block || name === 'BR') flush()
    for (let i = 0; i < node.childNodes.length; i++) walk(node.childNodes[i]!, depth + 1)
    if (block) flush()
  }
  for (let i = 0; i < root.childNodes.length; i++) walk(root.childNodes[i]!, 0)
  flush()
  return paragraphs
}
