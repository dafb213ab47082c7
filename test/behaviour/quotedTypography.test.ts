import { describe, expect, it } from 'vitest'
import { createCoreference, createNames, createSyntax, createTimes, runPipeline } from '../../src/annotate/index.js'
import { createAttributor } from '../../src/attribute/index.js'
import { createDocument } from '../../src/document/index.js'

const components = [createSyntax(), createNames(), createTimes(), createCoreference(), createAttributor()]

/** `speaker: words` of every quotation of a story we wrote, in order; parts of one utterance joined by `…`. */
function quoted(text: string): readonly string[] {
  const { attributions = [] } = runPipeline(components, createDocument({ id: 'a', text })).layers
  return attributions
    .filter(({ kind }) => kind !== 'indirect')
    .map(({ speaker, content }) => {
      const words = content.map(({ start, end }) => text.slice(start, end)).join(' … ')
      return `${speaker.name ?? '-'}: ${words}`
    })
}

const HOLD = 'Ines Falk: The dam will hold'
const CHECKED = `${HOLD} … We checked it twice.`

const cases: readonly (readonly [typography: string, text: string, expected: readonly string[]])[] = [
  ['curly', '“The dam will hold,” said Ines Falk, the harbour master. “We checked it twice.”', [CHECKED]],
  ['straight', '"The dam will hold," Ines Falk said. "We checked it twice."', [CHECKED]],
  ['guillemets', '« The dam will hold », said Ines Falk.', [HOLD]],
  ['guillemets turned round', '»The dam will hold«, said Ines Falk.', [HOLD]],
  ['German', '„The dam will hold“, said Ines Falk. „We checked it twice.“', [CHECKED]],
  ['Polish', '„The dam will hold”, said Ines Falk.', [HOLD]],
  ['spaced straight', '" The dam will hold , " said Ines Falk .', [HOLD]],
  ['spaced curly', '“ The dam will hold , ” said Ines Falk.', [HOLD]],
  ['TeX', "``The dam will hold,'' said Ines Falk.", [HOLD]],
  ['two single marks', "''The dam will hold,'' said Ines Falk.", [HOLD]],
  [
    'British with apostrophes',
    "'The dam's walls will hold,' said Ines Falk. 'It's the workers' dam, and we've checked it.'",
    ["Ines Falk: The dam's walls will hold … It's the workers' dam, and we've checked it."],
  ],
  [
    'British, curly',
    '‘The dam’s walls will hold,’ said Ines Falk. ‘It’s the workers’ dam.’',
    ['Ines Falk: The dam’s walls will hold … It’s the workers’ dam.'],
  ],
  ['a quotation in a quotation', '“He told me ‘run’,” said Ines Falk.', ['Ines Falk: He told me ‘run’']],
  ['the same, British', '\'He told me "run" and I ran,\' said Ines Falk.', ['Ines Falk: He told me "run" and I ran']],
  ['marks that do not match', '“The dam will hold," said Ines Falk.', [HOLD]],
  ['an inch mark before', 'The rod was 5" long. "The dam will hold," said Ines Falk.', [HOLD]],
  ['a stop instead of the comma', '“The dam will hold.” Ines Falk said on Monday.', [`${HOLD}.`]],
  ['a closing mark alone', 'The dam will hold,” said Ines Falk. The town slept.', []],
  [
    'a closing mark forgotten after a colon',
    'Ines Falk said: “The dam will hold.\n\nPiet Orr disagreed. “It will break,” he said.',
    [`${HOLD}.`, 'Piet Orr: It will break'],
  ],
  [
    'the opening mark repeated over paragraphs',
    '“The dam will hold,” said Ines Falk. “We checked it.\n\n“Nobody needs to leave.\n\n“We will say more.”',
    [`${HOLD} … We checked it. … Nobody needs to leave. … We will say more.`],
  ],
  [
    'paragraphs, the cue last',
    '"The dam will hold.\n\n"Nobody needs to leave," said Ines Falk.',
    [`${HOLD}. … Nobody needs to leave`],
  ],
  [
    'a heading',
    "'The dam will hold': town waits for the flood\n\nThe town waited. “The dam will hold,” said Ines Falk.",
    [HOLD, HOLD],
  ],
  ['a heading with a name', 'Ines Falk: ‘The dam will hold’\n\nThe town waited on Monday.', [HOLD]],
  [
    'a list',
    '• “The dam will hold,” said Ines Falk.\n• “It will break,” said Piet Orr.',
    [HOLD, 'Piet Orr: It will break'],
  ],
  [
    'questions and answers',
    'Q: Will the dam hold?\n\nA: It will. We checked it twice.',
    ['-: Will the dam hold?', '-: It will. We checked it twice.'],
  ],
  [
    'a transcript',
    'MODERATOR: Will the dam hold?\n\nINES FALK: It will hold.\n\nPIET ORR: I do not think so.',
    ['MODERATOR: Will the dam hold?', 'INES FALK: It will hold.', 'PIET ORR: I do not think so.'],
  ],
  [
    'a transcript by surname and paper',
    'Ines Falk, the harbour master, spoke to the Brill Gazette.\n\nGAZETTE: Will it hold?\n\nFALK: It will.',
    ['Brill Gazette: Will it hold?', 'Ines Falk: It will.'],
  ],
  [
    'pointers to other articles',
    'The dam held.\n\nSEE ALSO: Falk says dam ‘will hold forever’\n\nDam ‘will hold’, says Falk Read more',
    [],
  ],
  ['pointers that are no turns', 'The dam held.\n\nSEE ALSO: Town waits\n\nREAD MORE: The flood', []],
  ['a signed post', 'The dam will hold. — Ines Falk (@inesfalk) July 8, 2016', [`${HOLD}.`]],
  ['a post after its signature', 'Ines Falk (@inesfalk) The dam will hold.\n\nThe town slept.', [`${HOLD}.`]],
  ['a post under its signature', 'Ines Falk (@inesfalk)\n\nThe dam will hold.\n\nJuly 8, 2016', [`${HOLD}.`]],
  ['a handle in a sentence', 'Ines Falk (@inesfalk) said on Monday that the dam held.', []],
  ['a post with a cue', 'Ines Falk tweeted: “The dam will hold. #brill @council”', [`${HOLD}. #brill @council`]],
  ['a handle', '“The dam will hold,” @inesfalk wrote on Twitter.', ['@inesfalk: The dam will hold']],
]

describe('quotations in every typography', () => {
  it.each(cases)('%s', (_, text, expected) => {
    expect(quoted(text)).toEqual(expected)
  })
})
