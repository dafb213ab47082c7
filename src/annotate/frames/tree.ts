import type { Sentence, Token } from '../layers.js'
import { guessTree } from './guessTree.js'

/** The dependency trees of a document as columns over its tokens. */
export interface Tree {
  /** Head of each token; -1 for roots. */
  readonly head: Int32Array
  /** UD relation of each token to its head. */
  readonly relation: readonly string[]
  /** The relation without its subtype: `nsubj:pass` is `nsubj`. */
  readonly base: readonly string[]
  /** First child and next sibling of each token in reading order; -1 where none. */
  readonly child: Int32Array
  readonly next: Int32Array
}

/**
 * Makes the trees from the tokens' own heads; a sentence whose relations tell nothing gets a shallow tree from its parts
 * of speech. Heads that leave the sentence or run in a circle are cut, so that every walk ends. Linear.
 */
export function createTree(tokens: readonly Token[], sentences: readonly Sentence[]): Tree {
  const head = new Int32Array(tokens.length).fill(-1)
  const relation = new Array<string>(tokens.length).fill('dep')
  for (const sentence of sentences) {
    if (isParsed(tokens, sentence)) {
      for (let index = sentence.firstToken; index < sentence.endToken; index++) {
        const to = tokens[index]!.head
        const inside = to >= sentence.firstToken && to < sentence.endToken && to !== index
        head[index] = inside ? to : -1
        relation[index] = tokens[index]!.relation
      }
    } else guessTree(tokens, sentence, head, relation)
    cutCircles(head, sentence)
  }
  const child = new Int32Array(tokens.length).fill(-1)
  const next = new Int32Array(tokens.length).fill(-1)
  for (let index = tokens.length - 1; index >= 0; index--) {
    const to = head[index]!
    if (to < 0) continue
    next[index] = child[to]!
    child[to] = index
  }
  return { head, relation, base: relation.map(cutSubtype), child, next }
}

/** True where some relation says more than "depends". */
function isParsed(tokens: readonly Token[], sentence: Sentence): boolean {
  for (let index = sentence.firstToken; index < sentence.endToken; index++) {
    const { relation } = tokens[index]!
    if (relation !== 'dep' && relation !== 'root' && relation !== 'punct' && relation !== '') return true
  }
  return false
}

function cutCircles(head: Int32Array, sentence: Sentence): void {
  const { firstToken } = sentence
  // 0 unseen, 1 on the walk, 2 known to reach a root.
  const state = new Uint8Array(sentence.endToken - firstToken)
  for (let index = firstToken; index < sentence.endToken; index++) {
    let at = index
    while (at >= 0 && state[at - firstToken] === 0) {
      state[at - firstToken] = 1
      at = head[at]!
    }
    if (at >= 0 && state[at - firstToken] === 1) head[at] = -1
    for (at = index; at >= 0 && state[at - firstToken] === 1; at = head[at]!) state[at - firstToken] = 2
  }
}

/** First child with the relation, or with the second or third; -1 where none. */
export function findChild(tree: Tree, token: number, one: string, two = one, three = one): number {
  for (let at = tree.child[token]!; at >= 0; at = tree.next[at]!) {
    const relation = tree.relation[at]!
    if (relation === one || relation === two || relation === three) return at
  }
  return -1
}

const bases = new Map<string, string>()

function cutSubtype(relation: string): string {
  const known = bases.get(relation)
  if (known !== undefined) return known
  const colon = relation.indexOf(':')
  const base = colon < 0 ? relation : relation.slice(0, colon)
  // Relations come from a closed set; a broken input must not fill the memory.
  if (bases.size < 500) bases.set(relation, base)
  return base
}
