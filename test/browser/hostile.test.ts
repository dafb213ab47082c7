import { expect, it } from 'vitest'
import { renderHtml } from '../../src/report/index.js'
import { makeSafeInPlace } from '../../src/report/view/safeText.js'
import { poisonDossier } from '../report/fixture/poison.js'
import { ferryDossier } from '../report/fixture/story.js'
import { describeInBrowser } from './browser.js'

const PAYLOADS: Readonly<Record<string, string>> = {
  scripts: '"><script>alert(1)</script><img src=x onerror=alert(2)><svg/onload=alert(3)>',
  'the end of the data block': '</script><script>alert(1)</script>',
  'direction overrides and null bytes': '\u202e\u2066\u200f\u0000\u0007',
  'a word of 10,000 letters': 'x'.repeat(10_000),
  'a title of 500 characters': 'long title '.repeat(46),
}

describeInBrowser('hostile accounts', ({ open }) => {
  for (const [name, payload] of Object.entries(PAYLOADS)) {
    it(`run nothing, load nothing and stay within the page: ${name}`, async () => {
      const dossier = poisonDossier(ferryDossier(), payload)
      const { page, troubles } = await open(await renderHtml(dossier), { viewport: { width: 390, height: 800 } })
      await page.hover('#matrix').catch(() => page.evaluate(() => document.querySelector('#matrix')!.scrollIntoView()))
      await page.locator('#a-1 :is(.md, .ma)').first().click()
      await page.waitForTimeout(300)
      expect(troubles).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
      expect(await page.locator('script').count()).toBe(2)
    })

    it(`are found at the right words: ${name}`, async () => {
      const dossier = poisonDossier(ferryDossier(), payload)
      const { page } = await open(await renderHtml(dossier))
      const span = dossier.conflicts[0]!.sides[1]!.evidence[0]!
      const index = dossier.documents.findIndex((document) => document.id === span.document)
      await page.evaluate((hash) => {
        location.hash = hash
      }, `w${index}-${span.start}-${span.end}`)
      expect(await page.locator('.body :target').textContent()).toBe(makeSafeInPlace(span.exact))
    })
  }
})
