import { type Document, getLayer } from '../../document/index.js'
import { createStemmer } from '../align/stem.js'
import type { ClaimRow } from '../findings.js'
import { readTitles, shareOfBestTitle } from './titles.js'

/** Names of the figures that say how much a row matters to its story, in the order {@link createRowReader} gives them. */
export const ROW_FEATURES = (
  'tellers tellersShare tellings firstPlace meanPlace secondPlace firstSentence leads titleShare titleBest reporterShare ' +
  'directShare length wordsShared entities entityWeight amounts times modal negated paragraphFirst questions'
).split(' ')

/**
 * A function that gives a row's figures: how many accounts tell it, how early, in whose voice, how central its words and people.
 *
 * Making it counts the words and entities of every document once; a call is linear in the row's claims.
 */
export function createRowReader(documents: readonly Document[]): (row: Pick<ClaimRow, 'cells'>) => number[] {
  const size = Math.max(1, documents.length)
  const stemOf = createStemmer()
  const accountsOf = countAccounts(documents, stemOf)
  const titles = readTitles(documents, stemOf)
  const titleWords = new Set(titles.flatMap((words) => [...words]))
  const mentionShare = documents.map(countMentions)
  return ({ cells }) => {
    let tellers = 0
    let tellings = 0
    let leads = 0
    let firstSentence = Number.POSITIVE_INFINITY
    let reporter = 0
    let direct = 0
    let longest = 0
    let shared = 0
    let titleShare = 0
    let titleBest = 0
    let entities = 0
    let entityWeight = 0
    let amounts = 0
    let times = 0
    let modal = 0
    let negated = 0
    let paragraphFirst = 0
    let questions = 0
    const places: number[] = []
    cells.forEach((cell, d) => {
      if (cell === null) return
      tellers++
      const document = documents[d]!
      const claims = getLayer(document, 'claims')
      const sentences = getLayer(document, 'sentences')
      let earliest = 1
      for (const index of cell) {
        const claim = claims[index]!
        tellings++
        earliest = Math.min(earliest, index / claims.length)
        firstSentence = Math.min(firstSentence, claim.sentence)
        const before = sentences[claim.sentence - 1]
        if (before === undefined || before.paragraph !== sentences[claim.sentence]?.paragraph) paragraphFirst = 1
        if (claim.voice === 'reporter') reporter++
        const attribution = getLayer(document, 'attributions')[claim.attribution]
        if (attribution?.kind === 'direct') direct++
        longest = Math.max(longest, claim.end - claim.start)
        let known = 0
        let inTitle = 0
        const stems = claim.terms.map(({ lemma }) => stemOf(lemma))
        for (const stem of stems) {
          known += (accountsOf.get(stem) ?? 0) / size
          if (titleWords.has(stem)) inTitle++
        }
        const words = Math.max(1, claim.terms.length)
        shared = Math.max(shared, known / words)
        titleShare = Math.max(titleShare, inTitle / words)
        titleBest = Math.max(titleBest, shareOfBestTitle(stems, titles))
        entities = Math.max(entities, claim.entities.length)
        let weight = 0
        for (const entity of claim.entities) weight += mentionShare[d]!.get(entity) ?? 0
        entityWeight = Math.max(entityWeight, weight)
        amounts = Math.max(amounts, claim.quantities.length)
        times = Math.max(times, claim.times.length)
        if (claim.modality !== 'asserted') modal++
        if (claim.modality === 'question') questions = 1
        if (claim.negated) negated++
      }
      if (earliest < 0.15) leads++
      places.push(earliest)
    })
    places.sort((x, y) => x - y)
    const all = Math.max(1, tellings)
    return [
      Math.min(tellers, 12),
      tellers / size,
      tellings / Math.max(1, tellers),
      places[0] ?? 1,
      places.reduce((sum, place) => sum + place, 0) / Math.max(1, places.length),
      places[1] ?? 1,
      Math.min(firstSentence, 40),
      leads / size,
      titleShare,
      titleBest,
      reporter / all,
      direct / all,
      longest,
      shared,
      entities,
      entityWeight,
      amounts,
      times,
      modal / all,
      negated / all,
      paragraphFirst,
      questions,
    ]
  }
}

/** In how many documents each stem occurs. */
function countAccounts(documents: readonly Document[], stemOf: (word: string) => string): Map<string, number> {
  const accounts = new Map<string, number>()
  for (const document of documents) {
    const stems = new Set<string>()
    for (const claim of getLayer(document, 'claims')) for (const term of claim.terms) stems.add(stemOf(term.lemma))
    for (const stem of stems) accounts.set(stem, (accounts.get(stem) ?? 0) + 1)
  }
  return accounts
}

/** Each entity's share of the document's mentions. */
function countMentions(document: Document): Map<number, number> {
  const entities = getLayer(document, 'entities')
  const all = entities.reduce((sum, entity) => sum + entity.mentions.length, 0)
  return new Map(entities.map((entity, e) => [e, all === 0 ? 0 : entity.mentions.length / all]))
}
