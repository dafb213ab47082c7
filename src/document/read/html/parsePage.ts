import { parseHTML } from 'linkedom'

// The deepest of 130 real pages has 38 levels; what scores a page looks at every level for every block.
const DEEPEST = 100
// The largest of them has 25,000 nodes; scoring takes seconds from a few hundred thousand on.
const MOST_NODES = 200_000

/** As much of a DOM as cutting needs. */
interface TreeNode {
  readonly nodeType: number
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
 * deeper becomes text of the hundredth) and at most 200,000 nodes (the rest is left out).
 */
export function parsePage(content: string): Page {
  // linkedom builds no body for a bare fragment, and nothing at all where the words "<body" only stand in a comment.
  let { document } = /<body[\s>]/i.test(content) ? parseHTML(content) : wrapped(content)
  if ((document.documentElement as unknown) === null || document.documentElement.nodeName !== 'HTML')
    ({ document } = wrapped(content))
  bound(document.documentElement as unknown as TreeNode)
  return document
}

function wrapped(content: string): ReturnType<typeof parseHTML> {
  return parseHTML(`<!doctype html><html><body>${content}</body></html>`)
}

/** Walks without recursion, for what it guards against is depth. */
function bound(root: TreeNode): void {
  let depth = 0
  let count = 0
  let node: TreeNode | null = root
  while (node !== null) {
    count++
    const current: TreeNode = node
    if (count > MOST_NODES) {
      node = following(current, root)
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
}

function following(node: TreeNode, root: TreeNode): TreeNode | null {
  for (let at: TreeNode | null = node; at !== null && at !== root; at = at.parentNode)
    if (at.nextSibling !== null) return at.nextSibling
  return null
}
