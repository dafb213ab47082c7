import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Rules that axe finds broken, with the first place of each. */
export async function findViolations(page: Page): Promise<string[]> {
  // Parts that are skipped while out of sight have no colours to measure.
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('*')) {
      if (element instanceof HTMLElement && getComputedStyle(element).contentVisibility === 'auto')
        element.style.contentVisibility = 'visible'
    }
  })
  await page.evaluate(AXE)
  const results = await page.evaluate(
    () => (globalThis as unknown as { axe: { run(): Promise<unknown> } }).axe.run() as Promise<unknown>,
  )
  return (results as AxeResults).violations.map(
    ({ id, impact, nodes }) => `${id} (${impact}): ${nodes[0]?.target.join(' ')} ${nodes[0]?.failureSummary ?? ''}`,
  )
}
