import { type Document, getLayer } from '../../document/index.js'
import { containsSpan } from '../../text/index.js'
import { createStemmer } from '../align/stem.js'
import type { LoadedWord, StoryEntity } from '../findings.js'
import { loadedProbability, type LoadedLexicon, loadLoadedLexicon } from './loadedWords.js'

// Below it, nearly two of three words shown would be plain news language, and a false alarm costs more than a miss.
const LEAST_PROBABILITY = 0.4

/**
 * Loaded words in the accounts' own voice, with whom the clause speaks of where it names exactly one entity.
 *
 * One entry for each word, account and whom it is said of, with every place it stands. Words inside quotations and attributed speech are
 * left out: they are not the outlet's. So are words whose stem another account uses too, in whatever voice: in a story of an attack
 * "attacked" is what happened. No score of any outlet is made of them. Linear in the terms of the claims.
 */
export function findLoadedWords(
  documents: readonly Document[],
  entities: readonly StoryEntity[],
  lexicon: LoadedLexicon = loadLoadedLexicon(),
): readonly LoadedWord[] {
  const storyId = new Map(
    entities.flatMap((entity) =>
      entity.members.map((member) => [`${member.entity}@${member.documentId}`, entity.id] as const),
    ),
  )
  const stemOf = createStemmer()
  const marked = documents.map((document) => markWords(document, storyId, lexicon, stemOf))
  const users = countUsers(documents, stemOf, new Set(marked.flatMap((words) => words.map(({ stem }) => stem))))
  return marked.flatMap((words) => joinPlaces(words.filter(({ stem }) => users.get(stem) === 1)))
}

type Stemmer = ReturnType<typeof createStemmer>

interface MarkedWord {
  readonly stem: string
  readonly word: LoadedWord
}

/** In how many documents each of the stems occurs. */
function countUsers(
  documents: readonly Document[],
  stemOf: Stemmer,
  stems: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  const users = new Map<string, number>()
  for (const document of documents) {
    const used = new Set<string>()
    for (const claim of getLayer(document, 'claims')) {
      for (const { lemma } of claim.terms) {
        const stem = stemOf(lemma.toLowerCase())
        if (stems.has(stem)) used.add(stem)
      }
    }
    for (const stem of used) users.set(stem, (users.get(stem) ?? 0) + 1)
  }
  return users
}

function joinPlaces(words: readonly MarkedWord[]): readonly LoadedWord[] {
  const joined = new Map<string, LoadedWord>()
  for (const { stem, word } of words) {
    const key = `${stem} ${word.about}`
    const known = joined.get(key)
    joined.set(
      key,
      known === undefined
        ? word
        : {
            ...known,
            evidence: [...known.evidence, ...word.evidence],
            probability: Math.max(known.probability, word.probability),
          },
    )
  }
  return [...joined.values()]
}

function markWords(
  document: Document,
  storyId: ReadonlyMap<string, string>,
  lexicon: LoadedLexicon,
  stemOf: Stemmer,
): readonly MarkedWord[] {
  const cited = getLayer(document, 'attributions').flatMap((attribution) => attribution.content)
  const seen = new Set<number>()
  const found: MarkedWord[] = []
  for (const claim of getLayer(document, 'claims')) {
    for (const { lemma, start, end } of claim.terms) {
      const probability = loadedProbability(lexicon.get(document.text.slice(start, end).toLowerCase()) ?? 0)
      if (
        probability < LEAST_PROBABILITY ||
        seen.has(start) ||
        cited.some((content) => containsSpan(content, { start, end }))
      )
        continue
      seen.add(start)
      const about = claim.entities.flatMap((entity) => storyId.get(`${entity}@${document.id}`) ?? [])
      const word = {
        documentId: document.id,
        evidence: [{ documentId: document.id, span: { start, end } }],
        probability,
        about: new Set(about).size === 1 ? about[0]! : null,
      }
      found.push({ stem: stemOf(lemma.toLowerCase()), word })
    }
  }
  return found.sort((a, b) => a.word.evidence[0]!.span.start - b.word.evidence[0]!.span.start)
}
