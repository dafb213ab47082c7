import type { Frame, Mention, Token } from '../annotate/index.js'
import { type Document, getLayer } from '../document/index.js'
import { compareSpans, type Span } from '../text/index.js'
import { STOP_LEMMAS } from './clauseWords.js'
import type { Claim, ClaimParticipant } from './layers.js'
import type { Locator } from './locate.js'
import { type Clause, isVerb } from './splitClauses.js'

/** Look-ups into the layers of one document. */
export interface Locators {
  readonly mentions: Locator<Mention>
  readonly times: Locator<Span>
  readonly quantities: Locator<Span>
  readonly contents: Locator<Span & { readonly attribution: number }>
}

const NEGATIONS: ReadonlySet<string> = new Set([
  'not',
  "n't",
  'no',
  'never',
  'neither',
  'nor',
  'without',
  'none',
  'nobody',
])

/** A function that makes the claim of one clause. */
export function createClauseReader(
  document: Document,
  locators: Locators,
): (clause: Clause, sentence: number) => Claim {
  const tokens = getLayer(document, 'tokens')
  const frames = getLayer(document, 'frames')
  const frameOf = new Map(frames.map((frame) => [frame.predicate, frame]))
  return ({ tokens: own }, sentence) => {
    const [first, last] = trimMarks(tokens, own)
    const runs = runsOf(tokens, own)
    const within = (locator: Locator<Span>): number[] => [
      ...new Set(runs.flatMap((run) => locator.meeting(run.start, run.end))),
    ]
    const mentions = within(locators.mentions)
    const told = own.flatMap((i) => frameOf.get(i) ?? [])
    const main = mainFrame(told, frames)
    const predicate = main?.predicate ?? predicateOf(tokens, own)
    const attribution = attributionOf(runs, locators.contents)
    return {
      start: tokens[first]!.start,
      end: tokens[last]!.end,
      sentence,
      voice: attribution >= 0 ? 'attributed' : 'reporter',
      attribution,
      predicate: {
        lemma: tokens[predicate]!.lemma.toLowerCase(),
        span: { start: tokens[predicate]!.start, end: tokens[predicate]!.end },
      },
      negated: main?.negated ?? own.some((i) => NEGATIONS.has(tokens[i]!.norm)),
      modality: main?.modality ?? modalityOf(tokens, own, predicate),
      tense: main?.tense ?? tenseOf(tokens, own),
      background: isBackground(tokens, own),
      participants:
        told.length > 0
          ? participantsOf(tokens, told)
          : mentions.flatMap((index) => participantOf(tokens, locators.mentions.items[index]!, predicate)),
      times: within(locators.times),
      quantities: within(locators.quantities),
      entities: [...new Set(mentions.flatMap((index) => entitiesOf(locators.mentions.items[index]!)))],
      terms: own.flatMap((i) => {
        const { start: from, end: to, pos } = tokens[i]!
        // Names keep their capitals as lemmas; claims are matched whatever the case.
        const lemma = tokens[i]!.lemma.toLowerCase()
        return pos === 'PUNCT' || pos === 'SYM' || STOP_LEMMAS.has(lemma) ? [] : [{ lemma, start: from, end: to, pos }]
      }),
    }
  }
}

/** The frame that no other frame of the clause embeds; of several the first. */
function mainFrame(told: readonly Frame[], frames: readonly Frame[]): Frame | undefined {
  return told.find((frame) => frame.parent < 0 || !told.includes(frames[frame.parent]!)) ?? told[0]
}

/** Who and what takes part in any of the clause's events, each place and role once. */
function participantsOf(tokens: readonly Token[], told: readonly Frame[]): ClaimParticipant[] {
  const found = new Map<string, ClaimParticipant>()
  for (const { participants } of told) {
    for (const { start, end, role, entity, marker, token } of participants) {
      const head = tokens[token]?.lemma.toLowerCase() ?? ''
      found.set(`${start} ${end} ${role}`, { start, end, role, entity, head, marker })
    }
  }
  return [...found.values()].sort(compareSpans)
}

function entitiesOf(mention: Mention): readonly number[] {
  return mention.entity >= 0 ? [mention.entity] : mention.members
}

