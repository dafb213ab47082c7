import { describe, expect, it } from 'vitest'
import { CLASSES, LABEL_COUNT } from '../../src/annotate/names/labels.js'
import { unpackLexicon } from '../../src/annotate/names/lexicon.js'
import { COLUMN_COUNT, COLUMNS, describeWord, FLAGS } from '../../src/annotate/names/wordColumns.js'
import { scoreTokens, trainCrf } from './crf.js'
import { indexFeatures, numberFeatures } from './encode.js'
import { encodeTags } from './labels.js'
import { packLexicon } from './packLexicon.js'
import { recaseTexts } from './recase.js'
import { createTallies, measure, tallySpans } from './score.js'
import { decodeAll } from './stages.js'
import { labelSpanned } from './texts.js'

const label = (part: string, name: string): number =>
  4 * CLASSES.findIndex((own) => own.startsWith(name)) + 'BIES'.indexOf(part) + 1

describe('encodeTags', () => {
  it.each([
    [
      'single and long names',
      'O B-Person B-Person I-Person O',
      [0, label('S', 'Per'), label('B', 'Per'), label('E', 'Per'), 0],
    ],
    ['a continuation of nothing opens a name', 'I-Location O', [label('S', 'Loc'), 0]],
    ['a change of class closes a name', 'B-Person I-Location', [label('S', 'Per'), label('S', 'Loc')]],
    ['unknown classes are outside', 'B-Planet I-Planet', [0, 0]],
  ])('%s', (_name, tags, expected) => {
    expect([...encodeTags(tags.split(' '))]).toEqual(expected)
  })
})

describe('labelSpanned', () => {
  it('lays spans over the tokens of the product', () => {
    const text = 'Ann Voss saw Lima.'
    const entities = [
      { start: 0, end: 8, type: 'Person' },
      { start: 13, end: 17, type: 'Location' },
    ] as const
    const { words, labels } = labelSpanned({ id: 'a', text, entities })
    expect(words).toEqual(['Ann', 'Voss', 'saw', 'Lima', '.'])
    expect([...labels]).toEqual([label('B', 'Per'), label('E', 'Per'), 0, label('S', 'Loc'), 0])
  })
})

describe('packLexicon', () => {
  const lexicon = unpackLexicon(
    packLexicon(
      [7, 9],
      [['lima', 1, 30]],
      [['Lima', 299]],
      [
        ['week', 2],
        ['said', 1],
      ],
    ),
  )
  const describeRow = (word: string): Int32Array => {
    const row = new Int32Array(COLUMN_COUNT)
    describeWord(word, lexicon, row, 0)
    return row
  }

  it('gives back clusters, kinds and classes, each one higher than stored', () => {
    const row = describeRow('Lima')
    expect([row[COLUMNS.fine], row[COLUMNS.coarse], row[COLUMNS.kinds], row[COLUMNS.caseClass]]).toEqual([
      2, 10, 31, 300,
    ])
  })

  it('gives zeros for a word that it does not know', () => {
    const row = describeRow('Quito')
    expect([row[COLUMNS.fine], row[COLUMNS.coarse], row[COLUMNS.kinds], row[COLUMNS.caseClass]]).toEqual([0, 0, 0, 0])
  })

  it('flags small words that are often or never inside names', () => {
    expect((describeRow('week')[COLUMNS.flags] as number) & FLAGS.strong).toBeTruthy()
    expect((describeRow('said')[COLUMNS.flags] as number) & FLAGS.closed).toBeTruthy()
  })
})

describe('recaseTexts', () => {
  it('copies short sentences in other letters and keeps their labels', () => {
    const words = 'mayor Ann Voss left'.split(' ')
    const labels = Uint8Array.of(0, label('B', 'Per'), label('E', 'Per'), 0)
    const sentences = Array.from({ length: 60 }, (_, k) => [k * 4, k * 4 + 4] as const)
    const text = {
      id: 'a',
      words: sentences.flatMap(() => words),
      labels: Uint8Array.from(sentences.flatMap(() => [...labels])),
      sentences,
    }
    const copies = recaseTexts([text], 1)
    expect(copies.map((copy) => copy.words.slice(0, 4).join(' '))).toContain('MAYOR ANN VOSS LEFT')
    for (const copy of copies) expect([...copy.labels.subarray(0, 4)]).toEqual([...labels])
  })
})

describe('trainCrf', () => {
  it('learns labels from features and from the labels beside them', () => {
    // Feature 11 opens a person's name, 12 goes on with it; 13 alone says nothing, but follows only names.
    const rows = [[10], [11], [12], [10], [11], [12], [13], [10]]
    const hashes = Int32Array.from(rows.flat())
    const starts = Int32Array.from([...rows.keys(), rows.length])
    const labels = Uint8Array.from([
      0,
      label('B', 'Per'),
      label('E', 'Per'),
      0,
      label('B', 'Per'),
      label('I', 'Per'),
      label('E', 'Per'),
      0,
    ])
    const sequences = [[0, 8]] as const
    const index = indexFeatures(hashes, 1)
    const data = {
      ...numberFeatures({ hashes, starts, sequences }, index),
      labels,
      sequences,
      featureCount: index.size,
    }
    const options = { epochs: 60, rate: 0.5, dropout: 0, decay: 0, averaged: 1, seed: 1 }
    const model = trainCrf(data, options)
    const found = new Uint8Array(8)
    decodeAll(scoreTokens(model, data), sequences, model.transitions, found)
    expect([...found]).toEqual([...labels])
    expect(trainCrf(data, options).weights).toEqual(model.weights)
    expect(model.weights.length).toBe(4 * LABEL_COUNT)
  })
})

describe('tallySpans', () => {
  it('counts a name as right only with its exact span and class', () => {
    const tallies = createTallies()
    tallySpans(
      tallies,
      [
        { from: 0, to: 1, label: 'Person' },
        { from: 2, to: 4, label: 'Location' },
      ],
      [
        { from: 0, to: 1, label: 'Person' },
        { from: 2, to: 3, label: 'Location' },
      ],
    )
    expect(measure(tallies.get('all') ?? { right: 0, found: 0, gold: 0 })).toEqual({
      precision: 50,
      recall: 50,
      f1: 50,
    })
    expect(measure(tallies.get('Money') ?? { right: 1, found: 0, gold: 0 })).toEqual({
      precision: null,
      recall: null,
      f1: null,
    })
  })
})
