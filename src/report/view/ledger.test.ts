import { describe, expect, it } from 'vitest'
import type { Dossier, DossierAttribution, DossierQuoteGroup } from '../../dossier/index.js'
import { buildLedger, dropRepeats, dropWords, type LedgerEntry } from './ledger.js'

type Difference = DossierQuoteGroup['difference']

function quote(id: string, document: string, words: string): DossierAttribution {
  const content = [{ document, start: 0, end: words.length, exact: words }]
  return {
    id,
    document,
    kind: 'direct',
    content,
    speaker: { entity: null, name: 'Vale' },
  } as unknown as DossierAttribution
}

function entry(difference: Difference, ...quotes: readonly (readonly [string, string])[]): LedgerEntry {
  return {
    group: { id: '', difference, attributions: [], variants: [] },
    quotes: quotes.map(([document, words]) => quote('', document, words)),
  }
}

const show = (entries: readonly LedgerEntry[]) =>
  entries.map(({ quotes }) => quotes.map(({ document, content }) => `${document}: ${content[0]!.exact}`).join(', '))

describe('dropRepeats', () => {
  it('drops what the same account is quoted with again', () => {
    expect(
      show(dropRepeats([entry('none', ['a', 'We left.']), entry('none', ['a', '“we left”'], ['b', 'We left.'])])),
    ).toEqual(['a: We left.', 'b: We left.'])
  })

  it('drops an entry of which nothing is left, but none of wordings that are marked against each other', () => {
    const differing = entry('wording', ['a', 'We left.'], ['b', 'We all left.'])
    expect(show(dropRepeats([entry('none', ['a', 'We left.']), differing, differing]))).toEqual([
      'a: We left.',
      'a: We left., b: We all left.',
    ])
  })

  it('gives nothing for nothing', () => {
    expect(dropRepeats([])).toEqual([])
  })
})

describe('dropWords', () => {
  it('leaves out single words of one account, unless nothing else is said', () => {
    const [word, shared, whole] = [
      entry('none', ['a', 'thief']),
      entry('none', ['a', 'liar'], ['b', 'liar']),
      entry('none', ['a', 'We left.']),
    ]
    expect(show(dropWords([word!, shared!, whole!]))).toEqual(['a: liar, b: liar', 'a: We left.'])
    expect(show(dropWords([word!]))).toEqual(['a: thief'])
  })
})

describe('buildLedger', () => {
  it('puts what several accounts quote first, then whole utterances before a word or two', () => {
    const quotes = [
      quote('1', 'a', 'thief'),
      quote('2', 'a', 'We have left the harbour.'),
      quote('3', 'a', 'never again'),
      quote('4', 'b', 'never again'),
    ]
    const groups = [['1'], ['2'], ['3', '4']].map((attributions, i) => ({
      id: `q${i}`,
      attributions,
      difference: 'none',
    }))
    const dossier = { attributions: quotes, entities: [], quoteGroups: groups } as unknown as Dossier
    expect(show(buildLedger(dossier)[0]!.entries)).toEqual([
      'a: never again, b: never again',
      'a: We have left the harbour.',
      'a: thief',
    ])
  })
})