/** Leaves off commas, dashes and conjunctions at the edges; quotation marks stay so that a span reads as printed. */
function trimMarks(tokens: readonly Token[], indexes: readonly number[]): [number, number] {
  let first = 0
  let last = indexes.length - 1
  const drop = (index: number): boolean => /^[,;:—–-]$/.test(tokens[index]!.norm)
  while (first < last && (drop(indexes[first]!) || tokens[indexes[first]!]!.pos === 'CCONJ')) first++
  while (last > first && (drop(indexes[last]!) || tokens[indexes[last]!]!.pos === 'CCONJ')) last--
  return [indexes[first]!, indexes[last]!]
}

/** Runs of neighbouring tokens as spans. */
function runsOf(tokens: readonly Token[], indexes: readonly number[]): Span[] {
  const runs: { start: number; end: number }[] = []
  let before = -2
  for (const i of indexes) {
    if (i === before + 1) runs[runs.length - 1]!.end = tokens[i]!.end
    else runs.push({ start: tokens[i]!.start, end: tokens[i]!.end })
    before = i
  }
  return runs
}

/** The clause's main verb: its first full verb, else its first auxiliary, else its last noun. */
function predicateOf(tokens: readonly Token[], own: readonly number[]): number {
  return (
    own.find((i) => tokens[i]!.pos === 'VERB') ??
    own.find((i) => isVerb(tokens[i]!)) ??
    own.findLast((i) => tokens[i]!.pos === 'NOUN' || tokens[i]!.pos === 'PROPN') ??
    own[0]!
  )
}

function attributionOf(runs: readonly Span[], contents: Locators['contents']): number {
  let best = -1
  let least = Number.POSITIVE_INFINITY
  const length = runs.reduce((sum, run) => sum + run.end - run.start, 0)
  const shared = new Map<number, number>()
  const whole = new Map<number, number>()
  for (const run of runs) {
    for (const index of contents.meeting(run.start, run.end)) {
      const content = contents.items[index]!
      const common = Math.min(run.end, content.end) - Math.max(run.start, content.start)
      shared.set(content.attribution, (shared.get(content.attribution) ?? 0) + common)
      whole.set(content.attribution, (whole.get(content.attribution) ?? 0) + content.end - content.start)
    }
  }
  for (const [attribution, common] of shared) {
    if (common * 2 < length) continue
    const size = whole.get(attribution)!
    if (size < least) {
      least = size
      best = attribution
    }
  }
  return best
}

function modalityOf(tokens: readonly Token[], own: readonly number[], predicate: number): Claim['modality'] {
  for (const i of own) {
    if (i > predicate) break
    const { norm, pos } = tokens[i]!
    if (norm === 'if' || norm === 'unless') return 'conditional'
    if (pos !== 'AUX') continue
    if (norm === 'will' || norm === "'ll" || norm === 'wo') return 'future'
    if (norm === 'may' || norm === 'might' || norm === 'could' || norm === 'can') return 'possible'
    if (norm === 'should' || norm === 'must') return 'required'
    if (norm === 'would') return 'conditional'
  }
  return 'asserted'
}

function tenseOf(tokens: readonly Token[], own: readonly number[]): Claim['tense'] {
  for (const i of own) {
    const { tag, norm } = tokens[i]!
    if (norm === 'will' || norm === "'ll") return 'future'
    if (tag === 'VBD') return 'past'
    if (tag === 'VBZ' || tag === 'VBP') return 'present'
  }
  return 'none'
}

/** Past perfect tells of what came before the event. */
function isBackground(tokens: readonly Token[], own: readonly number[]): boolean {
  return own.some((i) => tokens[i]!.norm === 'had' && tokens[i]!.pos === 'AUX')
}

function participantOf(tokens: readonly Token[], mention: Mention, predicate: number): ClaimParticipant[] {
  if (mention.form === 'pronoun' && mention.entity < 0) return []
  const head = tokens[mention.token]
  return [
    {
      start: mention.start,
      end: mention.end,
      role: mention.token < predicate ? 'agent' : 'patient',
      entity: mention.entity,
      head: head?.lemma ?? '',
      marker: '',
    },
  ]
}
