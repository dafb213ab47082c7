/**
 * How well claims are aligned over the gold stories, out of fold: `npx tsx bench/quality/align.ts`.
 *
 * Prints links between accounts right and found per story, in all with a 95 % interval, the brief, the baselines and what each part
 * brings (`--ablations`). Models that score a story saw none of its fold; thresholds too are chosen on the other folds.
 */
import type { PairScores } from '../../src/compare/align/contextFeatures.js'
import { loadAligner } from '../../src/compare/align/aligner.js'
import { createReader } from '../../src/claim/index.js'
import { chooseOutOfFold, evaluate, type Settings } from '../../training/align/chooseSettings.js'
import { scoreAloneOutOfFold, scoreOutOfFold } from '../../training/align/crossValidate.js'
import { preparePairs, type StoryPairs } from '../../training/align/goldPairs.js'
import {
  FULL_BRIEF,
  loadOwnRows,
  prepareRows,
  type RankedStory,
  type Ranking,
  rankStory,
  scoreBrief,
  trainRankingOutOfFold,
} from '../../training/align/importance.js'
import { exactClaims, leadBrief, similarSentences } from './alignBaselines.js'
import { readGoldStories } from './alignGold.js'
import { addTallies, bootstrapF1, figures, type LinkTally, scoreLinks } from './alignScore.js'

const FOLDS = 7
const OWN_FOLDS = 4
const NO_SECOND = 2

function main(): void {
  const read = createReader({ keepTokens: true })
  const stories = readGoldStories().map((gold) => preparePairs(gold, read, loadAligner()))
  const scores = scoreOutOfFold(stories, FOLDS)
  const chosen = chooseOutOfFold(stories, scores, FOLDS)
  chosen.forEach(({ result }, s) => {
    print(stories[s]!.gold.name, [result.tally])
  })
  const tallies = chosen.map(({ result }) => result.tally)
  print('all stories', tallies)
  const macro = tallies.reduce((sum, tally) => sum + (figures(tally).f1 ?? 0), 0) / tallies.length
  const right = chosen.reduce((sum, { result }) => sum + result.pairsRight, 0)
  const all = chosen.reduce((sum, { result }) => sum + result.pairs, 0)
  console.log(
    `mean F1 of the stories ${macro.toFixed(1)}; claim pairs within rows that tell one fact ${right} of ${all}`,
  )
  print('baseline: equal words', baseline(stories, exactClaims))
  print('baseline: tf-idf sentences', baseline(stories, similarSentences))
  const ranked = stories.map((story, s) => prepareRows(story, scores[s]!, chosen[s]!.settings))
  const own = loadOwnRows(read, loadAligner())
  const rankings = trainRankingOutOfFold(ranked, own, FOLDS)
  printBrief(
    'brief',
    ranked.map((story, s) => scoreBrief(story, rankings[s]!)),
  )
  printBrief('baseline: first sentences', stories.map(leadBrief))
  for (const least of [0.5, 0.55, 0.6]) printImportant(least, ranked, rankings)
  const ownRankings = trainRankingOutOfFold(own, ranked, OWN_FOLDS)
  printBrief(
    'brief of our own stories',
    own.map((story, s) => scoreBrief(story, ownRankings[s]!)),
  )
  printBrief(
    'baseline: first sentences',
    own.map(({ pairs }) => leadBrief(pairs)),
  )
  if (process.argv.includes('--ablations')) {
    ablate(
      stories,
      scores,
      chosen.map(({ settings }) => settings),
    )
  }
}

/** What single parts bring; groups of figures are left out of the first scorer alone, which takes a seventh of the time. */
function ablate(stories: readonly StoryPairs[], both: readonly PairScores[], settings: readonly Settings[]): void {
  const run = (scores: readonly PairScores[], change: (own: Settings) => Settings): LinkTally[] =>
    stories.map((story, s) => evaluate(story, scores[s]!, change(settings[s]!)).tally)
  const alone = scoreAloneOutOfFold(stories, FOLDS)
  print(
    'without second rows',
    run(both, ({ least }) => ({ least, leastSecond: NO_SECOND })),
  )
  print(
    'first scorer alone',
    run(alone, (own) => own),
  )
  print(
    '  and without second rows',
    run(alone, ({ least }) => ({ least, leastSecond: NO_SECOND })),
  )
  for (const [name, dropped] of [
    ['entities, speakers, roles', /entit|speaker|firstname|agents|patients|roles/i],
    ['word vectors', /soft|vector|loose|predicate(least|most)/i],
    ['numbers and times', /amount|numeral|times/i],
    ['sentence and context', /sentence|context/i],
    ['place in the account', /^place/i],
  ] as const) {
    print(
      `  and without ${name}`,
      run(scoreAloneOutOfFold(stories, FOLDS, dropped), (own) => own),
    )
  }
}

function baseline(
  stories: readonly StoryPairs[],
  shown: (story: StoryPairs) => ReturnType<typeof exactClaims>,
): LinkTally[] {
  return stories.map((story) => scoreLinks(story.gold.facts, story.gold.accepted, shown(story)))
}

function print(name: string, tallies: readonly LinkTally[]): void {
  const sum = addTallies(tallies)
  const { precision, recall, f1 } = figures(sum)
  const [low, high] = tallies.length > 1 ? bootstrapF1(tallies) : [null, null]
  const interval = low === null ? '' : ` [${show(low)}, ${show(high)}]`
  console.log(
    `${name.padEnd(32)} P ${show(precision)} R ${show(recall)} F1 ${show(f1)}${interval} (${sum.right}/${sum.predicted} right, ${sum.found}/${sum.gold} found)`,
  )
}

function printBrief(name: string, briefs: readonly ReturnType<typeof scoreBrief>[]): void {
  const sum = (key: keyof ReturnType<typeof scoreBrief>): number => briefs.reduce((total, one) => total + one[key], 0)
  console.log(
    `${name.padEnd(32)} top facts ${show((100 * sum('covered')) / sum('top'))} (${sum('covered')}/${sum('top')}), lines worth it ${show((100 * sum('worthy')) / sum('lines'))} (${sum('worthy')}/${sum('lines')})`,
  )
}

/** How many of the rows that would be named as left out belong in a full brief. */
function printImportant(least: number, stories: readonly RankedStory[], rankings: readonly Ranking[]): void {
  const rows = stories.flatMap((story, s) =>
    rankStory(story, rankings[s]!.importance).map(({ importance }, r) => ({ importance, worth: story.labels[r]! })),
  )
  const important = rows.filter(({ importance }) => importance >= least)
  const right = important.filter(({ worth }) => worth >= FULL_BRIEF)
  console.log(
    `rows of importance ${least} and more`.padEnd(32),
    `${right.length} of ${important.length} belong in a full brief`,
  )
}

function show(value: number | null): string {
  return value === null ? '–' : value.toFixed(1)
}

main()
