import type { Sentence, Token } from '../layers.js'
import { guessTree } from './guessTree.js'

/** The dependency trees of a document as columns over its tokens. */
export interface Tree {
  /** Head of each token; -1 for roots. */
  readonly head: Int32Array
  /** UD relation of each token to its head. */
  readonly relation: readonly string[]
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
  return { head, relation, child, next }
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
  const size = sentence.endToken - sentence.firstToken
  // 0 unseen, 1 on the walk, 2 known to reach a root.
  const state = new Uint8Array(size)
  for (let index = sentence.firstToken; index < sentence.endToken; index++) {
    const walk: number[] = []
    let at = index
    while (at >= 0 && state[at - sentence.firstToken] === 0) {
      state[at - sentence.firstToken] = 1
      walk.push(at)
      at = head[at]!
    }
    if (at >= 0 && state[at - sentence.firstToken] === 1) head[at] = -1
    for (const seen of walk) state[seen - sentence.firstToken] = 2
  }
}

/** First child with one of the relations; -1 where none. */
export function findChild(tree: Tree, token: number, ...relations: readonly string[]): number {
  for (let at = tree.child[token]!; at >= 0; at = tree.next[at]!) {
    if (relations.includes(tree.relation[at]!)) return at
  }
  return -1
}

/** Children in reading order. */
export function* childrenOf(tree: Tree, token: number): Generator<number> {
  for (let at = tree.child[token]!; at >= 0; at = tree.next[at]!) yield at
}

/** The relation without its subtype: `nsubj:pass` is `nsubj`. */
export function baseOf(relation: string): string {
  const colon = relation.indexOf(':')
  return colon < 0 ? relation : relation.slice(0, colon)
}
