import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe } from 'vitest'

const CHROMIUM = process.env.SYNOPTIC_CHROMIUM ?? '/usr/bin/chromium'

/** A page and all that went wrong on it. */
interface OpenPage {
  readonly page: Page
  /** Console errors and warnings, uncaught errors, dialogs, and addresses asked for besides the page itself. */
  readonly troubles: string[]
}

export interface BrowserTools {
  open(html: string, options?: BrowserContextOptions): Promise<OpenPage>
}

/** `describe` with a browser; without Chromium its tests count as skipped, and a line says so. */
export function describeInBrowser(name: string, tests: (tools: BrowserTools) => void): void {
  if (!existsSync(CHROMIUM)) {
    console.warn(
      `LOUD: ${CHROMIUM} is missing, "${name}" is NOT run: apt-get install chromium, or set SYNOPTIC_CHROMIUM`,
    )
  }
  describe.skipIf(!existsSync(CHROMIUM))(name, () => {
    let browser: Browser
    let folder: string
    let pages = 0
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'synoptic-browser-'))
      browser = await chromium.launch({
        executablePath: CHROMIUM,
        args: [
          ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
          ...['--disable-component-update', '--disable-sync'],
        ],
      })
    })
    afterAll(async () => {
      await browser?.close()
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
    })
    tests({
      open: async (html, options = {}) => {
        const file = join(folder, `page-${pages++}.html`)
        writeFileSync(file, html)
        const context = await browser.newContext({ reducedMotion: 'reduce', ...options })
        const page = await context.newPage()
        const troubles: string[] = []
        page.on('console', (message) => {
          if (message.type() === 'error' || message.type() === 'warning') troubles.push(`console: ${message.text()}`)
        })
        page.on('pageerror', (error) => troubles.push(`error: ${error.message}`))
        page.on('dialog', (dialog) => {
          troubles.push(`dialog: ${dialog.message()}`)
          void dialog.dismiss()
        })
        const address = pathToFileURL(file).href
        page.on('request', (request) => {
          if (!request.url().startsWith(address) && !request.url().startsWith('blob:'))
            troubles.push(`request: ${request.url()}`)
        })
        await page.goto(address)
        return { page, troubles }
      },
    })
  })
}
