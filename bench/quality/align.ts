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
import { prepareRows, rankOutOfFold, scoreBrief } from '../../training/align/importance.js'
import { exactClaims, leadBrief, similarSentences } from './alignBaselines.js'
import { readGoldStories } from './alignGold.js'
import { addTallies, bootstrapF1, figures, type LinkTally, scoreLinks } from './alignScore.js'

const FOLDS = 7
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
  printBrief(
    'brief',
    stories.map((story, s) => scoreBrief(story, rankOutOfFold(ranked, FOLDS)[s]!)),
  )
  printBrief('baseline: first sentences', stories.map(leadBrief))
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

function show(value: number | null): string {
  return value === null ? '–' : value.toFixed(1)
}

main()
