import { looksEnglish } from './looksEnglish.js'

// Below this an n-gram model guesses: a headline or a caption in any language.
const SHORTEST = 40

let model: typeof import('eld/small').eld | undefined

/**
 * The BCP 47 primary tag of the language a text is written in; null where it is too short or mixed to tell.
 *
 * English is told by its function words alone; the n-gram model (eld) is only loaded for what is not plainly English.
 */
export async function detectLanguage(text: string): Promise<string | null> {
  if (looksEnglish(text)) return 'en'
  const sample = text.slice(0, 4_000)
  if (sample.trim().length < SHORTEST) return null
  model ??= (await import('eld/small')).eld
  const found = model.detect(sample)
  return found.isReliable() && found.language !== '' ? found.language : null
}
