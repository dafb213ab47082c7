import type { DocumentState } from '../../document.js'
import { asksToSubscribe, findState } from '../../state/findState.js'
import type { Block } from './blockText.js'

/** What a page's own data says of who may read it. */
export interface Access {
  /** False where the page says that it is not free; null where it says nothing. */
  readonly free: boolean | null
  /** The number of words the article is said to have. */
  readonly words: number | null
}

// A teaser before a paywall is a few paragraphs; an article is longer.
const LONGEST_TEASER = 2_000
// What counts words counts headings and captions too, so that half is still the whole article.
const LEAST_SHARE = 0.5
const GOES_ON =
  /^\W*(?:(?:continue|keep) reading\b.*|read (?:more|(?:the )?(?:full|whole|rest of the) (?:story|article)))\W*$/i

/**
 * How much of the article a page let us read.
 *
 * `paywalled`: a notice to subscribe ends the text or was cut out of it, or the text is no longer than a teaser and the page says that it is not
 * free or asks anywhere to subscribe for reading on. `truncated`: the text ends in a mark of omission or a "continue reading", or has less than half of the words that the
 * page's data gives it.
 */
export function pageState({
  text,
  access,
  cutOut,
  page,
}: {
  readonly text: string
  readonly access: Access
  readonly cutOut: readonly string[]
  readonly page: readonly Block[]
}): DocumentState {
  const state = findState(text)
  if (state === 'paywalled' || cutOut.some(asksToSubscribe)) return 'paywalled'
  const teaser = text.length < LONGEST_TEASER
  if (teaser && (access.free === false || page.some((block) => asksToSubscribe(block.text)))) return 'paywalled'
  const words = text.split(/\s+/).length
  const short = access.words !== null && words < LEAST_SHARE * access.words
  if (short && access.free === false) return 'paywalled'
  if (state === 'truncated' || short) return 'truncated'
  return teaser && cutOut.some((block) => GOES_ON.test(block)) ? 'truncated' : 'complete'
}
