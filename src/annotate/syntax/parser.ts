import { FeatureList, LinearModel, type Model, unpackRows } from '../../model/index.js'
import { Beam } from './findBestParse.js'
import { MOST_FEATURES, ParserInput } from './parserFeatures.js'
import { NOBODY } from './parserState.js'
import { createTransitions } from './transitions.js'
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

/** How wide the parser looks. */
export interface ParserSettings {
  readonly beam: number
  /** States whose score is further than this below the best are dropped; in the model's whole numbers. */
  readonly margin: number
}

/** A parser from a model folder whose labels are transition names; `pos` gives the universal tag of each tag number. */
export function createParser(model: Model, pos: readonly string[], settings: ParserSettings): Parser {
  const system = createTransitions(model.manifest.labels)
  const linear = new LinearModel(system.names, unpackRows(model.section('weights.bin.gz')))
  const beam = new Beam(settings.beam, settings.margin, system, new FeatureList(MOST_FEATURES))
  const input = new ParserInput(pos)
  const stray = Math.max(0, system.relations.indexOf('parataxis'))
  return {
    relations: system.relations,
    parse: (words, tags, from, to, heads, relations) => {
      input.fill(words, tags, from, to)
      beam.start(to - from)
      while (beam.advance(linear, input));
      const state = beam.states[0]!
      let root = NOBODY
      for (let index = 0; index < to - from; index += 1) {
        const head = state.head(index)
        heads[from + index] = head === NOBODY ? NOBODY : from + head
        relations[from + index] = Math.max(0, state.relation(index))
        if (head !== NOBODY) continue
        if (root === NOBODY) {
          root = from + index
        } else {
          // a second tree joins the first
          heads[from + index] = root
          relations[from + index] = stray
        }
      }
    },
  }
}
