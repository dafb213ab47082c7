import type { Token } from '../layers.js'
import type { DraftMention, EntityState, Reading } from './draft.js'
import {
  clauseDepth,
  clauseHead,
  type GrammaticalRole,
  grammaticalRole,
  isGovernedBy,
  isUnparsed,
  pathLength,
} from './grammar.js'
import type { PronounKind } from './pronouns.js'

/** One antecedent a pronoun may have: an entity by its last mention before the pronoun. */
export interface Candidate {
  readonly entity: number
  readonly mention: DraftMention
  /** How many other candidates stand nearer. */
  readonly rank: number
  readonly cataphoric: boolean
  /** How many other candidates are more salient. */
  readonly salience: number
  /** How many candidates are known to have the pronoun's gender. */
  readonly sure: number
  /** How many of those who fit the pronoun's gender are more salient; -1 where this one does not fit. */
  readonly fitting: number
  /** How many of those stand nearer; -1 where this one does not fit. */
  readonly nearer: number
}

/** Classes of pronouns; each has weights of its own. */
export type PronounClass = 'person' | 'it' | 'they'

export function pronounClass(kind: PronounKind): PronounClass {
  return kind.gender === 'neutral' ? 'it' : kind.gender === 'plural' ? 'they' : 'person'
}

/**
 * Names of what speaks for or against a candidate. Plain strings, so that models stay readable; the ranker maps them to
 * weights once. Grammar comes from the parse where there is one and from position where there is none.
 */
export function pronounFeatures(
  pronoun: DraftMention,
  kind: PronounKind,
  candidate: Candidate,
  entities: readonly EntityState[],
  reading: Reading,
): string[] {
  const entity = entities[candidate.entity] as EntityState
  const { mention } = candidate
  const { tokens, quotes } = reading
  const out: string[] = []
  const own = grammaticalRole(reading, pronoun)
  const other = grammaticalRole(reading, mention)
  const distance = sentencesBetween(pronoun, mention, reading)
  const near = distance === 0 ? 'same' : distance === 1 ? 'last' : 'far'

  out.push(
    `gender=${genderFit(kind, entity)}`,
    `type=${entity.type}/${entity.plural ? 'pl' : 'sg'}/${entity.kept ? 'k' : 'd'}`,
  )
  out.push(`distance=${candidate.cataphoric ? 'cataphoric' : Math.min(distance, 5)}`)
  if (candidate.cataphoric) {
    const isOpening = pronoun.token - (reading.sentences[pronoun.sentence]?.firstToken ?? 0) < 6
    out.push(
      `cataphoric role=${other}`,
      `cataphoric ${isOpening ? 'opening' : 'inside'} role=${other}`,
      `cataphoric own=${own}`,
    )
  }
  out.push(`rank=${Math.min(candidate.rank, 5)}`, `near=${near} rank=${Math.min(candidate.rank, 3)}`)
  out.push(`role=${other}`, `near=${near} role=${other}`, `roles=${own}>${other}`, `near=${near} roles=${own}>${other}`)
  out.push(`count=${bucket(entity.count)}`, `form=${mention.form}`, `near=${near} form=${mention.form}`)
  out.push(`named=${entity.named}`)
  if (mention.form === 'name') out.push(`words=${Math.min(3, mention.parts?.words.length ?? 1)}`)
  if (mention.pronoun !== null && mention.pronoun.gender === kind.gender) out.push(`same-pronoun near=${near}`)
  if (mention.phrase !== null) out.push(`determiner=${mention.phrase.determiner}`)
  if (isFirstMention(pronoun, reading)) out.push(`opens near=${near} role=${other}`)
  if (mention.sentence > 0 && entity.first !== null && entity.first.sentence === 0) out.push('from-first-sentence')
  if (isOpener(mention, reading)) out.push(`candidate-opens near=${near}`)
  out.push(`quote=${quoteRelation(quotes[pronoun.token] ?? 0, quotes[mention.token] ?? 0)} near=${near}`)
  addSpeaking(out, pronoun, mention, near, reading)
  const p = reading.sentences[pronoun.sentence]?.paragraph
  const c = reading.sentences[mention.sentence]?.paragraph
  if (p !== c) out.push('other-paragraph')
  addProminence(out, pronoun, entity, reading)
  addDiscourse(out, pronoun, candidate, entity, near, own, reading)
  addSureness(out, kind, candidate, entity)
  if (distance === 0) addSyntax(out, pronoun, kind, mention, own, other, reading)
  addHeadMatch(out, pronoun, mention, tokens)
  addBetween(out, pronoun, mention, reading)
  return out
}

/** Places by salience, and what the entity was last as a subject. */
function addDiscourse(
  out: string[],
  pronoun: DraftMention,
  candidate: Candidate,
  entity: EntityState,
  near: string,
  own: GrammaticalRole,
  reading: Reading,
): void {
  const { tokens } = reading
  out.push(`salience=${Math.min(candidate.salience, 4)}`, `salience=${Math.min(candidate.salience, 2)} own=${own}`)
  if (candidate.salience <= 1) out.push('salience<=1')
  if (candidate.rank <= 1) out.push('rank<=1')
  if (entity.count >= 2) out.push('count>=2')
  if (!isUnparsed(tokens[candidate.mention.token] as Token)) {
    out.push(`depth=${clauseDepth(tokens, candidate.mention.token)} near=${near}`)
  }
  const { subject } = entity
  if (subject !== null && subject !== candidate.mention) {
    const back = sentencesBetween(pronoun, subject, reading)
    if (back <= 2) out.push(`was-subject=${back}`)
  }
}

