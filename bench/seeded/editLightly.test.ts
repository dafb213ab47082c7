import { expect, it } from 'vitest'
import { editLightly } from './editLightly.js'
import { createRandom } from './seed.js'

const synonyms = new Map([['large', ['big']]])

it('swaps lower-case words only, by the list', () => {
  const text = 'Large large large large large large large large large large large large 40.'
  const edited = editLightly(text, 'synonyms', synonyms, createRandom(1))
  expect(edited).toMatch(/^Large (?:(?:large|big) ?)+ 40\.$/)
  expect(edited).toContain('big')
})

it('leaves quoted words as they are, also where the quotation runs on into the next paragraph', () => {
  const quoted = `“large ${'large '.repeat(30)}\n“large ${'large '.repeat(30)}”`
  expect(
    editLightly(`${quoted} she said, large ${'large '.repeat(30)}`, 'synonyms', synonyms, createRandom(1)),
  ).toMatch(/^“(?:large )+\n“(?:large )+” she said, (?:large )*big/)
})

it('leaves printed posts and words between single marks as they are', () => {
  const large = 'large '.repeat(30)
  const post = `${large}— A Name (@name)`
  const edited = editLightly(`${post}\nThe ‘${large}’ crowd, ${large}`, 'synonyms', synonyms, createRandom(1))
  expect(edited).toMatch(/^(?:large )+— A Name \(@name\)\nThe ‘(?:large )+’ crowd, (?:large )*big/)
})

it('changes marks and no words', () => {
  for (let seed = 0; seed < 8; seed++) {
    const edited = editLightly('“It’s over,” she said — twice.', 'typography', synonyms, createRandom(seed))
    expect(edited.match(/\p{L}+/gu)).toEqual(['It', 's', 'over', 'she', 'said', 'twice'])
  }
})

it('keeps every sentence when it changes their order', () => {
  const edited = editLightly('One ran. Two sat. Three slept. Four left.', 'order', synonyms, createRandom(3))
  expect(edited).not.toBe('One ran. Two sat. Three slept. Four left.')
  expect(edited.split(/(?<=\.) /).sort()).toEqual(['Four left.', 'One ran.', 'Three slept.', 'Two sat.'])
})
