/**
 * Grouping into stories, measured: B-cubed on the story corpus and on BASIL beside a plain one-pass TF-IDF, seeded copies, and what a
 * little disorder changes; and all gold stories mixed into one pile.
 *
 *   npx tsx bench/quality/stories.ts
 *
 * The shipped trees were trained on the story corpus; its honest figure is the one out of fold, which training writes into the model's
 * manifest and which is printed beside. BASIL and the copies were not trained on.
 */

import { createDocument } from '../../src/document/index.js'
import { defaultModelDirectory, hashString, readModel } from '../../src/model/index.js'
import { fingerprint, hashShingles, hashWords, sharedShare } from '../../src/story/index.js'
import { loadStoryModel } from '../../src/story/score/loadStoryModel.js'
import { type Labelled, readBasil, readStories } from '../../training/story/readStories.js'
import { streamStories } from '../../training/story/streamStories.js'
import { sharedPath } from '../shared.js'
import { type BCubed, bcubed, type Grouped } from './bcubed.js'
import { scoreCopies, seedCopies } from './copies.js'
import { loadGoldStories } from './gold.js'
import { groupPlainly } from './tfidfOnePass.js'

sharedPath('corpora', 'stories', 'dev.jsonl.gz')
const stories = readStories()
const basil = readBasil()
const model = loadStoryModel()

const row = (name: string, score: BCubed): void =>
  console.log(
    `| ${name} | ${(100 * score.precision).toFixed(1)} | ${(100 * score.recall).toFixed(1)} | ${(100 * score.f1).toFixed(1)} | ${score.items} |`,
  )

console.log('| B-cubed | P | R | F1 | accounts |\n|---|---|---|---|---|')
for (const [name, accounts] of [
  ['stories dev', stories],
  ['BASIL dev', basil],
] as const) {
  const best = [3, 7]
    .flatMap((window) =>
      [0.1, 0.14, 0.18, 0.22, 0.26].map((threshold) => bcubed(groupPlainly(accounts, window, threshold))!),
    )
    .reduce((a, b) => (b.f1 > a.f1 ? b : a))
  row(`${name}, TF-IDF one pass, its best threshold and window on this data`, best)
  row(
    `${name}, shipped model${accounts === stories ? ' (trained on it)' : ''}`,
    bcubed(streamStories(accounts, model, 7))!,
  )
}
row(
  'stories dev, shipped model, 294 accounts without any time',
  bcubed(streamStories(readStories({ undated: true }), model, 7))!,
)
const pile = await readGoldPile()
row('gold stories mixed into one pile, by day', bcubed(streamStories(pile, model, 7))!)
const undated = pile.map(({ document, ...rest }) => ({ ...rest, document: { ...document, publishedAt: null } }))
const byOneDay = streamStories(undated, model, 7)
row('– the same without any date', bcubed(byOneDay)!)
const { scores } = readModel(defaultModelDirectory('story')).manifest
console.log(`\nOut of fold, by training: ${JSON.stringify(scores)}`)

const texts = stories.map(({ document }) => ({ id: document.id as string, text: document.text }))
const prints = new Map(texts.map(({ id, text }) => [id, fingerprint(hashShingles(hashWords(text), 5))]))
const copies = seedCopies(texts)
const { all, byKind } = scoreCopies(texts, copies, (a, b) => sharedShare(prints.get(a)!, prints.get(b)!) >= 0.5)
console.log('\n| seeded copies | right | found | wanted | pair F1 |\n|---|---|---|---|---|')
for (const [kind, score] of [...byKind, ['all', all] as const])
  console.log(`| ${kind} | ${score.right} | ${score.found} | ${score.wanted} | ${(100 * score.f1).toFixed(1)} |`)

console.log('\n| disorder | accounts whose story changed | B-cubed F1 |\n|---|---|---|')
const ordered = streamStories(stories, model, 7)
for (const distance of [5, 20, 50]) {
  const shuffled = disturb(stories, distance)
  const grouped = streamStories(shuffled, model, 7)
  const byId = new Map(shuffled.map(({ document }, i) => [document.id, grouped[i]!]))
  const again = stories.map(({ document }) => byId.get(document.id)!)
  console.log(
    `| up to ${distance} places | ${countChanged(ordered, again)} of ${stories.length} | ${(100 * bcubed(again)!.f1).toFixed(1)} |`,
  )
}

/** All accounts of the gold stories in the order of days; ids that name no story, as several stories have an account of one name. */
async function readGoldPile(): Promise<readonly Labelled[]> {
  const gold = await loadGoldStories()
  let day = ''
  const found = gold.flatMap(({ name, documents }) =>
    documents.map((document): Labelled => {
      const id = createDocument({ id: `p${hashString(`${document.id} ${name}`) >>> 0}`, text: '' }).id
      // As the command has it: without a date, an account keeps its place behind the one before it in the input.
      day = document.publishedAt?.slice(0, 10) ?? day
      return { document: { ...document, id }, story: name, day }
    }),
  )
  return found.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

/** Moves each account by up to `distance` places, by a fixed sequence of numbers. */
function disturb(accounts: readonly Labelled[], distance: number): readonly Labelled[] {
  let state = 11
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
  return accounts
    .map((account, i) => ({ account, at: i + distance * random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ account }) => account)
}

/** Accounts whose companions differ between two groupings. */
function countChanged(a: readonly Grouped[], b: readonly Grouped[]): number {
  const companions = (grouped: readonly Grouped[]): string[] => {
    const groups = new Map<string, number[]>()
    grouped.forEach(({ found }, i) => void groups.set(found, [...(groups.get(found) ?? []), i]))
    return grouped.map(({ found }) => groups.get(found)!.join(' '))
  }
  const [left, right] = [companions(a), companions(b)]
  return left.filter((value, i) => value !== right[i]).length
}