/** How many candidates have the right gender for sure, and whether this is one. */
function addSureness(out: string[], kind: PronounKind, candidate: Candidate, entity: EntityState): void {
  const isSure = entity.gender === kind.gender
  if (entity.gender === 'unknown' && entity.leaning === null && entity.ending !== null) {
    out.push(entity.ending === kind.gender ? 'ending' : 'ending-away')
  }
  out.push(`sure=${isSure} of=${Math.min(3, candidate.sure)}`)
  if (candidate.fitting < 0) return
  out.push(`fitting=${Math.min(3, candidate.fitting)}`, `nearer=${Math.min(3, candidate.nearer)}`)
  if (candidate.fitting <= 1) out.push('fitting<=1')
  if (candidate.nearer <= 1) out.push('nearer<=1')
}

/** Whether the candidate speaks, and the pronoun too: reports go on with their speaker, and nobody says "he" of himself. */
function addSpeaking(
  out: string[],
  pronoun: DraftMention,
  mention: DraftMention,
  near: string,
  reading: Reading,
): void {
  if (!isSpeaking(mention, reading)) return
  out.push(`speaker near=${near}`)
  if ((reading.quotes[pronoun.token] ?? 0) > 0) out.push(`speaker quoted near=${near}`)
  else if (isSpeaking(pronoun, reading)) out.push(`speakers near=${near}`)
}

function isSpeaking(mention: DraftMention, reading: Reading): boolean {
  const { tokens } = reading
  const head = (tokens[mention.token] as Token).head
  if (head >= 0 && isReport(tokens[head])) return true
  return isReport(tokens[mention.endToken]) || isReport(tokens[mention.firstToken - 1])
}

function isReport(token: Token | undefined): boolean {
  return token !== undefined && token.pos === 'VERB' && REPORTS.has(token.lemma)
}

const REPORTS: ReadonlySet<string> = new Set(
  `say tell add note explain write tweet argue claim insist announce declare warn ask reply respond recall state continue suggest
  acknowledge admit deny describe call vow promise predict conclude stress testify post urge`.split(/\s+/),
)

/** Sentences from a mention to a later pronoun; wholly quoted ones do not count where neither is in a quotation. */
export function sentencesBetween(pronoun: DraftMention, mention: DraftMention, reading: Reading): number {
  const { quotes, told } = reading
  if (quotes[pronoun.token] !== 0 || quotes[mention.token] !== 0) return pronoun.sentence - mention.sentence
  const between = (told[pronoun.sentence] ?? 0) - (told[mention.sentence] ?? 0)
  return pronoun.sentence === mention.sentence ? 0 : Math.max(1, between)
}

/** How much the account is about the entity, and whether its name stands near behind the pronoun, where it would not be needed. */
function addProminence(out: string[], pronoun: DraftMention, entity: EntityState, reading: Reading): void {
  if (!entity.named) return
  out.push(`total=${bucket(entity.nameTokens.length)}`, `prominence=${Math.min(entity.prominence, 4)}`)
  const share = pronoun.gender === 'feminine' ? reading.feminineShare : 1 - reading.feminineShare
  const common = share >= 0.8 ? 'most' : share >= 0.5 ? 'many' : 'few'
  out.push(`pronouns=${common} prominence=${Math.min(entity.prominence, 2)} known=${entity.gender !== 'unknown'}`)
  const next = entity.nameTokens.find((token) => token > pronoun.token)
  if (next === undefined) return
  const sentence = (reading.tokens[next] as Token).sentence
  if (sentence === pronoun.sentence) out.push(next - pronoun.token < 8 ? 'named-soon' : 'named-later')
  else if (sentence === pronoun.sentence + 1) out.push('named-next')
}

function genderFit(kind: PronounKind, entity: EntityState): string {
  if (entity.type !== 'person' && entity.leaning === kind.gender) return 'leaning'
  if (entity.gender === 'unknown') {
    if (entity.leaning === null || kind.gender === 'neutral' || kind.gender === 'plural') return 'unknown'
    return entity.leaning === kind.gender ? 'leaning' : 'leaning-away'
  }
  if (kind.gender === 'neutral' || kind.gender === 'plural') return entity.gender
  return entity.gender === kind.gender ? 'same' : entity.gender
}

function bucket(count: number): string {
  return count <= 1 ? String(count) : count <= 2 ? '2' : count <= 4 ? '4' : count <= 8 ? '8' : 'many'
}

function quoteRelation(pronoun: number, candidate: number): string {
  if (pronoun === 0) return candidate === 0 ? 'none' : 'out-of'
  return candidate === pronoun ? 'same' : candidate === 0 ? 'into' : 'other'
}

