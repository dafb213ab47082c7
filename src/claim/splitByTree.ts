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
 * Clauses come in reading order of their first tokens; `parent` is the clause a clause hangs from, -1 for the first. Linear.
 */
export function splitByTree(tokens: readonly Token[], sentence: Sentence): readonly (Clause & { parent: number })[] {
  const { firstToken, endToken } = sentence
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
  return heads.map((head) => {
    const above = tokens[head]!.head
    const outside = above < firstToken || above >= endToken
    return { tokens: groups.get(head)!, parent: outside ? -1 : number.get(headOf(above))! }
  })
}

function headsClause(token: Token, hasSubject: boolean): boolean {
  if (token.head < 0) return true
  const colon = token.relation.indexOf(':')
  const base = colon < 0 ? token.relation : token.relation.slice(0, colon)
  if (!CLAUSAL.has(base)) return false
  if (token.pos === 'VERB' || token.pos === 'AUX') return true
  return hasSubject && base !== 'conj' ? true : hasSubject
}
