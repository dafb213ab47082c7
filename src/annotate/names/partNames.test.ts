import { describe, expect, it } from 'vitest'
import type { FoundName } from './findNames.js'
import { extendPhrase, type Gazetteer, PHRASE_KINDS } from './gazetteer.js'
import type { NameClass } from './labels.js'
import { partNames } from './partNames.js'
import { hashText } from './wordColumns.js'

const gazetteer: Gazetteer = {
  longest: 1,
  kindsOf: (hash) => (hash === extendPhrase(0, hashText('ada')) ? PHRASE_KINDS.given : 0),
}

/** Names of `text` after parting; `given` are words "from to label" of what was found before. */
function partText(
  text: string,
  ...given: readonly (readonly [from: number, to: number, label: NameClass])[]
): string[] {
  const words = text.split(' ')
  const names = given.map(([from, to, label]): FoundName => ({ from, to, label, probability: 1 }))
  return partNames(names, words, gazetteer).map(({ from, to, label }) => `${label} ${words.slice(from, to).join(' ')}`)
}

describe('partNames', () => {
  it('makes one body of the capitals around an ampersand', () => {
    expect(partText('from Oak & Ruiz powder', [1, 2, 'Person'], [3, 4, 'Person'])).toEqual(['Organization Oak & Ruiz'])
    expect(partText('from Oak & Ruiz ’s , the maker')).toEqual(['Organization Oak & Ruiz ’s'])
    expect(partText('from Oak & Ruiz ’s powder')).toEqual(['Organization Oak & Ruiz'])
    expect(partText('at Oak & Ruiz & Quill .')).toEqual(['Organization Oak & Ruiz & Quill'])
    expect(partText('this & that')).toEqual([])
  })

  it('parts two names at an article between them', () => {
    expect(partText('gave Ada Quill the Harbour Medal of Honour', [1, 8, 'Misc'])).toEqual([
      'Person Ada Quill',
      'Misc Harbour Medal of Honour',
    ])
    expect(partText('the Union for the North', [1, 5, 'Organization'])).toEqual(['Organization Union for the North'])
  })

  it('parts two names of one person in a row', () => {
    expect(partText('Mayor Quill Ada Jane Quill left', [1, 5, 'Person'])).toEqual([
      'Person Quill',
      'Person Ada Jane Quill',
    ])
    expect(partText('Ada Quill Ada Jane Quill', [0, 5, 'Person'])).toEqual([
      'Person Ada Quill',
      'Person Ada Jane Quill',
    ])
    expect(partText('Quill Quill-Orr met', [0, 2, 'Person'])).toEqual(['Person Quill Quill-Orr'])
  })

  it('parts a body and where it is', () => {
    expect(partText('the Harbour Laboratory in Port Alder', [1, 6, 'Misc'])).toEqual([
      'Organization Harbour Laboratory',
      'Location Port Alder',
    ])
    expect(partText('Death in Venice', [0, 3, 'Misc'])).toEqual(['Misc Death in Venice'])
  })
})
