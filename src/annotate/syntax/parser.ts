import { FeatureList, LinearModel, type Model } from '../../model/index.js'
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
  const linear = new LinearModel(system.names, model.section('weights.bin.gz'))
  const input = new ParserInput(pos)
  const state = new ParserState()
  const features = new FeatureList(MOST_FEATURES)
  const scores = new Int32Array(system.names.length)
  const nextScores = new Int32Array(system.names.length)
  const mark = Math.max(0, relations.indexOf('punct'))
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
      const root = findRoot(state, tags, from, pos, relations)
      for (let index = 0; index < to - from; index += 1) {
        const head = state.head(index)
        heads[from + index] = head === NOBODY ? NOBODY : from + head
        out[from + index] = Math.max(0, state.relation(index))
        if (head !== NOBODY || index === root) continue
        // a second tree joins the first
        heads[from + index] = from + root
        out[from + index] = pos[tags[from + index]!] === 'PUNCT' ? mark : stray
      }
    },
  }
}

/** Of the words left without a head, the first that looks most like a sentence's root: verbs and what has a subject. */
function findRoot(
  state: ParserState,
  tags: Uint8Array,
  from: number,
  pos: readonly string[],
  relations: readonly string[],
): number {
  let root = NOBODY
  let high = -1
  for (let word = 0; word < state.length; word += 1) {
    if (state.head(word) !== NOBODY) continue
    const tag = pos[tags[from + word]!]!
    const left = relations[Math.max(0, state.relation(state.left1(word)))]!
    const weak = tag === 'PUNCT' || tag === 'CCONJ' || tag === 'ADP' || tag === 'DET'
    const strong = tag === 'VERB' || (state.left1(word) !== NOBODY && (left.startsWith('nsubj') || left === 'cop'))
    const rank = strong ? 2 : weak ? 0 : 1
    if (rank > high) {
      root = word
      high = rank
    }
  }
  return root
}
