import type { Attribution } from '../../attribute/index.js'
import { type Document, type DocumentId, getLayer } from '../../document/index.js'
import type { StoryEntity } from '../findings.js'
import { type QuoteWord, splitQuoteWords } from './quoteWords.js'

/** A quotation of one account, ready to be compared with those of others. */
export interface StoryQuote {
  readonly documentId: DocumentId
  /** Index in the document's `attributions`. */
  readonly index: number
  readonly text: string
  readonly attribution: Attribution
  readonly words: readonly QuoteWord[]
  /** Ids of the story entities that speak; empty where unnamed. */
  readonly speakers: readonly string[]
  /** Last word of the speaker's name, lower case, for entities that could not be linked; '' where unnamed. */
  readonly surname: string
}

/** The direct and mixed attributions of a story with their words and speakers, in document order, then reading order. */
export function collectQuotes(documents: readonly Document[], entities: readonly StoryEntity[]): readonly StoryQuote[] {
  const ids = new Map<string, string>()
  for (const entity of entities) {
    for (const member of entity.members) ids.set(`${member.documentId}\u0000${member.entity}`, entity.id)
  }
  return documents.flatMap((document) =>
    getLayer(document, 'attributions').flatMap((attribution, index): StoryQuote[] => {
      if (attribution.kind === 'indirect') return []
      const words = splitQuoteWords(document.text, attribution.content)
      if (words.length === 0) return []
      const speakers = attribution.speaker.entities.flatMap((entity) => ids.get(`${document.id}\u0000${entity}`) ?? [])
      const surname = surnameOf(attribution.speaker.name)
      return [{ documentId: document.id, index, text: document.text, attribution, words, speakers, surname }]
    }),
  )
}

function surnameOf(name: string | null): string {
  if (name === null) return ''
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
  return words?.[words.length - 1] ?? ''
}

/** Whether two quotations have the same speaker, different ones, or one without a name. */
export function relateSpeakers(a: StoryQuote, b: StoryQuote): 'same' | 'different' | 'unknown' {
  if (a.speakers.some((id) => b.speakers.includes(id))) return 'same'
  if (a.surname === '' || b.surname === '') return 'unknown'
  if (a.surname === b.surname) return 'same'
  return a.speakers.length > 0 && b.speakers.length > 0 ? 'different' : 'unknown'
}
