import type { FeatureList } from '../../model/index.js'
import { type ParserInput, writeNextFeatures, writeStateFeatures } from './parserFeatures.js'
import { ParserState } from './parserState.js'
import { applyTransition, findAllowed, type TransitionSystem } from './transitions.js'

/** Adds the weights of features to scores: a `LinearModel`, or a perceptron while it is being trained. */
export interface Scorer {
  addScores(hashes: Int32Array, count: number, scores: Int32Array): void
}

/**
 * The beam of one parse: the best states so far, and those being made from them.
 *
 * Ties keep the order in which candidates were found, so that the same text always gives the same tree.
 */
export class Beam {
  /** Best first, valid in `[0, count)`. */
  states: ParserState[] = []
  count = 0
  private spare: ParserState[] = []
  private readonly parents: Int32Array
  private readonly choices: Int32Array
  private readonly totals: Float64Array
  private found = 0
  private readonly scores: Int32Array
  /** Scores of the features of the next words alone, a row for each word, filled when first asked for. */
  private nextScores = new Int32Array(0)
  private known = new Uint8Array(0)
  private readonly width: number
  private readonly margin: number
  private readonly system: TransitionSystem
  private readonly features: FeatureList

  /**
   * @param width most states kept
   * @param margin states further than this below the best are dropped
   */
  constructor(width: number, margin: number, system: TransitionSystem, features: FeatureList) {
    this.width = width
    this.margin = margin
    this.system = system
    this.features = features
    this.parents = new Int32Array(width + 1)
    this.choices = new Int32Array(width + 1)
    this.totals = new Float64Array(width + 1)
    this.scores = new Int32Array(system.names.length)
    for (let index = 0; index < width; index += 1) {
      this.states.push(new ParserState())
      this.spare.push(new ParserState())
    }
  }

  start(length: number): void {
    this.states[0]!.reset(length)
    this.count = 1
    if (this.known.length < length) {
      this.known = new Uint8Array(length * 2)
      this.nextScores = new Int32Array(length * 2 * this.system.names.length)
    }
    this.known.fill(0, 0, length)
  }

  /** Takes one step with every state that is not finished; false when all are. */
  advance(scorer: Scorer, input: ParserInput): boolean {
    this.found = 0
    let moved = false
    for (let index = 0; index < this.count; index += 1) {
      const state = this.states[index]!
      const allowed = findAllowed(state)
      if (allowed === 0) {
        this.offer(index, -1, state.score)
        continue
      }
      moved = true
      if ((allowed & (allowed - 1)) === 0) {
        // a single choice (shift on an empty stack) costs nothing
        this.offer(index, 0, state.score)
        continue
      }
      this.score(state, scorer, input)
      const { kinds } = this.system
      for (let choice = 0; choice < kinds.length; choice += 1) {
        if ((allowed & (1 << kinds[choice]!)) !== 0) this.offer(index, choice, state.score + this.scores[choice]!)
      }
    }
    if (moved) this.keep()
    return moved
  }

  /** Scores of every transition in a state, valid until the next call. */
  score(state: ParserState, scorer: Scorer, input: ParserInput): Int32Array {
    const { features } = this
    const count = this.scores.length
    const row = this.nextScores.subarray(state.next * count, (state.next + 1) * count)
    if (this.known[state.next] === 0) {
      this.known[state.next] = 1
      row.fill(0)
      features.clear()
      writeNextFeatures(input, state.next, features)
      scorer.addScores(features.hashes, features.count, row)
    }
    this.scores.set(row)
    features.clear()
    writeStateFeatures(input, state, features)
    scorer.addScores(features.hashes, features.count, this.scores)
    return this.scores
  }

  private offer(parent: number, choice: number, total: number): void {
    const { totals, parents, choices, width } = this
    if (this.found === width && total <= totals[width - 1]!) return
    if (this.found > 0 && total < totals[0]! - this.margin) return
    let at = this.found
    if (this.found < width) this.found += 1
    else at = width - 1
    while (at > 0 && totals[at - 1]! < total) {
      totals[at] = totals[at - 1]!
      parents[at] = parents[at - 1]!
      choices[at] = choices[at - 1]!
      at -= 1
    }
    totals[at] = total
    parents[at] = parent
    choices[at] = choice
  }

  private keep(): void {
    let kept = 0
    for (let index = 0; index < this.found; index += 1) {
      if (this.totals[index]! < this.totals[0]! - this.margin) break
      const target = this.spare[kept]!
      target.copyFrom(this.states[this.parents[index]!]!)
      const choice = this.choices[index]!
      if (choice >= 0) applyTransition(target, choice, this.system)
      target.score = this.totals[index]!
      kept += 1
    }
    const old = this.states
    this.states = this.spare
    this.spare = old
    this.count = kept
  }
}
