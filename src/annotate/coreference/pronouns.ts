/** What a pronoun's form tells of what it means. */
export interface PronounKind {
  readonly gender: 'feminine' | 'masculine' | 'neutral' | 'plural'
  readonly reflexive: boolean
  /** `her book`, `his`: stands before a noun and may mean the subject of its own clause. */
  readonly possessive: boolean
  readonly subject: boolean
}

const kind = (gender: PronounKind['gender'], form: 'subject' | 'object' | 'possessive' | 'reflexive'): PronounKind => ({
  gender,
  reflexive: form === 'reflexive',
  possessive: form === 'possessive',
  subject: form === 'subject',
})

const PRONOUNS: ReadonlyMap<string, PronounKind> = new Map([
  ['he', kind('masculine', 'subject')],
  ['him', kind('masculine', 'object')],
  ['his', kind('masculine', 'possessive')],
  ['himself', kind('masculine', 'reflexive')],
  ['she', kind('feminine', 'subject')],
  ['her', kind('feminine', 'object')],
  ['hers', kind('feminine', 'object')],
  ['herself', kind('feminine', 'reflexive')],
  ['it', kind('neutral', 'subject')],
  ['its', kind('neutral', 'possessive')],
  ['itself', kind('neutral', 'reflexive')],
  ['they', kind('plural', 'subject')],
  ['them', kind('plural', 'object')],
  ['their', kind('plural', 'possessive')],
  ['theirs', kind('plural', 'object')],
  ['themselves', kind('plural', 'reflexive')],
])

/** The pronoun of a lower-case word; null for other words, first and second person among them. */
export function pronounKind(norm: string): PronounKind | null {
  return PRONOUNS.get(norm) ?? null
}
