import { describe, expect, it } from 'vitest'
import { isOthersTitle, isToldAsPast } from './roleContext.js'

function find(text: string, role: string): { readonly start: number; readonly end: number } {
  const start = text.indexOf(role)
  return { start, end: start + role.length }
}

describe('isToldAsPast', () => {
  it.each([
    ['Okoye served as secretary under Lind.', 'secretary'],
    ['Okoye was a young senator then.', 'a young senator'],
    ['He was elected mayor of Tarn.', 'mayor'],
    ['The talks were led by then Senator Okoye.', 'Senator'],
    ['Three winters ago, Mayor Okoye opened the bridge.', 'Mayor'],
    ['In the spring, in 2019, Governor Okoye said no.', 'Governor'],
    ['In 2019, Senator Okoye said no.', 'Senator'],
    ['In her years as mayor Okoye built it.', 'mayor'],
  ])('is true for %s', (text, role) => {
    expect(isToldAsPast(text, find(text, role))).toBe(true)
  })

  it.each([
    ['Governor Okoye said no.', 'Governor'],
    ['Rain fell. Senator Okoye said it was late.', 'Senator'],
    ['It was cold three winters ago. Mayor Okoye is glad.', 'Mayor'],
    ['Two hours ago, Senator Okoye opened the bridge.', 'Senator'],
    ['The bridge of 2019\n\nMayor Okoye is glad.', 'Mayor'],
    ['The plan was confirmed by Governor Okoye.', 'Governor'],
    ['It was the first time Senator Okoye came.', 'Senator'],
    ['She won a second term\nSenator Okoye is glad.', 'Senator'],
    [`Chicago ${'x'.repeat(55)} Mayor Okoye said.`, 'Mayor'],
  ])('is false for %s', (text, role) => {
    expect(isToldAsPast(text, find(text, role))).toBe(false)
  })
})

describe('isOthersTitle', () => {
  const names = new Set(['ada', 'okoye'])

  it('is true where somebody else is named right behind the title', () => {
    const text = 'Ms. Okoye, Secretary of State Ida Lind and others'
    expect(isOthersTitle(text, find(text, 'Secretary of State'), names)).toBe(true)
  })

  it('is false where the person is, or nobody', () => {
    const named = 'Secretary of State Ada Okoye'
    expect(isOthersTitle(named, find(named, 'Secretary of State'), names)).toBe(false)
    const evening = 'Ada Okoye, the mayor Monday night said no'
    expect(isOthersTitle(evening, find(evening, 'the mayor'), names)).toBe(false)
    const paragraph = 'Okoye, the Mayor\n\nRain fell'
    expect(isOthersTitle(paragraph, find(paragraph, 'the Mayor'), names)).toBe(false)
    const apposition = 'Okoye, the secretary of state, left.'
    expect(isOthersTitle(apposition, find(apposition, 'the secretary of state'), names)).toBe(false)
  })
})