/** Nothing but the pronoun's own clause opener stands before it in its sentence. */
function isFirstMention(pronoun: DraftMention, reading: Reading): boolean {
  return pronoun.token - (reading.sentences[pronoun.sentence]?.firstToken ?? 0) <= 1
}

function isOpener(mention: DraftMention, reading: Reading): boolean {
  return mention.firstToken - (reading.sentences[mention.sentence]?.firstToken ?? 0) <= 1
}

function addSyntax(
  out: string[],
  pronoun: DraftMention,
  kind: PronounKind,
  mention: DraftMention,
  own: GrammaticalRole,
  other: GrammaticalRole,
  reading: Reading,
): void {
  const { tokens } = reading
  const gap = Math.abs(pronoun.token - mention.token)
  out.push(`gap=${gap < 4 ? gap : gap < 8 ? '4' : gap < 15 ? '8' : 'far'}`)
  if (isUnparsed(tokens[pronoun.token] as Token) || isUnparsed(tokens[mention.token] as Token)) return
  const a = clauseHead(tokens, pronoun.token)
  const b = clauseHead(tokens, mention.token)
  const path = pathLength(tokens, pronoun.token, mention.token)
  out.push(`path=${path < 7 ? path : path < 10 ? '7' : 'far'}`)
  const form = kind.reflexive ? 'reflexive' : kind.possessive ? 'possessive' : 'plain'
  if (a === b && a >= 0) {
    out.push(`clause=same ${form} ${own}>${other}`)
    const argument = (index: number): boolean => (tokens[index] as Token).head === a
    if (argument(pronoun.token) && argument(mention.token)) out.push(`coarguments ${form}`)
  } else if (b >= 0 && a >= 0 && isGovernedBy(tokens, a, b)) {
    const relation = (tokens[a] as Token).relation
    out.push(`clause=inside ${other} ${relation}`, `clause=inside ${form} ${other}`)
  } else if (b >= 0 && a >= 0 && isGovernedBy(tokens, b, a)) out.push(`clause=outside ${form} ${other}`)
  else out.push(`clause=beside ${own}>${other}`)
  if (isGovernedBy(tokens, pronoun.token, mention.token)) out.push(`inside-phrase ${form}`, `inside-phrase ${own}`)
  if (isGovernedBy(tokens, mention.token, pronoun.token)) out.push(`phrase-inside ${form}`)
}

/** The words between two close mentions: "Roe and his", "Roe, her", "his friend Roe". */
function addBetween(out: string[], pronoun: DraftMention, mention: DraftMention, { tokens }: Reading): void {
  if (mention.sentence !== pronoun.sentence) return
  if (mention.endToken <= pronoun.token && pronoun.token - mention.endToken <= 3) {
    const words: string[] = []
    for (let i = mention.endToken; i < pronoun.token; i++) words.push((tokens[i] as Token).norm)
    out.push(`between=${words.join(' ')}`)
  } else if (mention.firstToken > pronoun.token && mention.firstToken - pronoun.token <= 6) {
    let isOwned = true
    for (let i = pronoun.token + 1; i < mention.firstToken; i++) {
      const { pos, norm } = tokens[i] as Token
      if (pos !== 'NOUN' && pos !== 'ADJ' && pos !== 'PROPN' && norm !== ',' && norm !== '-') isOwned = false
    }
    if (isOwned) out.push(mention.firstToken === pronoun.token + 1 ? 'owned beside' : 'owned')
  }
}

/** Same verb over both in two sentences: what was done is told on. */
function addHeadMatch(out: string[], pronoun: DraftMention, mention: DraftMention, tokens: readonly Token[]): void {
  const a = (tokens[pronoun.token] as Token).head
  const b = (tokens[mention.token] as Token).head
  if (a < 0 || b < 0 || a === b) return
  if ((tokens[a] as Token).lemma === (tokens[b] as Token).lemma) out.push('same-verb')
}

/** What speaks for the pronoun meaning nothing named: "it is clear that", "it rained". */
export function noneFeatures(pronoun: DraftMention, kind: PronounKind, reading: Reading): readonly string[] {
  const { tokens } = reading
  const out = ['none', `none own=${grammaticalRole(reading, pronoun)}`]
  if ((reading.quotes[pronoun.token] ?? 0) > 0) out.push('none quoted')
  if (kind.gender === 'neutral') {
    const next = tokens[pronoun.token + 1]
    const after = tokens[pronoun.token + 2]
    out.push(`none next=${next?.lemma ?? ''}`, `none next=${next?.pos ?? ''} ${after?.pos ?? ''}`)
    const before = tokens[pronoun.token - 1]
    out.push(`none before=${before?.pos ?? ''}`)
    if ((tokens[pronoun.token] as Token).relation.startsWith('expl')) out.push('none expletive')
    for (let i = pronoun.token + 2; i < Math.min(tokens.length, pronoun.token + 8); i++) {
      const token = tokens[i] as Token
      if (token.sentence !== pronoun.sentence) break
      if (token.norm === 'that' || token.norm === 'to') {
        out.push(`none then=${token.norm}`)
        break
      }
    }
  }
  return out
}
