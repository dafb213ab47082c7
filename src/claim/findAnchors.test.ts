import { describe, expect, it } from 'vitest'
import { createDocument } from '../document/index.js'
import { createReader } from './createReader.js'

const read = createReader()

/** For each time and number of a text its words, the verb it belongs to and the nouns above it. */
function anchorsOf(text: string): readonly string[] {
  const { layers } = read(createDocument({ id: 'a', text, publishedAt: '2026-03-11', language: 'en' }))
  return layers.anchors!.map((anchor) => {
    const value = (anchor.of === 'time' ? layers.times! : layers.quantities!)[anchor.index]!
    const heads = anchor.parts.map((part) => part.head)
    return `${text.slice(value.start, value.end)}: ${[anchor.verb, ...anchor.nouns].join(' ')} (${heads.join(' ')})`
  })
}

describe('findAnchors', () => {
  it('gives the verb with its parts and the nouns in between', () => {
    expect(anchorsOf('Police released a 48-page indictment on Friday.')).toEqual([
      'Friday: release (police indictment)',
      '48: release page indictment (police friday)',
    ])
  })

  it('gives the subject of a number that is itself the predicate', () => {
    expect(anchorsOf('The toll was 12.')).toEqual(['12: be (toll)'])
  })

  it('gives nothing for a text without values', () => {
    expect(anchorsOf('Nothing happened.')).toEqual([])
    expect(anchorsOf('')).toEqual([])
  })
})
