import { parseHTML } from 'linkedom'

// The deepest of 130 real pages has 38 levels; what scores a page looks at every level for every block.
const DEEPEST = 100
// They have a node for each 22 to 200 characters, the small ones more; scoring takes a tenth of a millisecond for each.
const FREE_NODES = 5_000
const CHARACTERS_PER_NODE = 15

// Nothing in them is text, and the scorer parses each one anew.
const UNREAD = /^(?:noscript|template|style|svg)$/i

/** As much of a DOM as cutting needs. */
interface TreeNode {
  readonly nodeName: string
  readonly firstChild: TreeNode | null
  readonly nextSibling: TreeNode | null
  readonly parentNode: TreeNode | null
  textContent: string | null
  remove(): void
}

/** A parsed page. Each part of our reading asks it for as much as it needs, by a narrower type. */
export type Page = ReturnType<typeof parseHTML>['document']

/**
 * Parses a page or a fragment of one, with the bounds that later steps rely on: it has an `html` and a `body`, at most 100 levels (what is
 * deeper becomes text of the hundredth), a node for each 15 characters (beyond 5,000 the rest is left out), and no styles, drawings or templates.
 */
export function parsePage(content: string): Page {
  // linkedom builds no body for a bare fragment, and nothing at all where the words "<body" only stand in a comment.
  let { document } = /<body[\s>]/i.test(content) ? parseHTML(content) : wrapped(content)
  if ((document.documentElement as unknown) === null || document.documentElement.nodeName !== 'HTML')
    ({ document } = wrapped(content))
  // What stands behind </html> is no part of its element, but is scored too.
  let room = FREE_NODES + content.length / CHARACTERS_PER_NODE
  for (const root of [...document.childNodes] as unknown as readonly TreeNode[]) room -= bound(root, room)
  return document
}

function wrapped(content: string): ReturnType<typeof parseHTML> {
  return parseHTML(`<!doctype html><html><body>${content}</body></html>`)
}

/** Cuts one tree and gives the number of its nodes. Walks without recursion, for what it guards against is depth. */
function bound(root: TreeNode, mostNodes: number): number {
  let depth = 0
  let count = 0
  let node: TreeNode | null = root
  while (node !== null) {
    count++
    const current: TreeNode = node
    if (current !== root && (count > mostNodes || UNREAD.test(current.nodeName))) {
      while (node !== null && node !== root && node.nextSibling === null) {
        node = node.parentNode
        depth--
      }
      node = node === null || node === root ? null : node.nextSibling
      current.remove()
      continue
    }
    if (depth === DEEPEST && current.firstChild !== null) {
      const text = current.textContent ?? ''
      current.textContent = text
    } else if (current.firstChild !== null) {
      depth++
      node = current.firstChild
      continue
    }
    while (node !== null && node !== root && node.nextSibling === null) {
      node = node.parentNode
      depth--
    }
    node = node === null || node === root ? null : node.nextSibling
  }
  return count
}
