import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitClauses } from './splitClauses.js'
import { tagPlainly } from './testing/tagPlainly.js'

function split(words: string): string[] {
  const { text, tokens, sentence } = tagPlainly(words)
  return splitClauses(tokens, sentence).map((clause) =>
    clause.tokens.map((i) => text.slice(tokens[i]!.start, tokens[i]!.end)).join(' '),
  )
}

const FIRE =
  'Old/ADJ wooden/ADJ houses/NOUN burned/VERB near/ADP the/DET harbour/NOUN of/ADP Tarn/PROPN late/ADV Monday/PROPN night/NOUN'
const HELP =
  'forty/NUM volunteer/NOUN crews/NOUN brought/VERB water/NOUN from/ADP the/DET northern/ADJ river/NOUN mills/NOUN'

describe('splitClauses', () => {
  it('parts two full clauses at the conjunction', () => {
    expect(split(`${FIRE} ,/PUNCT and/CCONJ ${HELP} ./PUNCT`)).toEqual([
      'Old wooden houses burned near the harbour of Tarn late Monday night ,',
      'and forty volunteer crews brought water from the northern river mills .',
    ])
  })

  it('keeps a clause of few content words with its neighbour', () => {
    expect(split(`${FIRE} ,/PUNCT as/SCONJ police/NOUN said/VERB ./PUNCT`)).toHaveLength(1)
  })

  it('gives a sentence without a verb as one clause', () => {
    expect(split('A/DET cold/ADJ night/NOUN ./PUNCT')).toEqual(['A cold night .'])
  })

  it('follows the parse where there is one', () => {
    const parsed =
      'Old/ADJ/2/amod wooden/ADJ/2/amod houses/NOUN/3/nsubj burned/VERB/-1/root near/ADP/5/case harbour/NOUN/3/obl late/ADJ/7/amod ' +
      'Monday/PROPN/3/obl Tarn/PROPN/3/obl Lund/PROPN/3/obl ' +
      'forty/NUM/12/nummod volunteer/NOUN/12/compound crews/NOUN/13/nsubj brought/VERB/3/parataxis fresh/ADJ/15/amod water/NOUN/13/obj ' +
      'northern/ADJ/17/amod mills/NOUN/13/obl ./PUNCT/3/punct'
    expect(split(parsed)).toEqual([
      'Old wooden houses burned near harbour late Monday Tarn Lund .',
      'forty volunteer crews brought fresh water northern mills',
    ])
  })

  it('puts every token in exactly one clause, whatever the tags, heads and relations', () => {
    const token = fc.tuple(
      fc.constantFrom('Ada', 'left', ',', 'who', 'because', '“', 'said', 'and', 'running', '.'),
      fc.constantFrom('NOUN', 'VERB', 'PUNCT', 'PRON', 'SCONJ', 'CCONJ', 'PROPN'),
      fc.integer({ min: -1, max: 30 }),
      fc.constantFrom('root', 'conj', 'ccomp', 'advcl', 'acl:relcl', 'nsubj', 'dep', 'punct'),
    )
    fc.assert(
      fc.property(fc.array(token, { minLength: 1, maxLength: 30 }), (parts) => {
        const { tokens, sentence } = tagPlainly(parts.map((part) => part.join('/')).join(' '))
        const found = splitClauses(tokens, sentence).flatMap((clause) => clause.tokens)
        expect([...found].sort((x, y) => x - y)).toEqual(tokens.map((_, i) => i))
      }),
    )
  })
})
