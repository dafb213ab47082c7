import { type Document, getLayer } from '../../document/index.js'
import { containsSpan } from '../../text/index.js'
import type { LoadedWord, StoryEntity } from '../findings.js'
import { loadedProbability, type LoadedLexicon, loadLoadedLexicon } from './loadedWords.js'

// A third: below it, two of three words shown would be plain news language, and a false alarm costs more than a miss.
const LEAST_PROBABILITY = 0.33

/**
 * Loaded words in the accounts' own voice, with whom the clause speaks of where it names exactly one entity.
 *
 * Words inside quotations and attributed speech are left out: they are not the outlet's. No score of any outlet is made of them.
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
  return documents.flatMap((document) => {
    const cited = getLayer(document, 'attributions').flatMap((attribution) => attribution.content)
    const seen = new Set<number>()
    const found: LoadedWord[] = []
    for (const claim of getLayer(document, 'claims')) {
      for (const { start, end } of claim.terms) {
        const probability = loadedProbability(lexicon.get(document.text.slice(start, end).toLowerCase()) ?? 0)
        if (
          probability < LEAST_PROBABILITY ||
          seen.has(start) ||
          cited.some((content) => containsSpan(content, { start, end }))
        )
          continue
        seen.add(start)
        const about = claim.entities.flatMap((entity) => storyId.get(`${entity}@${document.id}`) ?? [])
        found.push({
          documentId: document.id,
          evidence: [{ documentId: document.id, span: { start, end } }],
          probability,
          about: new Set(about).size === 1 ? about[0]! : null,
        })
      }
    }
    return found.sort((a, b) => a.evidence[0]!.span.start - b.evidence[0]!.span.start)
  })
}
