import type { Entity, Mention, Time } from '../annotate/index.js'
import { adoptQuotations } from './assemble/adoptQuotations.js'
import { completeSource } from './assemble/completeSource.js'
import { dropRivals } from './assemble/dropRivals.js'
import { type FoundAttribution, findAttributions } from './assemble/foundAttribution.js'
import { assembleAttributions, type RawAttribution } from './assemble/assembleAttributions.js'
import { assembleUnits } from './assemble/assembleUnits.js'
import { type JudgedQuotation, judgeQuotations } from './assemble/judgeQuotations.js'
import { nestSources } from './assemble/nestSources.js'
import { toSpans } from './assemble/spans.js'
import type { Children } from './cue/cueFeatures.js'
import type { Attribution } from './layers.js'
import type { AttributionModels } from './model/attributionModels.js'
import { findPosts } from './quotations/findPosts.js'
import { findSignature } from './quotations/findSignature.js'
import { isPointer } from './quotations/isPointer.js'
import { findTurns } from './quotations/findTurns.js'
import type { Reading } from './reading/reading.js'
import { viewCue } from './role/roleFeatures.js'
import { carrySpeaker, findInSentence, inferSource, readPronoun, type Said } from './speaker/carrySpeaker.js'
import { findAddressee } from './speaker/findAddressee.js'
import { findWordsOwner } from './speaker/ownWords.js'
import { findWhen } from './speaker/findWhen.js'
import { nameRepeated } from './speaker/repeatedWords.js'
import { describedBy, isPaper, isSpeech, NOBODY, resolveSpeaker, type Speaker } from './speaker/resolveSpeaker.js'
import { compareSpans, type Span } from '../text/index.js'

/** What finding the attributions of one account needs. */
export interface AccountView {
  readonly reading: Reading
  readonly children: Children
  readonly mentions: readonly Mention[]
  readonly entities: readonly Entity[]
  readonly times: readonly Time[]
}

// 0.3: a report within another is rarer in the training texts than it is here, where a paper is known to quote somebody.
const LEAST_INNER = 0.3

/** Every attribution of an account, in reading order. Linear in the text. */
export function findDocumentAttributions(account: AccountView, models: AttributionModels): readonly Attribution[] {
  const { reading, children } = account
  const candidates = nestSources(dropRivals(findAttributions(reading, children, models))).map((attribution) =>
    completeSource(reading, account.mentions, attribution),
  )
  const judged = judgeQuotations(reading, candidates, models.quotation).filter(
    ({ index }) => !isPointer(reading.text, reading.quotations[index]!.open),
  )
  const said = keepUtterances(reading, judged, models.quotationThreshold)
  const { found, utterances } = adoptQuotations(reading, candidates, said)
  const kept = (owner: number): boolean => found[owner]!.probability >= models.keepThreshold
  const units = assembleUnits(reading, found, utterances, kept)
  const raw = [...assembleAttributions(reading, found, units, kept)].sort((a, b) =>
    compareSpans(a.content[0]!, b.content[0]!),
  )
  const posts = [...findPosts(account), ...findTurns(account)]
  const all = [...completeAll(account, found, raw), ...posts].sort(compareSpans)
  return nameRepeated(reading.text, all)
}

/** The quotations that are somebody's words; one that takes up another shares its fate. */
function keepUtterances(
  reading: Reading,
  judged: readonly JudgedQuotation[],
  threshold: number,
): readonly JudgedQuotation[] {
  let before = false
  return judged.filter(({ index, probability }) => {
    before = reading.quotations[index]!.continues ? before || probability >= threshold : probability >= threshold
    return before
  })
}

function completeAll(
  account: AccountView,
  found: readonly FoundAttribution[],
  raw: readonly RawAttribution[],
): readonly Attribution[] {
  let said: Said = { quotation: null, report: null }
  return raw.map((attribution) => {
    const done = complete(account, found, attribution, said)
    if (done.speaker.name !== null) {
      const spoken = { end: done.end, speaker: done.speaker }
      if (attribution.kind !== 'indirect') said = { quotation: spoken, report: spoken }
      else if (done.speaker.entities.length > 0 && done.cue.length > 0) said = { ...said, report: spoken }
    }
    return done
  })
}

function complete(
  account: AccountView,
  found: readonly FoundAttribution[],
  raw: RawAttribution,
  said: Said,
): Attribution {
  const { reading, mentions, entities, times } = account
  const first = raw.content[0]!
  const owner = found[raw.owner] ?? null
  if (owner === null) {
    const bare = { cue: [], cueLemma: null, addressee: null, when: -1 }
    const signed = findSigned(account, raw)
    if (signed !== null) return toAttribution(raw, { ...bare, ...signed })
    const speaker = carrySpeaker(reading, mentions, entities, first, said) ?? NOBODY
    return toAttribution(raw, { ...bare, source: [], speaker })
  }
  const content = new Set(owner.content)
  const own = new Set([...owner.content, ...owner.source])
  const speaker =
    (raw.kind !== 'indirect' && findInner(account, found, owner, first)) || findSpeaker(account, owner, first, said)
  const cueTokens: number[] = []
  for (let i = owner.cue.start; i < owner.cue.end; i++) cueTokens.push(i)
  return toAttribution(raw, {
    cue: toSpans(reading, cueTokens),
    source: toSpans(reading, owner.source),
    cueLemma: lemmaOf(reading, owner),
    speaker,
    addressee: findAddressee(reading, mentions, owner.cue, (token) => own.has(token)),
    when: findWhen(reading, times, owner.cue, (token) => content.has(token)),
  })
}

