import { SynopticError } from '../../text/index.js'
import type { Fingerprint } from '../copies/copyIndex.js'
import { EMPTY_VECTOR, type SparseVector } from '../reading/vector.js'
import { VIEWS, type Views } from '../reading/weighTerms.js'
import type { Reading } from '../score/features.js'
import type { Member, StoryId, ThreadLink } from '../story.js'
import type { OpenStory } from './openStory.js'
import type { PastStory } from './threadIndex.js'

export const STATE_FORMAT = 'synoptic-stories/2'

const MEANINGS = ['meaning', 'titleMeaning', 'leadMeaning'] as const

/** What a grouper holds. */
export interface SavedState {
  readonly model: string
  readonly clock: number
  readonly swept: number
  readonly stories: readonly OpenStory[]
  readonly past: readonly PastStory[]
}

interface Written {
  readonly format: string
  readonly model: string
  readonly clock: number | null
  readonly swept: number | null
  readonly stories: readonly {
    readonly id: StoryId
    readonly title: string
    readonly follows: ThreadLink | null
    readonly counted: string
    readonly members: readonly {
      readonly member: Member
      readonly day: number
      readonly dated: boolean
      readonly views: readonly string[]
      readonly meanings: readonly (string | null)[]
      readonly named: string
      readonly first: number | null
      readonly words: number
      readonly shingles: string
      readonly bound: number
    }[]
  }[]
  readonly past: readonly (Omit<PastStory, 'names' | 'body'> & { readonly names: string; readonly body: string })[]
}

/** Writes a state as JSON; vectors are packed as base64 of their little-endian bytes. */
export function saveState(state: SavedState): string {
  const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)
  const written: Written = {
    format: STATE_FORMAT,
    model: state.model,
    clock: finite(state.clock),
    swept: finite(state.swept),
    stories: state.stories.map(({ id, title, follows, counted, members }) => ({
      id,
      title,
      follows,
      counted: pack(counted),
      members: members.map(({ member, reading, print }) => ({
        member,
        day: reading.day,
        dated: reading.dated,
        views: VIEWS.map((view) => packVector(reading.views[view])),
        meanings: MEANINGS.map((name) => (reading[name] === null ? null : pack(reading[name]))),
        named: packVector(reading.named.days),
        first: reading.named.first,
        words: reading.words,
        shingles: pack(print.shingles),
        bound: print.bound,
      })),
    })),
    past: state.past.map((story) => ({ ...story, names: packVector(story.names), body: packVector(story.body) })),
  }
  return `${JSON.stringify(written)}\n`
}

/**
 * Reads what {@link saveState} wrote. Stories come without centres: the grouper computes them anew.
 *
 * @throws SynopticError `STATE_UNREADABLE` for anything else, or a state made with another model
 */
export function restoreState(text: string, model: string): SavedState {
  let written: Written
  try {
    written = JSON.parse(text) as Written
  } catch (cause) {
    throw unreadable('is no valid JSON', cause)
  }
  if (typeof written !== 'object' || written === null || written.format !== STATE_FORMAT)
    throw unreadable(`has format ${JSON.stringify(written?.format)}, this version reads "${STATE_FORMAT}"`)
  if (written.model !== model) throw unreadable(`was made with model ${written.model}, this version has ${model}`)
  try {
    return {
      model,
      clock: written.clock ?? -Infinity,
      swept: written.swept ?? -Infinity,
      stories: written.stories.map(readStory),
      past: written.past.map((story) => ({
        ...story,
        names: unpackVector(story.names),
        body: unpackVector(story.body),
      })),
    }
  } catch (cause) {
    throw unreadable('is damaged', cause)
  }
}

function readStory({ id, title, follows, counted, members }: Written['stories'][number]): OpenStory {
  const held = members.map(({ member, day, dated, views, meanings, named, first, words, shingles, bound }) => {
    const print: Fingerprint = { shingles: new Uint32Array(unpack(shingles)), bound }
    const read = Object.fromEntries(VIEWS.map((view, i) => [view, unpackVector(views[i]!)])) as unknown as Views
    const [meaning, titleMeaning, leadMeaning] = MEANINGS.map((_, i) =>
      meanings[i] === null ? null : new Float32Array(unpack(meanings[i]!)),
    ) as [Float32Array | null, Float32Array | null, Float32Array | null]
    const reading: Reading = {
      views: read,
      meaning,
      titleMeaning,
      leadMeaning,
      named: { days: unpackVector(named), first },
      shingles: print.shingles,
      words,
      day,
      dated,
    }
    return { member, print, reading }
  })
  if (held.length === 0) throw new Error(`story ${id} has no members`)
  return {
    id,
    title,
    follows,
    members: held,
    views: held[0]!.reading.views,
    compared: [],
    firstDay: 0,
    lastDay: 0,
    counted: new Uint32Array(unpack(counted)),
    open: true,
  }
}

function packVector({ terms, weights }: SparseVector): string {
  return terms.length === 0 ? '' : `${pack(terms)} ${pack(weights)}`
}

function unpackVector(text: string): SparseVector {
  if (text === '') return EMPTY_VECTOR
  const [terms, weights] = text.split(' ') as [string, string]
  return { terms: new Uint32Array(unpack(terms)), weights: new Float32Array(unpack(weights)) }
}

function pack(array: Uint32Array | Float32Array): string {
  return Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString('base64')
}

function unpack(text: string): ArrayBuffer {
  const bytes = Buffer.from(text, 'base64')
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
}

function unreadable(what: string, cause?: unknown): SynopticError {
  return new SynopticError('STATE_UNREADABLE', `the saved state ${what}: remove the file and group anew`, { cause })
}
