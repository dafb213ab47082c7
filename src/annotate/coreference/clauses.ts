import type { Token } from '../layers.js'
import type { DraftMention, Reading } from './draft.js'
import { clauseHead, isGovernedBy, isUnparsed } from './grammar.js'

/** Subjects and objects by the token they hang on; -1 where it has none. */
export interface Arguments {
  readonly subjects: Int32Array
  readonly objects: Int32Array
}

/** First subject and first object of every token, by the parse; an agent is left to "by". Linear. */
export function findArguments(tokens: readonly Token[]): Arguments {
  const subjects = new Int32Array(tokens.length).fill(-1)
  const objects = new Int32Array(tokens.length).fill(-1)
  tokens.forEach(({ head, relation }, index) => {
    if (head < 0) return
    const list = relation.startsWith('nsubj') ? subjects : relation === 'obj' || relation === 'iobj' ? objects : null
    if (list !== null && list[head] === -1) list[head] = index
  })
  return { subjects, objects }
}

const RELATIVES: ReadonlySet<string> = new Set(['who', 'which', 'that'])

/**
 * Token that a verb is said of, also where its own clause leaves it out: "Roe left, taking …", "Roe wants to …", "asked Roe to …",
 * "Roe, who …"; -1 where the parse does not tell. At most 6 steps.
 */
export function understoodSubject(tokens: readonly Token[], { subjects, objects }: Arguments, verb: number): number {
  let at = verb
  for (let steps = 0; steps < 6 && at >= 0; steps++) {
    const { relation, head } = tokens[at] as Token
    const subject = subjects[at] as number
    if (subject >= 0) {
      const isRelative = relation.startsWith('acl') && RELATIVES.has((tokens[subject] as Token).norm)
      return isRelative ? head : subject
    }
    if (head < 0) return -1
    if (relation.startsWith('acl')) return head
    // "asked Roe to leave": Roe leaves; "promised to leave": who promised.
    if (relation === 'xcomp' && (objects[head] as number) >= 0) return objects[head] as number
    if (relation !== 'conj' && relation !== 'xcomp' && !relation.startsWith('advcl') && relation !== 'ccomp') return -1
    at = head
  }
  return -1
}

/** What a token of the pronoun's sentence does to the pronoun: a feature without its candidate. */
export interface ClauseLink {
  readonly token: number
  readonly label: string
}

/** Clauses climbed from a pronoun. */
const MOST_LEVELS = 4

/**
 * The subjects and objects of the clauses that a pronoun stands in, from its own outwards: `subject@0` is who does what the
 * pronoun's own clause says. A clause whose subject the pronoun is, or stands in, is left out. Nothing without a parse.
 */
export function findClauseLinks(reading: Reading, pronoun: DraftMention, form: string): readonly ClauseLink[] {
  const { tokens } = reading
  const links: ClauseLink[] = []
  const { token } = pronoun
  if (isUnparsed(tokens[token] as Token)) return links
  let verb = clauseHead(tokens, token)
  let path = ''
  for (let level = 0; level < MOST_LEVELS && verb >= 0; level++) {
    const subject = understoodSubject(tokens, reading.arguments, verb)
    const object = reading.arguments.objects[verb] as number
    const side = (index: number): string => (index > token ? 'after' : 'before')
    const isInside = (index: number): boolean => index === token || isGovernedBy(tokens, token, index)
    const where = path === '' ? '' : ` ${path}`
    if (subject >= 0 && !isInside(subject)) {
      links.push({ token: subject, label: `subject@${level} ${form} ${side(subject)}` })
      links.push({ token: subject, label: `subject@${level} ${form}${where}` })
    } else if (subject >= 0) path += 'own '
    if (object >= 0 && !isInside(object)) {
      links.push({ token: object, label: `object@${level} ${form} ${side(object)}` })
      links.push({ token: object, label: `object@${level} ${form}${where}` })
    }
    const { relation } = tokens[verb] as Token
    path = `${level === 0 ? path : ''}${relation}`
    verb = clauseHead(tokens, verb)
  }
  return links
}
