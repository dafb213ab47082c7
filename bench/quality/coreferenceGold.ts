/**
 * Reads the gold stories and prints which people and bodies are lost, and whether the mention that names a quotation's source
 * is linked to its speaker.
 *
 *   npx tsx bench/quality/coreferenceGold.ts [--misses] [story …]
 */
import { linkEntities } from '../../src/compare/entities/index.js'
import { createCoreference } from '../../src/annotate/index.js'
import { type Document, getLayer } from '../../src/document/index.js'
import { overlapLength } from '../../src/text/index.js'
import { readingPipeline } from './coreferencePipeline.js'
import { runPipeline } from '../../src/annotate/index.js'
import { loadGoldStories } from './gold.js'

interface GoldSpan {
  readonly document: string
  readonly start: number
  readonly end: number
}

interface Gold {
  readonly entities: readonly { name: string; type: string; aliases: readonly string[] }[]
  readonly quotes: readonly { speaker: string; speakerMention: GoldSpan | null }[]
}

const fold = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N} ]+/gu, ' ')
    .split(/\s+/)
    .filter((word) => word !== '')

/** As the gold scorer has it: one name's words all in the other, with the same last word. */
function isSameName(a: string, b: string): boolean {
  const [x, y] = [fold(a), fold(b)]
  if (x.length === 0 || y.length === 0) return false
  const [short, long] = x.length <= y.length ? [x, y] : [y, x]
  return short.every((word) => long.includes(word)) && short.at(-1) === long.at(-1)
}

const PRONOUN = /^(?:he|she|him|her|they|them|it|his|its|their)$/i

async function main(): Promise<void> {
  const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
  const showMisses = process.argv.includes('--misses')
  const components = [...readingPipeline(), createCoreference()]
  let people = 0
  let foundPeople = 0
  const speakers = { name: [0, 0], nominal: [0, 0], pronoun: [0, 0] }
  for (const story of await loadGoldStories()) {
    if (wanted.length > 0 && !wanted.includes(story.name)) continue
    const gold = story.gold as Gold
    const documents = story.documents.map((document) => runPipeline(components, document))
    const linked = linkEntities(documents)
    for (const entity of gold.entities) {
      if (entity.type === 'place') continue
      people++
      if (linked.some(({ name, aliases }) => [name, ...aliases].some((other) => isSameName(other, entity.name))))
        foundPeople++
      else if (showMisses) console.log(`${story.name}: lost ${entity.type} ${entity.name}`)
    }
    const storyOf = new Map(
      linked.flatMap((entity) => entity.members.map((m) => [`${m.documentId}/${m.entity}`, entity] as const)),
    )
    for (const quote of gold.quotes) {
      if (quote.speakerMention === null || !/^\p{Lu}/u.test(quote.speaker) || /unnamed|unknown/i.test(quote.speaker))
        continue
      const span = quote.speakerMention
      const document = documents.find(({ id }) => id === span.document) as Document
      const words = document.text.slice(span.start, span.end)
      const mentions = getLayer(document, 'mentions')
        .filter((mention) => mention.entity >= 0 && overlapLength(mention, span) > 0)
        .sort(
          (a, b) =>
            Number(b.type === 'person' && b.form === 'name') - Number(a.type === 'person' && a.form === 'name') ||
            a.start - b.start ||
            b.end - a.end,
        )
      const entity = mentions[0] === undefined ? undefined : storyOf.get(`${document.id}/${mentions[0].entity}`)
      const right = speakerNames(quote.speaker).some((name) =>
        [entity?.name ?? '', ...(entity?.aliases ?? [])].some((other) => isSameName(other, name)),
      )
      const form = PRONOUN.test(words)
        ? 'pronoun'
        : /\p{Lu}/u.test(words.slice(1)) || /^(?!The )\p{Lu}/u.test(words)
          ? 'name'
          : 'nominal'
      speakers[form][1] = (speakers[form][1] as number) + 1
      if (right) speakers[form][0] = (speakers[form][0] as number) + 1
      else if (showMisses)
        console.log(
          `${story.name}/${span.document}@${span.start}: "${words}" is ${quote.speaker}, read as ${entity?.name ?? 'nobody'}`,
        )
    }
  }
  const percent = ([right, all]: readonly number[]): string =>
    `${right}/${all} = ${((100 * (right ?? 0)) / (all ?? 1)).toFixed(1)}`
  console.log(`people and bodies: ${percent([foundPeople, people])}`)
  for (const [form, counts] of Object.entries(speakers)) console.log(`speakers told by ${form}: ${percent(counts)}`)
  const all = Object.values(speakers).reduce((sum, [a, b]) => [sum[0]! + a!, sum[1]! + b!], [0, 0])
  console.log(`speakers: ${percent(all)}`)
}

function speakerNames(speaker: string): readonly string[] {
  return [speaker, ...speaker.replace(/\(.*?\)/g, '').split(/ and |, /)]
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

await main()
