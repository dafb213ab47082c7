import { describe, expect, it } from 'vitest'
import { readAll, sourceOf } from './testing/sources.js'

const PARAGRAPH =
  'The council of Alder Bay voted on Monday to rebuild the pier that a storm broke in January, at a cost of two million crowns. '
const documentsOf = async (content: string, extension = 'xml') =>
  (await readAll(sourceOf(content, extension))).documents
const rss = (...items: readonly string[]): string =>
  `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Bay &amp;amp; Shore</title>${items.map((item) => `<item>${item}</item>`).join('')}</channel></rss>`
const encoded = (html: string): string => `<content:encoded><![CDATA[${html}]]></content:encoded>`

describe('an item of a feed', () => {
  it('has the author and date that Dublin Core gives it, and titles escaped twice', async () => {
    const [document] = await documentsOf(
      rss(
        `<title>Pier &amp;amp; tide</title><dc:creator>Ada Lind and Tom Roe</dc:creator><dc:date>2026-02-03T08:00:00Z</dc:date><description>${PARAGRAPH.repeat(4)}</description>`,
      ),
    )
    expect(document).toMatchObject({
      title: 'Pier & tide',
      outlet: 'Bay & Shore',
      authors: ['Ada Lind', 'Tom Roe'],
      publishedAt: '2026-02-03T08:00:00Z',
    })
  })

  it('loses its captions, links and footers, each with its reason', async () => {
    const [document] = await documentsOf(
      rss(
        encoded(
          `<p>${PARAGRAPH.repeat(4)}</p><figure><figcaption>The pier in March.</figcaption></figure><p>Read more: <a href="x">Storms grow</a></p><p>The post Pier appeared first on Bay News.</p>`,
        ),
      ),
    )
    expect(document?.text).toBe(PARAGRAPH.repeat(4).trim())
    expect(document?.provenance.removed.map(({ reason }) => reason)).toEqual([
      'caption',
      'related links',
      'footer of the feed',
    ])
  })

  it('is truncated where it ends in a mark of omission, however long', async () => {
    const documents = await documentsOf(
      rss(
        `<description>${PARAGRAPH.repeat(5)} [&#8230;]</description>`,
        encoded(`<p>${PARAGRAPH.repeat(5)}</p><p><a href="x">Continue reading</a></p>`),
        `<description>${PARAGRAPH.repeat(5)}</description>`,
      ),
    )
    expect(documents.map(({ state }) => state)).toEqual(['truncated', 'truncated', 'complete'])
  })

  it('of Atom links to the article and not to itself, and says when it was changed', async () => {
    const [document] = await documentsOf(
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>Bay</title><entry><id>a</id><title>Pier</title><link rel="self" href="https://bay.example/self"/><link rel="alternate" href="https://bay.example/a"/><published>2026-02-03T08:00:00Z</published><updated>2026-02-04T08:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>${PARAGRAPH.repeat(4)}</p></div></content></entry></feed>`,
    )
    expect(document).toMatchObject({
      url: 'https://bay.example/a',
      publishedAt: '2026-02-03T08:00:00Z',
      modifiedAt: '2026-02-04T08:00:00Z',
    })
  })

  it('is read where the feed has bare signs in it', async () => {
    const [document] = await documentsOf(rss(`<title>Fewer than <5</title><description>${PARAGRAPH}</description>`))
    expect([document?.title, document?.text]).toEqual(['Fewer than <5', PARAGRAPH.trim()])
  })

  it('of a JSON feed is read from .json too', async () => {
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Bay News',
      items: [{ id: 'a', url: 'https://bay.example/a', content_text: PARAGRAPH.repeat(4) }],
    }
    expect(await documentsOf(JSON.stringify(feed), 'json')).toMatchObject([{ id: 'a', outlet: 'Bay News' }])
  })
})
