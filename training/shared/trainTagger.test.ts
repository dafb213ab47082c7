import { describe, expect, it } from 'vitest'
import { FeatureList, hashString, LinearModel, readTransitions, tagBest, tagGreedily } from '../../src/model/index.js'
import { packRows } from './packRows.js'
import { type Example, trainBest, trainGreedy } from './trainTagger.js'

// a word is B after "x", else O: only the history or the neighbour tells
const sequences = ['x y z', 'y x z y', 'z z x x y', 'x z']
const labels = ['O', 'B']

function toExample(sequence: string): Example {
  const words = sequence.split(' ')
  return {
    gold: Uint8Array.from(words, (_, index) => (words[index - 1] === 'x' ? 1 : 0)),
    writeFeatures: (index, _history, out) => {
      out.add(1, hashString(words[index]!))
      out.add(2, hashString(words[index - 1] ?? ''))
    },
  }
}

const examples = sequences.map(toExample)

describe('trainGreedy', () => {
  it('learns what its features show, and the packed model repeats it', () => {
    const rows = trainGreedy(examples, { labels: 2, epochs: 5, seed: 1 })
    const model = new LinearModel(labels, packRows(rows, { scale: 100 }))
    const example = toExample('y y x z x')
    const history = new Uint8Array(5)
    tagGreedily(model, 5, example.writeFeatures, new FeatureList(), history)
    expect([...history]).toEqual([...example.gold])
  })

  it('gives the same weights for the same seed', () => {
    const train = () => trainGreedy(examples, { labels: 2, epochs: 3, seed: 7 })
    expect(train()).toEqual(train())
  })
})

describe('trainBest', () => {
  it('keeps to the allowed steps', () => {
    const isAllowed = (from: string | null, to: string) => !(from === 'B' && to === 'B')
    const usable = examples.filter((example) => !`${example.gold}`.includes('1,1'))
    const rows = trainBest(usable, labels, isAllowed, { epochs: 5, seed: 1 })
    const model = new LinearModel(labels, packRows(rows, { scale: 100 }))
    const features = new FeatureList()
    const transitions = readTransitions(model, features, isAllowed)
    const example = toExample('x x x')
    const path = tagBest(model, transitions, 3, (index, out) => example.writeFeatures(index, path0, out), features)
    expect(`${path}`).not.toContain('1,1')
    expect(path).toContain(1)
  })
})

const path0 = new Uint8Array(3)