/** Who signed a quotation set apart; null where nobody did. */
function findSigned(
  { reading, mentions, entities }: AccountView,
  { content }: RawAttribution,
): Pick<Attribution, 'source' | 'speaker'> | null {
  const last = content[content.length - 1]!
  const quotation = reading.quotations.find(({ start }) => start === last.start)
  const name = quotation?.closed === true ? findSignature(reading.text, quotation.open, quotation.close) : null
  if (name === null) return null
  const tokens: number[] = []
  reading.tokens.forEach(({ start, end }, i) => {
    if (start >= name.start && end <= name.end) tokens.push(i)
  })
  const speaker = resolveSpeaker(reading, mentions, entities, tokens)
  const words = reading.text.slice(name.start, name.end)
  return { source: [name], speaker: speaker.entities.length > 0 ? speaker : { entities: [], name: words } }
}

/**
 * Whom a paper quotes: in "Roe, according to the indictment, told Crane to “…”" the words are Roe's. Null where the source is no paper
 * or nothing inside the report tells who speaks.
 */
function findInner(
  { reading, mentions, entities }: AccountView,
  found: readonly FoundAttribution[],
  owner: FoundAttribution,
  { start }: Span,
): Speaker | null {
  if (!isPaper(reading, owner.source)) return null
  for (const other of found) {
    if (other === owner || other.source.length === 0 || other.probability < LEAST_INNER) continue
    if (!other.content.some((i) => reading.tokens[i]!.start <= start && reading.tokens[i]!.end > start)) continue
    const speaker = resolveSpeaker(reading, mentions, entities, other.source)
    if (speaker.entities.some((entity) => entities[entity]!.type === 'person')) return speaker
  }
  return null
}

function findSpeaker(
  { reading, children, mentions, entities }: AccountView,
  owner: FoundAttribution,
  words: Span,
  said: Said,
): Speaker {
  const own = findWordsOwner(reading, mentions, entities, words, false)
  if (own !== null) return { entities: [own], name: entities[own]!.name }
  if (owner.source.length === 0) {
    // "The meeting was described as …" names nobody; "…, adding that …" goes on with the subject of its sentence.
    if (viewCue(reading, owner.cue).passive === 1) return NOBODY
    if (isJoined(reading, owner, said)) return said.report!.speaker
    return inferSource(reading, children, mentions, entities, viewCue(reading, owner.cue).main) ?? NOBODY
  }
  const [pronoun, ...more] = owner.source
  if (pronoun !== undefined && more.length === 0) {
    const meant = readPronoun(reading, mentions, entities, pronoun, words.start, said, lemmaOf(reading, owner) ?? '')
    if (meant !== null) return meant
  }
  const isNobody = (speaker: Speaker): boolean =>
    isPersonal(reading, owner) && speaker.entities.some((entity) => entities[entity]!.type === 'organization')
  const source = describedBy(reading, children, owner.source, viewCue(reading, owner.cue).main) ?? owner.source
  const resolved = resolveSpeaker(reading, mentions, entities, source)
  // Coreference may take a body's name for a person's, but the speaker called "he" is no body.
  const named = isNobody(resolved) ? nameless(reading, owner) : resolved
  if (named.entities.length === 0 && isSpeech(reading, owner.source)) {
    // "For Roe, the message was clear: …".
    const told = findInSentence(reading, mentions, entities, reading.tokens[owner.source[0]!]!.start)
    if (told !== null) return { entities: [told], name: entities[told]!.name }
  }
  // A pronoun that could not be resolved most often means whoever spoke last.
  if (!isLoosePronoun(reading, owner, named)) return named
  const carried = carrySpeaker(reading, mentions, entities, words, said)
  return carried === null || isNobody(carried) ? named : carried
}

/** "Roe called it odd and said “…”": the last report of the sentence, and nothing but "and" before this cue. */
function isJoined(reading: Reading, { cue }: FoundAttribution, { report }: Said): boolean {
  const and = reading.tokens[cue.start - 1]
  if (report === null || (and?.norm !== 'and' && and?.norm !== 'but')) return false
  const sentence = reading.sentences[reading.sentence[cue.start]!]!
  return report.end > sentence.start && report.end <= and.start
}

function isPersonal(reading: Reading, owner: FoundAttribution): boolean {
  const norm = owner.source.length === 1 ? reading.tokens[owner.source[0]!]!.norm : ''
  return norm === 'he' || norm === 'she'
}

/** The source in its own words. */
function nameless({ text, tokens }: Reading, { source }: FoundAttribution): Speaker {
  const last = source[source.length - 1]!
  return { entities: [], name: text.slice(tokens[source[0]!]!.start, tokens[last]!.end) }
}

function isLoosePronoun(reading: Reading, owner: FoundAttribution, speaker: Speaker): boolean {
  if (speaker.entities.length > 0 || owner.source.length !== 1 || reading.quotation[owner.source[0]!]! >= 0)
    return false
  const { norm } = reading.tokens[owner.source[0]!]!
  return norm === 'he' || norm === 'she' || norm === 'they'
}

function lemmaOf(reading: Reading, owner: FoundAttribution): string {
  const { cue } = owner
  const norms = reading.tokens.slice(cue.start, cue.end).map((token) => token.norm)
  if (norms[0] === 'according') return 'according to'
  return reading.tokens[viewCue(reading, cue).main]!.lemma
}

function toAttribution(
  raw: RawAttribution,
  parts: {
    readonly cue: readonly Span[]
    readonly source: readonly Span[]
    readonly cueLemma: string | null
    readonly speaker: Speaker
    readonly addressee: Span | null
    readonly when: number
  },
): Attribution {
  const all = [...raw.content, ...parts.cue, ...parts.source]
  return {
    start: Math.min(...all.map(({ start }) => start)),
    end: Math.max(...all.map(({ end }) => end)),
    kind: raw.kind,
    content: raw.content,
    ...parts,
    probability: raw.probability,
  }
}
