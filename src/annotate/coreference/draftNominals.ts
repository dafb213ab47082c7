import type { EntityType, Token } from '../layers.js'
import type { DraftMention, Reading } from './draft.js'
import type { Phrase } from './findPhrases.js'
import { type Description, describePhrase } from './resolveNominal.js'

/** Drafts of descriptions and of the things that pronouns may mean instead, with what each description says. */
export interface Nominals {
  readonly drafts: readonly DraftMention[]
  readonly descriptions: ReadonlyMap<DraftMention, Description>
}

/** Nouns of time and amount: no pronoun means them. */
const TIMES: ReadonlySet<string> = new Set(
  `day week month year hour minute second morning afternoon evening night today tomorrow yesterday monday tuesday wednesday
  thursday friday saturday sunday january february march april may june july august september october november december
  percent cent lot time`.split(/\s+/),
)

/**
 * Descriptions among the phrases: those whose head is not part of a name nor of a title before one. Phrases about things are
 * drafted too, without a description, so that "it" can mean what has no name.
 */
export function draftNominals(
  reading: Reading,
  phrases: readonly Phrase[],
  names: readonly DraftMention[],
  titles: readonly { readonly firstToken: number; readonly endToken: number }[],
): Nominals {
  const taken = new Uint8Array(reading.tokens.length)
  for (const { firstToken, endToken } of [...names, ...titles]) taken.fill(1, firstToken, endToken)
  const starting = new Map(phrases.map((phrase) => [phrase.firstToken, phrase]))
  const drafts: DraftMention[] = []
  const descriptions = new Map<DraftMention, Description>()
  for (const phrase of phrases) {
    if (taken[phrase.head] === 1 || TIMES.has(phrase.noun)) continue
    const end = complementEnd(reading, phrase, starting)
    const description = describePhrase(reading, phrase, end)
    if (phrase.noun === 'head' && (phrase.plural || end === phrase.endToken)) continue
    // Bare singulars are titles and predicates ("was elected president"), and so is what follows "as".
    if (phrase.determiner === 'bare' && !phrase.plural && description?.kind !== 'people') continue
    if (reading.tokens[phrase.firstToken - 1]?.norm === 'as' && phrase.determiner === 'indefinite') continue
    const draft = draftNominal(reading, phrase, description, description === null ? phrase.endToken : end)
    drafts.push(draft)
    if (description !== null) descriptions.set(draft, description)
  }
  return { drafts, descriptions }
}

/** The phrase with "of …" after it: "the mayor of Brno". */
function complementEnd(reading: Reading, phrase: Phrase, starting: ReadonlyMap<number, Phrase>): number {
  const of = reading.tokens[phrase.endToken]
  if (of?.norm !== 'of') return phrase.endToken
  const inner = starting.get(phrase.endToken + 1)
  if (inner === undefined || of.sentence !== (reading.tokens[phrase.head] as Token).sentence) return phrase.endToken
  return inner.endToken
}

function draftNominal(
  reading: Reading,
  phrase: Phrase,
  description: Description | null,
  endToken: number,
): DraftMention {
  return {
    start: (reading.tokens[phrase.firstToken] as Token).start,
    end: (reading.tokens[endToken - 1] as Token).end,
    token: phrase.head,
    firstToken: phrase.firstToken,
    endToken,
    sentence: (reading.tokens[phrase.head] as Token).sentence,
    type: description?.kind === 'person' && phrase.plural ? 'group' : typeOf(description),
    form: 'nominal',
    parts: null,
    pronoun: null,
    phrase,
    gender: phrase.nounClass?.gender ?? null,
    entity: -1,
    probability: 0,
    members: [],
  }
}

function typeOf(description: Description | null): EntityType {
  switch (description?.kind) {
    case 'person':
      return 'person'
    case 'people':
      return ['police', 'authorities'].includes(description.noun) ? 'organization' : 'group'
    case 'body':
      return 'organization'
    case 'place':
      return 'place'
    default:
      return 'other'
  }
}
