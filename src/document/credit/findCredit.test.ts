import { describe, expect, it } from 'vitest'
import { findCredit } from './findCredit.js'

const filler = 'The council of Alder Bay voted on Monday to rebuild the pier. '.repeat(30)
const found = (text: string) => {
  const credit = findCredit(text)
  return credit === null ? null : [credit.agency, credit.extent, text.slice(credit.span.start, credit.span.end)]
}

describe('findCredit', () => {
  it.each([
    [`ALDER BAY (AP) — ${filler}`, ['Associated Press', 'whole', 'AP']],
    [`(Reuters) - ${filler}`, ['Reuters', 'whole', 'Reuters']],
    [`By Ada Lind, Associated Press\n\n${filler}`, ['Associated Press', 'whole', 'Associated Press']],
    [`${filler}\n\n© 2026 AFP`, ['Agence France-Presse', 'whole', 'AFP']],
    [
      `${filler}\n\nThe Associated Press contributed to this report.`,
      ['Associated Press', 'part', 'The Associated Press'],
    ],
  ])('reads the credit of %#', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })

  it.each([
    [`The mayor told Reuters on Monday that the pier was safe. ${filler}`],
    [`${filler} The AP had asked for the records (AP). ${filler}`],
    [filler],
    [''],
  ])('takes no agency that is only spoken of (%#)', (text) => {
    expect(found(text)).toBeNull()
  })
})
