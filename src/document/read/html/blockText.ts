/** As much of a DOM node as walking needs; the stage is compiled without browser types. */
export interface DomNode {
  readonly nodeType: number
  readonly nodeName: string
  readonly textContent: string | null
  readonly childNodes: ArrayLike<DomNode>
  getAttribute?(name: string): string | null
}

/** One paragraph of a page, with what tells furniture from text. */
export interface Block {
  readonly text: string
  /** How many of its characters stand in links. */
  readonly linked: number
  /** What the nearest enclosing element says it is by its class, id or role, e.g. `newsletter`; null for text. */
  readonly furniture: string | null
}

const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TBODY TD TH THEAD TR UL'.split(
    ' ',
  ),
)
const SKIPPED = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE BUTTON SVG IFRAME FORM INPUT SELECT TEXTAREA VIDEO AUDIO'.split(' '),
)

const TEXT_NODE = 3
const ELEMENT_NODE = 1
// Deeper than any real page; hostile nesting is cut here instead of overflowing the stack.
const DEEPEST = 400

/**
 * The text below a node as paragraphs, one per block element, white space folded.
 *
 * A DOM's own `textContent` glues blocks together; headings and list items become paragraphs of their own here. Captions, buttons,
 * scripts and forms are left out. Nesting beyond 400 levels is taken as plain text. `nameOf` says what an element is by its class. With
 * `captions` those are given too, named so.
 */
export function findBlocks(
  root: DomNode,
  nameOf: (element: DomNode) => string | null = () => null,
  { captions = false }: { readonly captions?: boolean } = {},
): readonly Block[] {
  const blocks: Block[] = []
  let current = ''
  let linked = 0
  let furniture: string | null = null
  const flush = (): void => {
    const text = current.replace(/[\s\u00a0]+/gu, ' ').trim()
    if (text !== '') blocks.push({ text, linked: Math.min(linked, text.length), furniture })
    current = ''
    linked = 0
  }
  const add = (text: string, inLink: boolean): void => {
    current += text
    if (inLink) linked += text.replace(/\s+/g, ' ').length
  }
  const walk = (node: DomNode, depth: number, inLink: boolean): void => {
    if (node.nodeType === TEXT_NODE) add(node.textContent ?? '', inLink)
    if (node.nodeType !== ELEMENT_NODE) return
    const name = node.nodeName.toUpperCase()
    const caption = name === 'FIGCAPTION'
    if (SKIPPED.has(name) || (caption && !captions)) return
    if (depth > DEEPEST) {
      add(node.textContent ?? '', inLink)
      return
    }
    const block = caption || BLOCKS.has(name)
    if (block || name === 'BR') flush()
    const outer = furniture
    if (block && furniture === null) furniture = caption ? 'caption' : nameOf(node)
    // Asked for once: linkedom makes the list anew each time.
    const children = node.childNodes
    for (let i = 0; i < children.length; i++) walk(children[i]!, depth + 1, inLink || name === 'A')
    if (block) flush()
    furniture = outer
  }
  const children = root.childNodes
  for (let i = 0; i < children.length; i++) walk(children[i]!, 0, false)
  flush()
  return blocks
}

/** The paragraphs of {@link findBlocks} as strings. */
export function blockText(root: DomNode): readonly string[] {
  return findBlocks(root).map((block) => block.text)
}
