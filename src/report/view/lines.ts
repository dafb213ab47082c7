import type { DossierDocument, DossierSpan } from '../../dossier/index.js'
import { cutExcerpt, type Excerpt, findSentence } from './excerpt.js'

/** What a list shows a line of: a claim, a step of the timeline. */
export interface Told {
  readonly text: string
  readonly evidence: readonly DossierSpan[]
}

/** The words of a line; `before` and `after` are empty where they stand on their own. */
export function excerptTold(
  told: Told,
  documentOf: (id: string) => DossierDocument | undefined,
  limit = LINE_LENGTH,
): Excerpt {
  const span = findMain(told)
  const document = span === undefined ? undefined : documentOf(span.document)
  if (span === undefined || document === undefined || standsAlone(span, document)) {
    return { before: '', exact: told.text, after: '', cutBefore: false, cutAfter: false }
  }
  return cutExcerpt(document, span, limit)
}

// Three lines of a terminal, two of the page.
const LINE_LENGTH = 240

/**
 * The items without those whose words lie in a sentence that an earlier one has shown: a clause and the clause around it are two claims,
 * but one line to a reader. Keeps the order. Linear but for finding sentences.
 */
export function oneASentence<T>(
  items: Iterable<T>,
  toldOf: (item: T) => Told | undefined,
  documentOf: (id: string) => DossierDocument | undefined,
): readonly T[] {
  const seen = new Set<string>()
  const kept: T[] = []
  for (const item of items) {
    const told = toldOf(item)
    const span = told === undefined ? undefined : findMain(told)
    if (span === undefined) continue
    const sentence = findSentence(documentOf(span.document)?.sentences ?? [], span.start)
    const key = JSON.stringify([span.document, sentence?.[0] ?? span.start])
    if (seen.has(key)) continue
    seen.add(key)
    kept.push(item)
  }
  return kept
}

function findMain({ text, evidence }: Told): DossierSpan | undefined {
  return evidence.find((span) => span.exact === text) ?? evidence[0]
}

/** True at a sentence's beginning, and where the words begin with what can open one: a name, a figure, an article, a pronoun. */
function standsAlone({ start, exact }: DossierSpan, { text, sentences }: DossierDocument): boolean {
  const sentence = findSentence(sentences, start)
  if (sentence === null || !/[\p{L}\p{N}]/u.test(text.slice(sentence[0], start))) return true
  const word = /[\p{L}\p{N}$€£][\p{L}\p{N}’']*/u.exec(exact)?.[0] ?? ''
  return !/^\p{Ll}/u.test(word) || OPENERS.has(word.replace(/[’'].*$/, ''))
}

const OPENERS: ReadonlySet<string> = new Set(
  'the a an this these those his her its their our my your no some many most all each every both he she it they we you there nobody everyone'.split(
    ' ',
  ),
)
