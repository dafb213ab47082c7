import { describe, expect, it } from 'vitest'
import { parseAddressList } from './addressList.js'

const page = (path: string, date = ''): string =>
  `<url><loc>https://bay.example/${path}</loc>${date === '' ? '' : `<news:news><news:publication_date>${date}</news:publication_date></news:news>`}<image:image><image:loc>https://bay.example/p.jpg</image:loc></image:image></url>`

describe('parseAddressList', () => {
  it('finds the feeds of an OPML file, nested ones too, each once', () => {
    const text = `<?xml version="1.0"?><opml version="2.0"><body><outline text="News"><outline type="rss" xmlUrl="https://bay.example/a?x=1&amp;y=2"/><outline xmlUrl='https://tide.example/b'/></outline><outline type="rss" xmlUrl="https://bay.example/a?x=1&amp;y=2"/><outline type="link" url="https://bay.example/page"/><outline text="nothing"/></body></opml>`
    expect(parseAddressList(text)).toEqual({
      kind: 'OPML file',
      addresses: ['https://bay.example/a?x=1&y=2', 'https://tide.example/b', 'https://bay.example/page'],
    })
  })

  it('finds the pages of a news sitemap, newest first, and not their pictures', () => {
    const text = `<?xml version="1.0"?><urlset xmlns="x">${page('old', '2026-03-01')}${page('new', '2026-03-02T08:00:00Z')}${page('undated')}</urlset>`
    expect(parseAddressList(text)?.addresses).toEqual(
      ['new', 'old', 'undated'].map((path) => `https://bay.example/${path}`),
    )
  })

  it('finds the sitemaps of an index', () => {
    const text = '<sitemapindex><sitemap><loc><![CDATA[https://bay.example/s1.xml]]></loc></sitemap></sitemapindex>'
    expect(parseAddressList(text)).toEqual({ kind: 'sitemap index', addresses: ['https://bay.example/s1.xml'] })
  })

  it('takes what a file that was cut off has, and only web addresses', () => {
    expect(
      parseAddressList(`<urlset>${page('a')}<url><loc>file:///etc/passwd</loc></url><url><loc>https://bay.exam`)
        ?.addresses,
    ).toEqual(['https://bay.example/a', 'https://bay.exam'])
  })

  it('leaves feeds and other XML alone', () => {
    expect(parseAddressList('<rss><channel><title>On &lt;opml> files</title></channel></rss>')).toBe(null)
    expect(parseAddressList('<note>hello</note>')).toBe(null)
    expect(parseAddressList('')).toBe(null)
  })

  it.each(['<outline ', '<url>', '<url><loc>', '<outline xmlUrl="', '<outline type="link" '])(
    'is linear in a file of %j',
    (word) => {
      const before = process.cpuUsage()
      parseAddressList(`${word.startsWith('<o') ? '<opml>' : '<urlset>'}${word.repeat(50_000)}`)
      expect(process.cpuUsage(before).user / 1000).toBeLessThan(3_000)
    },
  )
})
