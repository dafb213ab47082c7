import type { Entity, Mention, Time } from '../annotate/index.js'
import { adoptQuotations } from './assemble/adoptQuotations.js'
import { completeSource } from './assemble/completeSource.js'
import { type FoundAttribution, findAttributions } from './assemble/foundAttribution.js'
import { assembleAttributions, type RawAttribution } from './assemble/assembleAttributions.js'
import { assembleUnits } from './assemble/assembleUnits.js'
import { type JudgedQuotation, judgeQuotations } from './assemble/judgeQuotations.js'
import { toSpans } from './assemble/spans.js'
import type { Children } from './cue/cueFeatures.js'
import type { Attribution } from './layers.js'
import type { AttributionModels } from './model/attributionModels.js'
import { findPosts } from './quotations/findPosts.js'
import type { Reading } from './reading/reading.js'
import { viewCue } from './role/roleFeatures.js'
import { carrySpeaker, inferSource, readPronoun, type Spoken } from './speaker/carrySpeaker.js'
import { findAddressee } from './speaker/findAddressee.js'
import { findWhen } from './speaker/findWhen.js'
import { NOBODY, resolveSpeaker, type Speaker } from './speaker/resolveSpeaker.js'
import { compareSpans, type Span } from '../text/index.js'

/** What finding the attributions of one account needs. */
export interface AccountView {
  readonly reading: Reading
  readonly children: Children
  readonly mentions: readonly Mention[]
  readonly entities: readonly Entity[]
  readonly times: readonly Time[]
}

/** Every attribution of an account, in reading order. Linear in the text. */
export function findDocumentAttributions(account: AccountView, models: AttributionModels): readonly Attribution[] {
  const { reading, children } = account
  const candidates = findAttributions(reading, children, models).map((attribution) =>
    completeSource(reading, account.mentions, attribution),
  )
  const judged = judgeQuotations(reading, candidates, models.quotation)
  const said = keepUtterances(reading, judged, models.quotationThreshold)
  const { found, utterances } = adoptQuotations(reading, candidates, said)
  const kept = (owner: number): boolean => found[owner]!.probability >= models.keepThreshold
  const units = assembleUnits(reading, found, utterances, kept)
  const raw = [...assembleAttributions(reading, found, units, kept)].sort((a, b) =>
    compareSpans(a.content[0]!, b.content[0]!),
  )
  const posts = findPosts(account)
  return [...completeAll(account, found, raw), ...posts].sort(compareSpans)
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
  let last: Spoken | null = null
  return raw.map((attribution) => {
    const done = complete(account, found[attribution.owner] ?? null, attribution, last)
    if (attribution.kind !== 'indirect' && done.speaker.name !== null) {
      last = { end: done.end, speaker: done.speaker }
    }
    return done
  })
}

function complete(
  account: AccountView,
  owner: FoundAttribution | null,
  raw: RawAttribution,
  last: Spoken | null,
): Attribution {
  const { reading, mentions, entities, times } = account
  const first = raw.content[0]!
  if (owner === null) {
    const speaker = carrySpeaker(reading, mentions, entities, first.start, last) ?? NOBODY
    return toAttribution(raw, { cue: [], source: [], cueLemma: null, speaker, addressee: null, when: -1 })
  }
  const content = new Set(owner.content)
  const own = new Set([...owner.content, ...owner.source])
  const speaker = findSpeaker(account, owner, first.start, last)
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

function findSpeaker(
  { reading, children, mentions, entities }: AccountView,
  owner: FoundAttribution,
  start: number,
  last: Spoken | null,
): Speaker {
  if (owner.source.length === 0) {
    // "The meeting was described as …" names nobody; "…, adding that …" goes on with the subject of its sentence.
    if (viewCue(reading, owner.cue).passive === 1) return NOBODY
    return inferSource(reading, children, mentions, entities, viewCue(reading, owner.cue).main) ?? NOBODY
  }
  const [pronoun, ...more] = owner.source
  if (pronoun !== undefined && more.length === 0) {
    const meant = readPronoun(reading, mentions, entities, pronoun, start, last)
    if (meant !== null) return meant
  }
  const named = resolveSpeaker(reading, mentions, entities, owner.source)
  // A pronoun that could not be resolved most often means whoever spoke last.
  if (!isLoosePronoun(reading, owner, named)) return named
  return carrySpeaker(reading, mentions, entities, start, last) ?? named
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
