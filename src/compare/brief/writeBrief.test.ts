import { describe, expect, it } from 'vitest'
import type { Sentence } from '../../annotate/index.js'
import type { Claim } from '../../claim/index.js'
import { createDocument, type Document, type DocumentId } from '../../document/index.js'
import type { ClaimRow, Conflict } from '../findings.js'
import type { BoostedTrees } from '../align/boostedTrees.js'
import { BRIEF_FEATURES, type BriefModel } from './gain.js'
import { writeBrief } from './writeBrief.js'

/** A model of one split of one figure: low below, high from there on. */
function split(name: string, threshold: number): BoostedTrees {
  const feature = [BRIEF_FEATURES.indexOf(name), -1, -1]
  return { features: BRIEF_FEATURES, base: 0, roots: [0], feature, value: [threshold, -2, 2], left: [1, 0, 0] }
}

// New matter that somebody would want to know.
const model: BriefModel = { summary: split('newWeight', 0.3), worth: split('newBest', 0.3) }

/** An account of one claim a sentence; sentences are parted by spaces behind their full stops. */
function account(id: string, ...sentences: readonly string[]): Document {
  const text = sentences.join(' ')
  let at = 0
  const spans = sentences.map((sentence) => {
    const start = at
    at += sentence.length + 1
    return { start, end: start + sentence.length }
  })
  return {
    ...createDocument({ id, text }),
    layers: {
      sentences: spans.map((span): Sentence => ({ ...span, firstToken: 0, endToken: 1, paragraph: 0, kind: 'text' })),
      claims: spans.map(
        ({ start, end }, sentence): Claim => ({
          start,
          end,
          sentence,
          voice: 'reporter',
          attribution: -1,
          predicate: { lemma: 'be', span: { start, end } },
          negated: false,
          modality: 'asserted',
          tense: 'past',
          background: false,
          participants: [],
          times: [],
          quantities: [],
          entities: [],
          terms: text
            .slice(start, end)
            .replaceAll('.', '')
            .split(' ')
            .filter((word) => word.length > 2)
            .map((lemma) => ({ lemma: lemma.toLowerCase(), start, end, pos: 'NOUN' })),
        }),
      ),
    },
  }
}

function row(id: string, importance: number, ...cells: ClaimRow['cells']): ClaimRow {
  return { id, cells, importance }
}

const a = account(
  'a',
  'A fire destroyed the old harbour mill of Tarn on Monday night.',
  'They say it began in the attic above the store.',
)
const b = account(
  'b',
  'The harbour mill of Tarn burned down on Monday.',
  'Nine horses were led out of their stables unhurt.',
)
const rows = [row('fire', 0.9, [0], [0]), row('horses', 0.7, null, [1]), row('attic', 0.1, [1], null)]

function texts(documents: readonly Document[], lines: ReturnType<typeof writeBrief>): string[] {
  return lines.map(({ evidence: { documentId, span } }) =>
    documents.find(({ id }) => id === documentId)!.text.slice(span.start, span.end),
  )
}

describe('writeBrief', () => {
  it('tells what matters in exact sentences, most important first, and leaves out details', () => {
    expect(texts([a, b], writeBrief(rows, [a, b], [], model))).toEqual([
      'A fire destroyed the old harbour mill of Tarn on Monday night.',
      'Nine horses were led out of their stables unhurt.',
    ])
  })

  it('prefers a telling that stands alone to one that leans on the text before', () => {
    const leaning = account('a', 'It burned down late on Monday night at the harbour.')
    const clear = account('b', 'The mill burned down late on Monday night in the harbour.')
    const lines = writeBrief([row('fire', 0.9, [0], [0])], [leaning, clear], [], model)
    expect(lines[0]?.evidence.documentId).toBe('b')
  })

  it('does not say the same words twice', () => {
    const copy = account('c', 'A fire destroyed the old harbour mill of Tarn on Monday night.')
    const lines = writeBrief([row('fire', 0.9, [0], null), row('again', 0.9, null, [0])], [a, copy], [], model)
    expect(texts([a, copy], lines)).toEqual(['A fire destroyed the old harbour mill of Tarn on Monday night.'])
  })

  it('names the conflicts that touch any telling of its rows', () => {
    const conflict: Conflict = {
      id: 'k1',
      kind: 'date',
      strength: 'tension',
      nature: 'conflict',
      subject: 'the fire',
      sides: [
        { value: 'x', documents: [b.id], evidence: [{ documentId: b.id, span: { start: 4, end: 11 } }] },
        { value: 'y', documents: ['c' as DocumentId], evidence: [] },
      ],
      within: null,
      rule: { id: 'test', inputs: {} },
      probability: 1,
    }
    const lines = writeBrief(rows, [a, b], [conflict], model)
    expect(lines.map((line) => line.conflicts)).toEqual([['k1'], []])
  })

  it('never has more than eight lines', () => {
    const names = 'abcdefghijkl'.split('')
    const many = account('a', ...names.map((x) => `The ${x}x${x} crew ${x}y${x} saved ${x}z${x} people at ${x}w${x}.`))
    const all = names.map((name, i) => row(name, 0.9, [i]))
    expect(writeBrief(all, [many], [], model)).toHaveLength(8)
  })

  it('has no line for no rows', () => {
    expect(writeBrief([], [a, b], [], model)).toEqual([])
  })
})
