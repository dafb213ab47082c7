import { describe, expect, it } from 'vitest'
import { packRows } from '../../../training/shared/packRows.js'
import { createDocument, type Document, getLayer, withLayer } from '../../document/index.js'
import { LinearModel } from '../../model/index.js'
import type { Sentence, Token } from '../layers.js'
import { createNames } from './createNames.js'
import { findNames, type NameModel } from './findNames.js'
import { CLASSES, LABEL_COUNT, type NameClass } from './labels.js'
import { Marginals } from './marginals.js'
import { LabelScorer } from './scoreLabels.js'
import { createSmallLexicon } from './testing/smallLexicon.js'
import { hashText, mix } from './wordColumns.js'

/** Weight 64 for a label such as `S-Person`, by the word itself (template 1 of the features). */
function createModel(known: Readonly<Record<string, string>>): NameModel {
  const entries = Object.entries(known)
  const rows = entries.map(([word, label]) => ({
    hash: mix(1, hashText(word)),
    cells: [[labelOf(label), 64] as const],
  }))
  const labels = Array.from({ length: LABEL_COUNT }, (_, label) => `${label}`)
  const weights = new LinearModel(labels, packRows(rows, { scale: 1 }))
  const flat = new Int32Array(LABEL_COUNT * LABEL_COUNT)
  return {
    scorer: new LabelScorer(weights, createSmallLexicon([], [])),
    gazetteer: { longest: 0, kindsOf: () => 0 },
    weights,
    transitions: [flat, flat],
    marginals: new Marginals(flat, 16),
  }
}

function labelOf(name: string): number {
  return 4 * CLASSES.indexOf(name.slice(2) as NameClass) + 'BIES'.indexOf(name[0] as string) + 1
}

const model = createModel({ lima: 'S-Location', ann: 'S-Person', monday: 'S-Date' })

/** Words are parted by spaces, or by `|` where the text has no space between them. */
function read(marked: string): Document {
  const text = marked.replaceAll('|', '')
  const words = marked.split(/[ |]/)
  let at = 0
  const tokens = words.map((word, index): Token => {
    const start = text.indexOf(word, at)
    at = start + word.length
    const norm = word.toLowerCase()
    const end = start + word.length
    return { start, end, norm, pos: 'X', tag: 'X', lemma: norm, head: index - 1, relation: 'dep', sentence: 0 }
  })
  const sentence: Sentence = {
    start: 0,
    end: text.length,
    firstToken: 0,
    endToken: words.length,
    paragraph: 0,
    kind: 'text',
  }
  return withLayer(withLayer(createDocument({ id: 'a', text }), 'tokens', tokens), 'sentences', [sentence])
}

describe('createNames', () => {
  it('writes a mention for each name, with its type and no entity', () => {
    const document = createNames(model).annotate(read('Ann saw Lima'))
    const mentions = getLayer(document, 'mentions')
    expect(
      mentions.map(({ start, end, type, form, token, entity }) => [start, end, type, form, token, entity]),
    ).toEqual([
      [0, 3, 'person', 'name', 0, -1],
      [8, 12, 'place', 'name', 2, -1],
    ])
    expect(mentions.every(({ probability }) => probability > 0.5 && probability <= 1)).toBe(true)
  })

  it('parts a place from the place that it lies in', () => {
    const of = createModel({ leeds: 'B-Location', ',': 'I-Location', york: 'E-Location' })
    const mentions = getLayer(createNames(of).annotate(read('in Leeds , York now')), 'mentions')
    expect(mentions.map(({ start, end }) => [start, end])).toEqual([
      [3, 8],
      [11, 15],
    ])
  })

  it.each([
    ['at a missing space', { quill: 'B-Person', mayor: 'E-Person' }, 'met Quill|Mayor today', 'Quill'],
    ['before the day', { leeds: 'B-Location', monday: 'E-Location' }, 'in Leeds Monday', 'Leeds'],
    ['not before a day that is all', { leeds: 'S-Location', monday: 'S-Person' }, 'Monday in Leeds', 'Monday|Leeds'],
    [
      'not before the day of a body',
      { super: 'B-Organization', monday: 'E-Organization' },
      'a Super Monday',
      'Super Monday',
    ],
  ])('ends a name %s', (_, known, text, expected) => {
    const document = createNames(createModel(known)).annotate(read(text))
    const names = getLayer(document, 'mentions').map(({ start, end }) => document.text.slice(start, end))
    expect(names.join('|')).toBe(expected)
  })

  it('leaves dates to the component that finds times', () => {
    expect(getLayer(createNames(model).annotate(read('Ann left Monday')), 'mentions')).toHaveLength(1)
  })

  it.each([
    ['a weekday', { friday: 'S-Misc' }, 'on Friday'],
    ['a title', { 'gen.': 'S-Person' }, 'Lt. Gen. Ruiz'],
    ['a party and a state', { r: 'B-Organization', '-': 'I-Organization', ohio: 'E-Organization' }, '( R - Ohio )'],
  ])('does not call %s a name', (_name, known, text) => {
    expect(getLayer(createNames(createModel(known)).annotate(read(text)), 'mentions')).toEqual([])
  })

  it('does not touch the document it is given', () => {
    const before = read('Ann')
    createNames(model).annotate(before)
    expect(before.layers.mentions).toBeUndefined()
  })

  it('finds nothing in an empty text', () => {
    const empty = withLayer(withLayer(createDocument({ id: 'e', text: '' }), 'tokens', []), 'sentences', [])
    expect(getLayer(createNames(model).annotate(empty), 'mentions')).toEqual([])
  })
})

describe('findNames', () => {
  it('gives the same names however often it is asked', () => {
    const text = { words: ['Ann', 'saw', 'Lima'], sentences: [[0, 3]] as const }
    expect(findNames(text, model)).toEqual(findNames(text, model))
  })
})
