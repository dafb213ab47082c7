import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { renderHtml } from '../../src/report/index.js'
import { largeDossier } from '../report/fixture/large.js'
import { ferryDossier } from '../report/fixture/story.js'
import { describeInBrowser } from './browser.js'
import { findMarked } from './marked.js'

const dossier = ferryDossier()

describeInBrowser('the report', ({ open }) => {
  it('opens without a console message and asks for nothing', async () => {
    const { page, troubles } = await open(await renderHtml(dossier))
    await page.waitForTimeout(300)
    expect(troubles).toEqual([])
    expect(await page.title()).toBe(dossier.story.title)
  })

  it('leads from every source link to exactly the words it stands for', async () => {
    const { page } = await open(await renderHtml(dossier))
    const links = await page.$$eval('a[href^="#w"]', (items) => [
      ...new Set(items.map((item) => item.getAttribute('href') ?? '')),
    ])
    expect(links.length).toBeGreaterThan(20)
    for (const href of links) {
      const match = /^#w(\d+)-(\d+)-(\d+)$/.exec(href)!
      await page.evaluate((hash) => {
        location.hash = hash
      }, href)
      await page.waitForTimeout(20)
      const text = dossier.documents[Number(match[1])]!.text
      expect(await findMarked(page)).toBe(text.slice(Number(match[2]), Number(match[3])))
    }
  })

  it('goes from a difference to the account and back', async () => {
    const { page } = await open(await renderHtml(dossier), { viewport: { width: 1024, height: 700 } })
    await page.evaluate(() => {
      document.querySelector('#c-2')!.scrollIntoView()
    })
    const before = await page.evaluate(() => scrollY)
    await page.click('#c-2 a[href^="#w"]')
    expect(await page.locator('.body :target').isVisible()).toBe(true)
    expect(await page.evaluate(() => scrollY)).not.toBe(before)
    await page.click('button.back')
    await page.waitForFunction((y) => Math.abs(scrollY - y) < 5, before)
  })

  it('answers each of the three first questions within two clicks', async () => {
    const { page } = await open(await renderHtml(dossier), { viewport: { width: 1024, height: 800 } })
    const inView = (selector: string): Promise<boolean> =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => {
          const { top } = element.getBoundingClientRect()
          return top >= 0 && top < innerHeight
        })
    await page.click('.ways a[href="#conflicts"]')
    expect(await inView('#c-1 .value')).toBe(true)
    await page.evaluate(() => scrollTo(0, 0))
    await page.click('.ways a[href="#quotes"]')
    expect(await inView('#quotes .said')).toBe(true)
    expect(await page.locator('#quotes').textContent()).toContain('earliest of these')
    await page.evaluate(() => scrollTo(0, 0))
    await page.click('.ways a[href="#omissions"]')
    expect(await inView('#omissions .group li')).toBe(true)
  })

  it('opens a deep link at the finding', async () => {
    const { page } = await open(await renderHtml(dossier))
    await page.goto(`${page.url()}#k-4`)
    await page.reload()
    await page.locator('#k-4 details[open]').waitFor()
    expect(await page.locator('#k-4').evaluate((row) => row.getBoundingClientRect().top < innerHeight)).toBe(true)
  })

  it('filters the differences by strength and kind', async () => {
    const { page } = await open(await renderHtml(dossier))
    const shown = (): Promise<number> => page.locator('#conflicts .card:visible').count()
    expect(await shown()).toBe(5)
    await page.selectOption('[data-filter="strength"]', 'contradiction')
    expect(await shown()).toBe(3)
    await page.selectOption('[data-filter="kind"]', 'role')
    expect(await shown()).toBe(1)
    expect(await page.locator('#conflicts output').textContent()).toBe('1 of 5 shown')
    await page.selectOption('[data-filter="strength"]', '')
    await page.selectOption('[data-filter="kind"]', '')
    expect(await shown()).toBe(5)
  })

  it('filters, sorts and searches the points', async () => {
    const { page, troubles } = await open(await renderHtml(dossier))
    const rows = (): Promise<string[]> => page.$$eval('.matrix tbody tr', (items) => items.map((item) => item.id))
    await page.hover('#matrix')
    expect(await rows()).toHaveLength(10)
    await page.locator('#matrix select').nth(0).selectOption('single')
    expect(await rows()).toEqual(['k-6', 'k-7', 'k-8', 'k-9', 'k-10'])
    await page.locator('#matrix select').nth(0).selectOption('')
    await page.locator('#matrix select').nth(1).selectOption('port-record')
    expect(await rows()).toEqual(['k-1', 'k-2', 'k-10'])
    await page.locator('#matrix select').nth(1).selectOption('')
    await page.locator('#matrix select').nth(2).selectOption('least')
    expect((await rows()).at(-1)).toBe('k-1')
    await page.locator('#matrix input').fill('rudder')
    expect(await rows()).toEqual(['k-7', 'k-5'])
    expect(troubles).toEqual([])
  })

  it('shows quotations by speaker, and only those whose words differ', async () => {
    const { page } = await open(await renderHtml(dossier))
    await page.selectOption('[data-filter="speaker"]', { label: 'Pia Sandoval (1)' })
    expect(await page.locator('.speaker:visible').count()).toBe(1)
    await page.selectOption('[data-filter="speaker"]', '')
    await page.check('[data-filter="differing"]')
    expect(await page.locator('.speaker:visible h3').allTextContents()).toEqual(['Tomas Reinholt'])
    expect(await page.locator('.speaker:visible mark').allTextContents()).toEqual(['all'])
  })

  it('shows the words of the others beside a sentence, closes on Escape and gives the focus back', async () => {
    const { page, troubles } = await open(await renderHtml(dossier))
    const sign = page.locator('#a-1 a.md').first()
    await sign.focus()
    await page.keyboard.press('Enter')
    const box = page.locator('.others')
    await box.waitFor({ state: 'visible' })
    expect(await box.textContent()).toContain('late on Tuesday')
    await page.keyboard.press('Escape')
    await box.waitFor({ state: 'hidden' })
    expect(await sign.evaluate((element) => element === document.activeElement)).toBe(true)
    await sign.click()
    await box.locator('a').first().click()
    await page.waitForTimeout(50)
    expect(await findMarked(page)).toBe('late on Tuesday')
    expect(troubles).toEqual([])
  })

  it('copies a quotation with its citation', async () => {
    const { page } = await open(await renderHtml(dossier), { permissions: ['clipboard-read', 'clipboard-write'] })
    await page.locator('#c-4 .side').nth(1).getByRole('button').click()
    const expected =
      '“There were 221 people on board, the harbour authority said after counting the tickets again.” — Lindow Gazette, ' +
      '“Aurora grounding: captain was not on the bridge, investigators say”, 5 March 2026, 07:00, https://lindow-gazette.example/aurora'
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(expected)
  })

  it('saves tables and the whole dossier', async () => {
    const { page } = await open(await renderHtml(dossier))
    const save = async (name: string): Promise<string> => {
      const [download] = await Promise.all([page.waitForEvent('download'), page.click(`[data-export="${name}"]`)])
      return readFileSync((await download.path())!, 'utf8')
    }
    const words = dossier.conflicts.flatMap((item) => item.sides.flatMap((side) => side.evidence)).length
    expect(JSON.parse(await save('json'))).toEqual(dossier)
    expect((await save('conflicts')).split('\r\n')).toHaveLength(1 + words + 1)
    expect(await save('timeline')).toContain('crews had warned of rudder trouble since January')
  })

  it('is whole without scripts', async () => {
    const { page, troubles } = await open(await renderHtml(dossier), { javaScriptEnabled: false })
    expect(await page.locator('.js:visible').count()).toBe(0)
    expect(await page.locator('#conflicts .card:visible').count()).toBe(5)
    expect(await page.locator('.matrix tbody tr:visible').count()).toBe(10)
    await page.click('#c-1 a[href^="#w"]')
    expect(await page.locator('.body :target').textContent()).toBe('shortly after midnight on Wednesday')
    await page.locator('#a-2 a.md').first().click()
    expect(page.url()).toMatch(/#c-\d$/)
    expect(troubles).toEqual([])
  })

  it('prints the differences, the points and every account in full', async () => {
    const { page } = await open(await renderHtml(dossier))
    const bytes = await page.pdf({ format: 'A4' })
    expect(bytes.length).toBeGreaterThan(20_000)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.contents, .copy, .tools').locator('visible=true').count()).toBe(0)
    expect(await page.locator('#a-4 .body').isVisible()).toBe(true)
  })

  it('never scrolls sideways as a page, from phone to wide', async () => {
    for (const width of [320, 390, 768, 1024, 1600]) {
      const { page } = await open(await renderHtml(dossier), { viewport: { width, height: 800 } })
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    }
  })

  it('scrolls the points of twenty accounts within their table, not the page', async () => {
    const { page } = await open(await renderHtml(largeDossier(20, 60)), { viewport: { width: 390, height: 800 } })
    await page.evaluate(() => document.getElementById('coverage')?.scrollIntoView())
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    expect(await page.locator('#matrix .scroll').evaluate((box) => box.scrollWidth - box.clientWidth)).toBeGreaterThan(
      0,
    )
  })
})
