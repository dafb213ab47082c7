import { describe, expect, it } from 'vitest'
import { detectLanguage } from './detectLanguage.js'

describe('detectLanguage', () => {
  it.each([
    [
      'en',
      'The council said on Monday that it would rebuild the pier that a storm had broken in January, and that work was to start in May.',
    ],
    [
      'de',
      'Der Stadtrat teilte am Montag mit, dass die im Januar vom Sturm zerstörte Seebrücke wieder aufgebaut werden soll.',
    ],
    [
      'fr',
      'Le conseil municipal a annoncé lundi que la jetée détruite par la tempête en janvier serait reconstruite avant l’été.',
    ],
    [
      'es',
      'El ayuntamiento anunció el lunes que el muelle destruido por la tormenta en enero será reconstruido antes del verano.',
    ],
  ])('tells %s', async (language, text) => {
    expect(await detectLanguage(text)).toBe(language)
  })

  it('does not guess for a few words', async () => {
    expect(await detectLanguage('Pier broken')).toBeNull()
  })
})
