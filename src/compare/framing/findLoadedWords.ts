import { type Document, getLayer } from '../../document/index.js'
import { containsSpan } from '../../text/index.js'
import type { LoadedWord, StoryEntity } from '../findings.js'
import { loadedProbability, type LoadedLexicon, loadLoadedLexicon } from './loadedWords.js'

// Below it, nearly two of three words shown would be plain news language, and a false alarm costs more than a miss.
const LEAST_PROBABILITY = 0.4

/**
 * Loaded words in the accounts' own voice, with whom the clause speaks of where it names exactly one entity.
 *
 * Words inside quotations and attributed speech are left out: they are not the outlet's. So are words that two outlets use in their own
 * voice: in a story of a fatal fire "killed" is what happened. No score of any outlet is made of them.
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
  const marked = documents.map((document) => markWords(document, storyId, lexicon))
  const users = new Map<string, number>()
  for (const words of marked)
    for (const lemma of new Set(words.map((word) => word.lemma))) users.set(lemma, (users.get(lemma) ?? 0) + 1)
  return marked.flatMap((words) => words.flatMap(({ lemma, word }) => (users.get(lemma) === 1 ? [word] : [])))
}

function markWords(
  document: Document,
  storyId: ReadonlyMap<string, string>,
  lexicon: LoadedLexicon,
): readonly { readonly lemma: string; readonly word: LoadedWord }[] {
  const cited = getLayer(document, 'attributions').flatMap((attribution) => attribution.content)
  const seen = new Set<number>()
  const found: { lemma: string; word: LoadedWord }[] = []
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
      found.push({ lemma, word })
    }
  }
  return found.sort((a, b) => a.word.evidence[0]!.span.start - b.word.evidence[0]!.span.start)
}
