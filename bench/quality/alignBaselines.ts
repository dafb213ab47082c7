import { createBag, shareOf } from '../../src/compare/align/bag.js'
import { getLayer } from '../../src/document/index.js'
import type { StoryPairs } from '../../training/align/goldPairs.js'
import { countBriefLines } from '../../training/align/importance.js'
import type { GoldSpan } from './alignGold.js'
import type { ShownClaim } from './alignScore.js'

/** Claims in the same words only: rows are the nodes as they are. */
export function exactClaims({ story, documents }: StoryPairs): readonly ShownClaim[] {
  return story.nodes.map((node) =>
    node.map(({ document, index }) => {
      const { start, end } = getLayer(documents[document]!, 'claims')[index]!
      return { document: documents[document]!.id as string, start, end }
    }),
  )
}

// The best of 0.25, 0.3, 0.35, 0.4, 0.45 on these very stories: the baseline is given that advantage.
const LEAST_COSINE = 0.3

/** Pairs of sentences of two accounts whose tf-idf cosine is high enough and, for both, the best in the other account. */
export function similarSentences({ documents, story }: StoryPairs): readonly ShownClaim[] {
  const sentences = documents.map((document) => {
    const words = new Map<number, number[]>()
    for (const claim of getLayer(document, 'claims')) {
      const list = words.get(claim.sentence) ?? []
      list.push(...claim.terms.map((term) => story.terms.idOf(term.lemma)))
      words.set(claim.sentence, list)
    }
    return [...words].map(([sentence, ids]) => {
      const { start, end } = getLayer(document, 'sentences')[sentence]!
      return { span: { document: document.id as string, start, end }, bag: createBag(ids, story.terms) }
    })
  })
  const shown: GoldSpan[][] = []
  for (let a = 0; a < sentences.length; a++) {
    for (let b = a + 1; b < sentences.length; b++) {
      const table = sentences[a]!.map((x) =>
        sentences[b]!.map((y) =>
          x.bag.length * y.bag.length === 0 ? 0 : shareOf(x.bag, y.bag).squares / (x.bag.length * y.bag.length),
        ),
      )
      table.forEach((row, i) => {
        row.forEach((cosine, j) => {
          if (cosine < LEAST_COSINE || cosine < Math.max(...row)) return
          if (table.some((other) => other[j]! > cosine)) return
          shown.push([sentences[a]![i]!.span, sentences[b]![j]!.span])
        })
      })
    }
  }
  return shown
}

/** The accounts' first sentences in turn, eight in all, as a brief. */
export function leadBrief(pairs: StoryPairs): ReturnType<typeof countBriefLines> {
  const lines: GoldSpan[] = []
  for (let k = 0; lines.length < 8 && k < 40; k++) {
    for (const document of pairs.documents) {
      const sentence = getLayer(document, 'sentences').filter(({ kind }) => kind === 'text')[k]
      if (sentence === undefined || lines.length >= 8) continue
      lines.push({ document: document.id as string, start: sentence.start, end: sentence.end })
    }
  }
  return countBriefLines(pairs, lines)
}
