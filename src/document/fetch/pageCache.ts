import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { FetchedPage } from './fetchPage.js'

export interface PageCache {
  /** A kept page and the headers that ask whether it still holds; null when none is kept. */
  find(url: string): Promise<{ readonly page: FetchedPage; readonly conditions: Record<string, string> } | null>
  keep(
    page: FetchedPage,
    validators: { readonly etag: string | null; readonly lastModified: string | null },
  ): Promise<void>
}

const entry = z.object({
  url: z.string(),
  contentType: z.string(),
  fetchedAt: z.string(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  body: z.string(),
})

/** Keeps pages that carry an ETag or a Last-Modified in a folder, a file each; without a folder it keeps nothing. */
export function createPageCache(folder: string | null): PageCache {
  const fileOf = (url: string): string => join(folder ?? '', `${createHash('sha256').update(url).digest('hex')}.json`)
  return {
    async find(url) {
      if (folder === null) return null
      const text = await readFile(fileOf(url), 'utf8').catch(() => null)
      if (text === null) return null
      const parsed = entry.safeParse(safeJson(text))
      // A damaged entry is as good as none: the page is fetched anew.
      if (!parsed.success || parsed.data.url !== url) return null
      const { etag, lastModified, contentType, fetchedAt, body } = parsed.data
      return {
        page: { url, contentType, fetchedAt, bytes: new Uint8Array(Buffer.from(body, 'base64')) },
        conditions: {
          ...(etag === null ? {} : { 'if-none-match': etag }),
          ...(lastModified === null ? {} : { 'if-modified-since': lastModified }),
        },
      }
    },
    async keep(page, { etag, lastModified }) {
      if (folder === null || (etag === null && lastModified === null)) return
      await mkdir(folder, { recursive: true })
      const file = fileOf(page.url)
      const { url, contentType, fetchedAt } = page
      const content = JSON.stringify({
        url,
        contentType,
        fetchedAt,
        etag,
        lastModified,
        body: Buffer.from(page.bytes).toString('base64'),
      })
      // Written beside and moved into place, so that two runs never read half a page.
      await writeFile(`${file}.${process.pid}`, content)
      await rename(`${file}.${process.pid}`, file)
    },
  }
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return null
  }
}
