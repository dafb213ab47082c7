import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldName } from './foldName.js'
import { parseLexicon } from './lexicon.js'
import { isAcronymOf, isShortBody } from './matchBodies.js'
import { isSamePerson, matchShortForm } from './matchPeople.js'
import { parseName } from './nameParts.js'
import { countryOf, placeKey } from './places.js'
import { isOneSlipApart, isSpellingVariant } from './spelling.js'

const lexicon = parseLexicon({
  feminine: 'maria marie nora alexandra',
  masculine: 'alexander william daniel joseph',
  both: '',
  nicknames: 'william bill,alexander sandy',
})

describe('foldName', () => {
  it.each([
    ['Zelenskiy’s', 'zelenskiy'],
    ['Jean-Luc', 'jean luc'],
    ['U.S.', 'us'],
    ['Peña Nieto', 'pena nieto'],
    ["O'Hara", 'ohara'],
    ['AT&T', 'at&t'],
    ['', ''],
  ])('%s → %s', (text, expected) => {
    expect(foldName(text)).toBe(expected)
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = foldName(text)
        expect(foldName(once)).toBe(once)
      }),
    )
  })
})

describe('parseName', () => {
  it.each([
    ['President Ada Quill', 'ada quill', null, null],
    ['Mrs. Quill', 'quill', null, 'feminine'],
    ['Tomas Orr Jr.', 'tomas orr', 'jr', null],
    ['Charles “Chuck” Brandt', 'charles brandt', null, null],
    ['Senator', 'senator', null, null],
  ])('%s', (text, key, suffix, gender) => {
    const parts = parseName(text, true)
    expect([parts.key, parts.suffix, parts.titleGender]).toEqual([key, suffix, gender])
  })

  it('keeps titles that are part of a body’s name', () => {
    expect(parseName('the General Foods', false).key).toBe('general foods')
  })
})

describe('isSamePerson', () => {
  it.each([
    ['William Orr', 'Bill Orr', true],
    ['W. Orr', 'William Orr', true],
    ['William J. Orr', 'William Orr', true],
    ['William J. Orr', 'William T. Orr', false],
    ['William Orr', 'Daniel Orr', false],
    ['William Orr', 'William Lund', false],
    ['William Orr Jr.', 'William Orr III', false],
    ['Maria Orr', 'Marie Orr', false],
    ['Alexander Orr', 'Alexandra Orr', false],
    ['Alex Orr', 'Alexander Orr', true],
    ['Vicente Rossi', 'Vincente Rossi', true],
    ['Joseph Ostrovsky', 'Joseph Ostrovskyy', true],
    ['Nora Quill', 'Nora Quill-Hart', true],
  ])('%s, %s: %s', (a, b, expected) => {
    expect(isSamePerson(parseName(a, true), parseName(b, true), lexicon)).toBe(expected)
    expect(isSamePerson(parseName(b, true), parseName(a, true), lexicon)).toBe(expected)
  })
})

describe('matchShortForm', () => {
  it.each([
    ['quill', 'ada quill', 'surname'],
    ['ada', 'ada quill', 'given'],
    ['san felice', 'selma san felice', 'surname'],
    ['maro', 'nico maro moros', 'surname'],
    ['bill', 'william orr', 'given'],
    ['quill', 'quill', null],
    ['orr', 'ada quill', null],
  ])('%s in %s: %s', (short, full, expected) => {
    expect(matchShortForm(short.split(' '), full.split(' '), lexicon)).toBe(expected)
  })
})

describe('spelling', () => {
  it.each([
    ['ostrovsky', 'ostrovskiy', true],
    ['ostrovskij', 'ostrovskyy', true],
    ['qaddari', 'gaddari', false],
    ['kaddari', 'qadari', true],
    ['vicente', 'vincente', true],
    ['lee', 'leo', false],
    ['martin', 'marten', true],
    ['brown', 'bowen', false],
  ])('%s, %s: %s', (a, b, expected) => {
    expect(isSpellingVariant(a, b)).toBe(expected)
  })

  it('is symmetric', () => {
    const word = fc.stringMatching(/^[a-z]{3,9}$/)
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(isOneSlipApart(a, b)).toBe(isOneSlipApart(b, a))
        expect(isSpellingVariant(a, b)).toBe(isSpellingVariant(b, a))
      }),
    )
  })
})

describe('bodies and places', () => {
  const isPlaceWord = (word: string): boolean => countryOf(word) !== null
  it.each([
    ['ntc', 'northern trade council', true],
    ['senate', 'us senate', true],
    ['senate', 'senate budget committee', false],
    ['vantor', 'vantor inc', true],
    ['gazette', 'harbor gazette', true],
    ['court', 'northern trade court', false],
    ['arden', 'arden university', true],
    ['university', 'arden university', false],
    ['trade court', 'harbor trade court', true],
    ['york', 'new york', false],
  ])('%s for %s: %s', (short, full, expected) => {
    expect(isShortBody(short.split(' '), full.split(' '), isPlaceWord)).toBe(expected)
  })

  it('counts small words of an acronym or leaves them out', () => {
    expect(isAcronymOf('boe', ['bank', 'of', 'elsin'])).toBe(true)
    expect(isAcronymOf('be', ['bank', 'of', 'elsin'])).toBe(true)
    expect(isAcronymOf('b', ['bank'])).toBe(false)
  })

  it.each([
    ['us', 'united states'],
    ['america', 'united states'],
    ['american', 'american'],
    ['uk', 'united kingdom'],
    ['brno', 'brno'],
  ])('%s is keyed %s', (name, key) => {
    expect(placeKey(name)).toBe(key)
  })
})
