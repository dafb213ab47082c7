import { expect, it } from 'vitest'
import { renderHtml } from '../../src/report/index.js'
import { ferryDossier } from '../report/fixture/story.js'
import { findViolations } from './axe.js'
import { describeInBrowser } from './browser.js'

describeInBrowser('the report for everyone', ({ open }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [390, 1024, 1600]) {
      it(`has no fault that axe knows, ${colorScheme}, ${width} wide`, async () => {
        const { page } = await open(await renderHtml(ferryDossier()), { colorScheme, viewport: { width, height: 900 } })
        await page.evaluate(() => {
          for (const item of document.querySelectorAll('details')) item.open = true
        })
        expect(await findViolations(page)).toEqual([])
      })
    }
    it(`has no fault with the others' words open, ${colorScheme}`, async () => {
      const { page } = await open(await renderHtml(ferryDossier()), { colorScheme })
      await page.locator('#a-1 :is(.md, .ma)').first().click()
      await page.locator('.others').waitFor({ state: 'visible' })
      expect(await findViolations(page)).toEqual([])
    })
  }

  it('can be walked by keyboard: skip link, then headings take the focus of a jump', async () => {
    const { page } = await open(await renderHtml(ferryDossier()))
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the report')
    await page.locator('.contents a[href="#quotes"]').focus()
    await page.keyboard.press('Enter')
    await page.waitForTimeout(50)
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('quotes-title')
  })

  it('has one main heading and no skipped level', async () => {
    const { page } = await open(await renderHtml(ferryDossier()))
    const levels = await page.$$eval('h1, h2, h3, h4, h5, h6', (items) => items.map((item) => Number(item.tagName[1])))
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    expect(levels.filter((level, i) => i > 0 && level > levels[i - 1]! + 1)).toEqual([])
  })
})
