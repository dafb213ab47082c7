import { describe, expect, it } from 'vitest'
import type { FoundName } from './findNames.js'
import { extendPhrase, type Gazetteer, PHRASE_KINDS } from './gazetteer.js'
import type { NameClass } from './labels.js'
import { settleNames } from './settleNames.js'
import { hashText } from './wordColumns.js'

const listed = new Map([
  [extendPhrase(0, hashText('norland')), PHRASE_KINDS.region],
  [extendPhrase(0, hashText('georgia')), PHRASE_KINDS.region | PHRASE_KINDS.given],
])
const gazetteer: Gazetteer = { longest: 1, kindsOf: (hash) => listed.get(hash) ?? 0 }

/** Reads `[Person Ana Ruiz]` marks, settles, and writes the marks back. A text up to ` — ` is its dateline. */
function settle(marked: string): string {
  const words: string[] = []
  const names: FoundName[] = []
  let label: NameClass | null = null
  let from = 0
  for (const piece of marked.split(' ')) {
    if (piece.startsWith('[')) {
      label = piece.slice(1) as NameClass
      from = words.length
    } else {
      words.push(piece.replace(']', ''))
      if (piece.endsWith(']')) names.push({ from, to: words.length, label: label!, probability: 1 })
    }
  }
  const dash = words.indexOf('—')
  const settled = settleNames(names, { words, isDateline: (token) => token < dash, gazetteer })
  const out: string[] = []
  words.forEach((word, index) => {
    const opens = settled.find((name) => name.from === index)
    const closes = settled.some((name) => name.to === index + 1)
    out.push(`${opens === undefined ? '' : `[${opens.label} `}${word}${closes ? ']' : ''}`)
  })
  return out.join(' ')
}

describe('settleNames', () => {
  it.each([
    [
      'a dateline holds places, and so do its names elsewhere',
      '[Person LARKIN] — Fire took [Person Larkin] .',
      '[Location LARKIN] — Fire took [Location Larkin] .',
    ],
    ['agencies of a dateline stay bodies', 'ROME [Organization AP] — Rain', 'ROME [Organization AP] — Rain'],
    ['the town of a name is a place', 'the town of [Person Larkin] woke', 'the town of [Location Larkin] woke'],
    [
      'a person of that surname keeps it',
      '[Person LARKIN] — [Person Ana Larkin] left . [Person Larkin] said',
      '[Location LARKIN] — [Person Ana Larkin] left . [Person Larkin] said',
    ],
    [
      'a place and a person that meet are two',
      'to [Person Norland Ruiz] said . [Person Ruiz] left',
      'to [Location Norland] [Person Ruiz] said . [Person Ruiz] left',
    ],
    [
      'a given name stays with its surname',
      'to [Person Georgia Ruiz] he said . [Person Ruiz] left',
      'to [Person Georgia Ruiz] he said . [Person Ruiz] left',
    ],
    ['a storm is no person', 'as [Person Hurricane Ada] came', 'as [Misc Hurricane Ada] came'],
    ['a case is no person', 'in [Person Quill v. Orr] it', 'in [Misc Quill v. Orr] it'],
    ['a saint is a place', 'police in St. [Person Paul] said', 'police in [Location St. Paul] said'],
    [
      'two people before one noun are two',
      '[Person Ana Ruiz] met [Person Orr Tal] . The [Person Ruiz - Orr] talks',
      '[Person Ana Ruiz] met [Person Orr Tal] . The [Person Ruiz] - [Person Orr] talks',
    ],
    [
      'a double name is one',
      '[Person Ana Ruiz - Orr] left . [Person Ruiz - Orr] said',
      '[Person Ana Ruiz - Orr] left . [Person Ruiz - Orr] said',
    ],
    ['a base is no person', 'at [Person Base Elm-Ridge] near', 'at [Facility Base Elm-Ridge] near'],
  ])('%s', (_name, before, after) => {
    expect(settle(before)).toBe(after)
  })
})
