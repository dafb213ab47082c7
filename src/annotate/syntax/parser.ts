import { FeatureList, LinearModel, type Model, unpackRows } from '../../model/index.js'
import { MOST_FEATURES, ParserInput, writeNextFeatures, writeStateFeatures } from './parserFeatures.js'
import { NOBODY, ParserState, SHIFT } from './parserState.js'
import { applyTransition, createTransitions, findAllowed, findBestAllowed } from './transitions.js'
import type { WordInfo } from './wordTable.js'

/** Finds the dependency tree of a sentence. Relation numbers index `relations`. */
export interface Parser {
  readonly relations: readonly string[]
  /**
   * Writes heads (places in the same arrays, -1 for the root) and relation numbers of the sentence `[from, to)` at its
   * places in `heads` and `relations`. Every sentence gets exactly one root. Linear in the words.
   */
  parse(
    words: readonly WordInfo[],
    tags: Uint8Array,
    from: number,
    to: number,
    heads: Int32Array,
    relations: Uint8Array,
  ): void
}

/** A greedy parser from a model folder whose labels are transitions; `pos` is the universal tag of each tag number. */
export function createParser(model: Model, pos: readonly string[]): Parser {
  const system = createTransitions(model.manifest.labels)
  const { relations } = system
  const linear = new LinearModel(system.names, unpackRows(model.section('weights.bin.gz')))
  const input = new ParserInput(pos)
  const state = new ParserState()
  const features = new FeatureList(MOST_FEATURES)
  const scores = new Int32Array(system.names.length)
  const nextScores = new Int32Array(system.names.length)
  const stray = Math.max(0, relations.indexOf('parataxis'))

  const run = (): void => {
    let scored = -1
    for (let allowed = findAllowed(state); allowed !== 0; allowed = findAllowed(state)) {
      if (allowed === 1 << SHIFT) {
        state.shift()
        continue
      }
      const { next } = state
      // what depends on the next words alone is the same until one is taken
      if (next !== scored) {
        features.clear()
        writeNextFeatures(input, next, features)
        nextScores.fill(0)
        linear.addScores(features.hashes, features.count, nextScores)
        scored = next
      }
      features.clear()
      writeStateFeatures(input, state, features)
      scores.set(nextScores)
      linear.addScores(features.hashes, features.count, scores)
      applyTransition(state, findBestAllowed(scores, allowed, system.steps), system)
    }
  }

  return {
    relations,
    parse: (words, tags, from, to, heads, out) => {
      input.fill(words, tags, from, to)
      state.reset(to - from)
      run()
      let root = NOBODY
      for (let index = 0; index < to - from; index += 1) {
        const head = state.head(index)
        heads[from + index] = head === NOBODY ? NOBODY : from + head
        out[from + index] = Math.max(0, state.relation(index))
        if (head !== NOBODY) continue
        if (root === NOBODY) {
          root = from + index
        } else {
          // a second tree joins the first
          heads[from + index] = root
          out[from + index] = stray
        }
      }
    },
  }
}
