import { expect, it } from 'vitest'
import { chooseLines, prepareChoice } from '../../src/compare/brief/chooseLines.js'
import { gainOf } from '../../src/compare/brief/gain.js'
import type { Passage } from '../../src/compare/brief/clarity.js'
import type { ClaimRow } from '../../src/compare/findings.js'
import { createDocument, type Document } from '../../src/document/index.js'
import { createRandom } from './boost.js'
import { type BriefStory, learnBrief } from './learnBrief.js'

/** A made story: ten passages of one row each; what belongs in its summary stands in two of them, and again in two others. */
function makeStory(random: () => number): BriefStory {
  const document: Document = { ...createDocument({ id: 'a', text: 'x'.repeat(400) }), layers: { sentences: [] } }
  const rows = Array.from({ length: 8 }, (_, r): ClaimRow => {
    return { id: `r${r}`, cells: [[r]], importance: r < 2 ? 0.7 + 0.3 * random() : 0.4 * random() }
  })
  const passages = Array.from({ length: 10 }, (_, p): Passage => {
    const row = p % 8
    const words = [`word${row}`, `other${row}`, `mark${p}`]
    return { document, span: { start: 30 * p, end: 30 * p + 29 }, whole: true, claims: [], rows: [row], words }
  })
  return {
    choice: prepareChoice(passages, rows, [document]),
    summary: passages.map((_, p) => new Set(p % 8 < 2 ? [p % 8] : [])),
    worthy: passages.map((_, p) => p % 8 < 2),
  }
}

it('learns to take what matters first, and each matter once', () => {
  const random = createRandom(5)
  const model = learnBrief(Array.from({ length: 150 }, () => makeStory(random)))
  const { choice } = makeStory(random)
  const lines = chooseLines(choice, (figures) => gainOf(model, figures))
  const rows = lines.slice(0, 2).map((line) => choice.passages[line]!.rows[0])
  expect([...rows].sort()).toEqual([0, 1])
})
