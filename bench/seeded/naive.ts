import type { Conflict } from '../../src/compare/index.js'
import type { DocumentId } from '../../src/document/index.js'
import type { SourceDocument } from './seed.js'
import { findSharedPairs, type TextSpan } from './sharedSentences.js'

/** The baseline: any number, weekday, name or "not" of one sentence that its most alike sentence in the other account lacks. */
export function findNaiveConflicts(a: SourceDocument, b: SourceDocument): readonly Conflict[] {
  const values = (text: string, span: TextSpan): ReadonlySet<string> =>
    new Set(
      text
        .slice(span.start, span.end)
        .match(
          /\d[\d,.]*\d|\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|not|never|\p{Lu}\p{Ll}+)\b|n[’']t/gu,
        ) ?? [],
    )
  return findSharedPairs(a.text, b.text, 0.4).flatMap((pair): Conflict[] => {
    const x = values(a.text, pair.a)
    const y = values(b.text, pair.b)
    const onlyA = [...x].filter((value) => !y.has(value))
    const onlyB = [...y].filter((value) => !x.has(value))
    if (onlyA.length === 0 || onlyB.length === 0) return []
    const side = (source: SourceDocument, span: TextSpan, value: string): Conflict['sides'][number] => ({
      value,
      documents: [source.id as DocumentId],
      evidence: [{ documentId: source.id as DocumentId, span }],
    })
    return [
      {
        id: `naive ${pair.a.start} ${pair.b.start}`,
        kind: 'other',
        strength: 'contradiction',
        nature: 'conflict',
        subject: '',
        sides: [side(a, pair.a, onlyA.join(' ')), side(b, pair.b, onlyB.join(' '))],
        within: null,
        rule: { id: 'naive', inputs: {} },
        probability: 1,
      },
    ]
  })
}
