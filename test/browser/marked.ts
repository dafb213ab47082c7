import type { Page } from 'playwright-core'

/** The words that are marked as found, whichever way the page marks them. */
export async function findMarked(page: Page): Promise<string> {
  return page.evaluate(() => {
    const target = document.querySelector('.body :target')
    if (target !== null && target.tagName !== 'I') return target.textContent ?? ''
    const range = [...(CSS.highlights.get('found') ?? [])][0]
    return range?.toString() ?? ''
  })
}
