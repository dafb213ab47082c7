import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import type { Dossier } from '../../src/dossier/index.js'
import { renderHtml } from '../../src/report/index.js'
import { findViolations } from './axe.js'
import { describeInBrowser } from './browser.js'
import { findMarked } from './marked.js'

/** The dossier of an example as the built command gives it. */
function compareExample(name: string): Dossier {
  const output = execFileSync(
    process.execPath,
    ['dist/cli/main.js', 'compare', `examples/${name}`, '--format', 'json', '--quiet'],
    { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  )
  return JSON.parse(output) as Dossier
}

describeInBrowser('the report of the examples', ({ open }) => {
  for (const name of ['alaska-summit', 'mill-creek-recall']) {
    it(`opens without trouble, leads to the right words and is fit for everyone: ${name}`, async () => {
      const dossier = compareExample(name)
      const html = await renderHtml(dossier)
      const { page, troubles } = await open(html, { viewport: { width: 1024, height: 900 } })
      const links = await page.$$eval('main a[href^="#w"]', (items) => [
        ...new Set(items.map((item) => item.getAttribute('href') ?? '')),
      ])
      expect(links.length).toBeGreaterThan(10)
      const wrong: string[] = []
      for (const href of links) {
        const [, index, start, end] = /^#w(\d+)-(\d+)-(\d+)$/.exec(href)!.map(Number) as [
          number,
          number,
          number,
          number,
        ]
        await page.evaluate((hash) => {
          location.hash = hash
        }, href)
        await page.waitForTimeout(20)
        if ((await findMarked(page)) !== dossier.documents[index]!.text.slice(start, end)) wrong.push(href)
      }
      expect(wrong).toEqual([])
      expect(await findViolations(page)).toEqual([])
      expect(troubles).toEqual([])
      const text = dossier.documents.reduce((sum, document) => sum + Buffer.byteLength(document.text), 0)
      expect(Buffer.byteLength(html) - text).toBeLessThan(150_000)
    })
  }
})
