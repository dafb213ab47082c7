import type { Sentence, Token } from '../annotate/index.js'
import type { Clause } from './splitClauses.js'

/** Relations whose dependent heads a clause when it is a verb or has a subject of its own. */
const CLAUSAL: ReadonlySet<string> = new Set(['root', 'conj', 'ccomp', 'advcl', 'acl', 'parataxis', 'csubj'])

/** True when the sentence was parsed: some word hangs by a relation that tells something. */
export function isParsed(tokens: readonly Token[], sentence: Sentence): boolean {
  for (let i = sentence.firstToken; i < sentence.endToken; i++) {
    const { relation } = tokens[i]!
    if (relation !== 'root' && relation !== 'dep' && relation !== 'punct') return true
  }
  return false
}

/**
 * Splits a parsed sentence into clauses: each token goes to the nearest verb above it that heads a clause.
 *
 * A clause that `isThin` finds too small goes with the clause it hangs from; a thin main clause takes in the first clause that hangs
 * from it. Clauses come in reading order of their first tokens; every token is in exactly one. Linear but for the sorting.
 */
export function splitByTree(
  tokens: readonly Token[],
  sentence: Sentence,
  isThin: (indexes: readonly number[]) => boolean,
): readonly Clause[] {
  const drafts = groupByHead(tokens, sentence)
  const order = [...drafts.keys()].sort((x, y) => drafts[y]!.depth - drafts[x]!.depth || y - x)
  for (const n of order) {
    const draft = drafts[n]!
    if (draft.tokens.length === 0 || !isThin(draft.tokens)) continue
    // A damaged tree may have a clause hang from itself: it stays, so that no token is lost.
    if (draft.parent === n) continue
    if (draft.parent >= 0) moveInto(drafts, n, draft.parent)
    else {
      const child = drafts.findIndex((other, o) => o !== n && other.parent === n && other.tokens.length > 0)
      if (child >= 0) moveInto(drafts, child, n)
    }
  }
  return drafts
    .filter((draft) => draft.tokens.length > 0)
    .map((draft) => ({ tokens: draft.tokens.sort((x, y) => x - y) }))
    .sort((x, y) => x.tokens[0]! - y.tokens[0]!)
}

interface Draft {
  tokens: number[]
  /** Number of the clause it hangs from, -1 for the main one. */
  parent: number
  readonly depth: number
}

function moveInto(drafts: Draft[], from: number, into: number): void {
  drafts[into]!.tokens.push(...drafts[from]!.tokens)
  drafts[from]!.tokens = []
  for (const draft of drafts) if (draft.parent === from) draft.parent = into
}

function groupByHead(tokens: readonly Token[], { firstToken, endToken }: Sentence): Draft[] {
  const size = endToken - firstToken
  const subject = new Uint8Array(size)
  for (let i = firstToken; i < endToken; i++) {
    const { relation, head } = tokens[i]!
    if (head >= firstToken && head < endToken && (relation.startsWith('nsubj') || relation === 'cop')) {
      subject[head - firstToken] = 1
    }
  }
  const headOf = (i: number): number => {
    // A damaged tree must not loop: at most as many steps up as there are tokens.
    let at = i
    for (let step = 0; step < size; step++) {
      if (headsClause(tokens[at]!, subject[at - firstToken] === 1)) return at
      const next = tokens[at]!.head
      if (next < firstToken || next >= endToken) return at
      at = next
    }
    return at
  }
  const groups = new Map<number, number[]>()
  for (let i = firstToken; i < endToken; i++) {
    const head = headOf(i)
    const group = groups.get(head)
    if (group === undefined) groups.set(head, [i])
    else group.push(i)
  }
  const heads = [...groups.keys()]
  const number = new Map(heads.map((head, n) => [head, n]))
  const parents = heads.map((head) => {
    const above = tokens[head]!.head
    return above < firstToken || above >= endToken ? -1 : (number.get(headOf(above)) ?? -1)
  })
  return heads.map((head, n) => {
    let depth = 0
    for (let at = parents[n]!; at >= 0 && depth < heads.length; at = parents[at]!) depth++
    return { tokens: groups.get(head)!, parent: parents[n]!, depth }
  })
}

function headsClause({ head, relation, pos }: Token, hasSubject: boolean): boolean {
  if (head < 0) return true
  const colon = relation.indexOf(':')
  if (!CLAUSAL.has(colon < 0 ? relation : relation.slice(0, colon))) return false
  return pos === 'VERB' || pos === 'AUX' || hasSubject
}
