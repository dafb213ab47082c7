import type { FoundAttribution } from '../../src/attribute/assemble/foundAttribution.js'
import { findOwners, readQuotationFeatures } from '../../src/attribute/assemble/judgeQuotations.js'
import { type LogisticWeights, scoreLogistic } from '../../src/attribute/model/logistic.js'
import type { Reading } from '../../src/attribute/reading/reading.js'
import type { TokenAttribution } from './goldTokens.js'
import { type Decision, findThreshold, trainLogistic } from './trainLogistic.js'

/** The decisions on one story's quotations. */
export interface StoryDecisions {
  readonly slug: string
  readonly decisions: readonly Decision[]
}

// 6: the annotated stories ask just this question and have a sixth of the corpus's quotations, so both weigh alike.
const STORY_WEIGHT = 6

/** Decisions on every outermost quotation, given what was found around it and a judge of what is said. */
export function listDecisions(
  reading: Reading,
  found: readonly FoundAttribution[],
  isSaid: (first: number, end: number) => boolean,
): readonly Decision[] {
  const owners = findOwners(reading, found)
  return reading.quotations.flatMap((quotation, index): Decision[] => {
    const first = reading.quotationStart[index]!
    const end = reading.quotationEnd[index]!
    if (quotation.depth > 0 || end <= first) return []
    const features = readQuotationFeatures(reading, index, found[owners[index]!] ?? null)
    return [{ features, right: isSaid(first, end), weight: 1 }]
  })
}

/** True where most of the tokens `[first, end)` are the content of an attribution whose cue is not among them. */
export function isContent(gold: readonly TokenAttribution[], first: number, end: number): boolean {
  return gold.some(({ cue, content }) => {
    if (cue.every((i) => i >= first && i < end)) return false
    return content.filter((i) => i >= first && i < end).length >= 0.7 * (end - first)
  })
}

/**
 * Learns which quotations are somebody's words from the corpus and the stories; the threshold and the F1 it reports come from stories
 * left out one fifth at a time.
 */
export function learnQuotations(
  corpus: readonly Decision[],
  stories: readonly StoryDecisions[],
  log: (line: string) => void,
): { readonly weights: LogisticWeights; readonly threshold: number; readonly f1: number } {
  const weighted = stories.map(({ decisions }) => decisions.map((decision) => ({ ...decision, weight: STORY_WEIGHT })))
  const unseen: { features: Record<string, number>; right: boolean; weight: number }[] = []
  for (let fold = 0; fold < 5 && stories.length > 0; fold++) {
    const weights = trainLogistic([...corpus, ...weighted.filter((_, i) => i % 5 !== fold).flat()])
    weighted.forEach((decisions, i) => {
      if (i % 5 !== fold) return
      for (const { features, right } of decisions) {
        unseen.push({ features: { p: logit(scoreLogistic(weights, features)) }, right, weight: 1 })
      }
    })
  }
  const weights = trainLogistic([...corpus, ...weighted.flat()])
  const best = unseen.length > 0 ? findThreshold({ p: 1 }, unseen, 0) : findThreshold(weights, corpus, 0)
  log(
    `quotations: threshold ${best.threshold}, F1 on ${unseen.length > 0 ? 'stories' : 'articles'} not seen ${(100 * best.f1).toFixed(1)}`,
  )
  return { weights, threshold: best.threshold, f1: best.f1 }
}

/** Log odds of a probability, kept finite. */
export function logit(p: number): number {
  const safe = Math.min(1 - 1e-6, Math.max(1e-6, p))
  return Math.log(safe / (1 - safe))
}
