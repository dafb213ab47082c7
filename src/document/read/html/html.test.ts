import { describe, expect, it } from 'vitest'
import type { DocumentInput } from '../../createDocument.js'
import { html } from './html.js'

const PARAGRAPH =
  'The council of Alder Bay voted on Monday to rebuild the pier that a storm broke in January, at a cost of two million crowns. '
const TEXT = `<p>${PARAGRAPH.repeat(2)}</p><p>Ada Lind, the mayor, said the work would begin in May. ${PARAGRAPH}</p><p>Children were the first to ask for it, she said. ${PARAGRAPH}</p>`

function read(page: string, address?: string): DocumentInput {
  const source = {
    origin: 'pier.html',
    name: 'pier',
    extension: 'html',
    fetchedAt: null,
    ...(address === undefined ? {} : { address }),
    open: async function* () {},
  }
  const parsed = html.parse(page, source) as { readonly documents: readonly DocumentInput[] }
  return parsed.documents[0]!
}
const inArticle = (extra: string): string =>
  `<html><head><title>Pier</title></head><body><header>Bay News</header><article><h1>Pier</h1>${TEXT}${extra}<p>It will be ready in a year, engineers said. ${PARAGRAPH}</p></article><footer>Imprint</footer></body></html>`
const withHead = (head: string, body = ''): string =>
  `<html><head>${head}</head><body><article><h1>Pier to be rebuilt</h1>${body}${TEXT}</article></body></html>`

describe('the text of a page', () => {
  it.each([
    ['a figure caption', '<figure><img src="p.jpg"><figcaption>The pier in March.</figcaption></figure>', 'in March'],
    [
      'a caption by class',
      '<div class="wp-caption"><img src="p.jpg"><p class="wp-caption-text">The pier in March.</p></div>',
      'in March',
    ],
    ['an agency picture line', '<p>The pier in March. Ole Berg/Getty Images</p>', 'Getty'],
    ['a picture credit', '<p>Photo: Ole Berg</p>', 'Ole Berg'],
    ['a read-more link', '<p><a href="/x">Read more: Storms grow stronger</a></p>', 'Storms'],
    [
      'a related-stories list',
      '<div class="related-stories"><h3>Related stories</h3><ul><li><a href="/a">Storms grow stronger</a></li></ul></div>',
      'Storms',
    ],
    ['a related link by its words', '<p>Related: Storms grow stronger</p>', 'Storms'],
    [
      'a cookie notice',
      '<div id="cookie-banner"><p>We use cookies to improve your visit. Accept all.</p></div>',
      'cookies',
    ],
    [
      'a cookie notice by its words',
      '<p>By continuing to use this site you agree to our use of cookies.</p>',
      'cookies',
    ],
    ['a share bar', '<ul class="share-buttons"><li>Facebook</li><li>Twitter</li></ul>', 'Facebook'],
    ['a share bar by its words', '<p>Share on Facebook | Twitter | Email</p>', 'Facebook'],
    [
      'a newsletter box',
      '<div class="newsletter-signup"><p>The best of Alder Bay every morning.</p></div>',
      'every morning',
    ],
    [
      'a newsletter box by its words',
      '<p>Sign up for our morning newsletter and never miss a story.</p>',
      'newsletter',
    ],
    ['an advertisement mark', '<p>ADVERTISEMENT</p>', 'ADVERTISEMENT'],
    [
      'reader comments',
      '<section id="comments"><h2>2 comments</h2><p>Jim: What a waste of money.</p></section>',
      'waste',
    ],
    ['a line of the date', '<p>Published: 3 February 2026, 11:10 GMT | Updated 4 February 2026</p>', '4 February'],
    ['a follow-us line', '<p>Follow us on Facebook and Instagram</p>', 'Follow'],
  ])('leaves out %s, and says why', (_, extra, words) => {
    const { text, removed } = read(inArticle(extra))
    expect(text).not.toContain(words)
    expect(text).toContain('ready in a year')
    expect(text).toContain('the mayor, said')
    expect(removed!.some((left) => left.text.includes(words))).toBe(true)
  })

  it.each([
    'Read more widely and you will understand the sea, she told the children.',
    'Share prices of the builder rose by a tenth after the vote was known.',
    'Cookies and coffee were served while the council voted on the plan.',
    'Comments by the mayor angered the fishermen, who want a harbour first.',
    'Follow-up work on the sea wall will begin in the autumn of next year.',
    'Photographs of the storm were shown to the council before it voted.',
  ])('keeps a sentence that begins like a notice: %s', (sentence) => {
    expect(read(inArticle(`<p>${sentence}</p>`)).text).toContain(sentence)
  })

  it('keeps an article whose own box is named after its furniture', () => {
    expect(read(inArticle('').replace('<article>', '<article class="article social-share-enabled">')).text).toContain(
      'the mayor, said',
    )
  })

  it('keeps paragraphs, headings, lists and quotations apart', () => {
    const { text } = read(
      inArticle(
        '<h2>Why now</h2><blockquote><p>We owe it to them.</p></blockquote><ul><li>First, the piles of the old pier.</li><li>Then the deck and the rails of it.</li></ul>',
      ),
    )
    expect(text).toContain('\n\nWhy now\n\nWe owe it to them.\n\nFirst, the piles of the old pier.\n\nThen')
  })

  it('is taken from the data of a page that scripts would draw', () => {
    const body = `${PARAGRAPH.trim()}\n${PARAGRAPH.repeat(2).trim()}`
    const record = JSON.stringify({ '@type': 'NewsArticle', headline: 'Pier', articleBody: body })
    const page = `<html><head><script type="application/ld+json">${record}</script></head><body><div id="root"></div></body></html>`
    expect(read(page).text.split('\n\n')).toHaveLength(2)
  })
})

describe('the state of a page', () => {
  const short = `<p>${PARAGRAPH.repeat(2)}</p>`
  const page = (head: string, body: string): string =>
    `<html><head>${head}</head><body><article><h1>Pier</h1>${body}</article></body></html>`
  const record = (fields: object): string =>
    `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'Pier', ...fields })}</script>`
  it.each([
    ['is complete', page('', TEXT), 'complete'],
    [
      'with a notice to subscribe',
      page('', `${short}<div class="gate"><p>Subscribe to continue reading this story.</p></div>`),
      'paywalled',
    ],
    [
      'with a teaser that its data says is not free',
      page(record({ isAccessibleForFree: 'False' }), short),
      'paywalled',
    ],
    ['that is not free but was saved whole', page(record({ isAccessibleForFree: false }), TEXT.repeat(4)), 'complete'],
    ['that ends in the middle', page('', `${short}<p>The cost, said the mayor, was …</p>`), 'truncated'],
    ['that goes on elsewhere', page('', `${short}<p><a href="/full">Continue reading</a></p>`), 'truncated'],
    ['with a tenth of the words it is said to have', page(record({ wordCount: 2000 }), TEXT), 'truncated'],
    ['whose menu asks subscribers to log in', page('', `<nav>Already a subscriber? Log in</nav>${short}`), 'complete'],
  ])('%s', (_, content, state) => {
    expect(read(content).state).toBe(state)
  })
})

describe('the metadata of a page', () => {
  const article =
    '{"@type":"NewsArticle","headline":"Pier to be rebuilt","datePublished":"2026-03-01","author":{"name":"Ada Lind"}'
  it.each([
    ['whole', `${article}}`],
    ['with a trailing comma', `${article},}`],
    ['with a missing comma', article.replace(',"datePublished"', ' "datePublished"').concat('}')],
    ['with a raw line break in a string', `${article.replace('to be', 'to\nbe')}}`],
    ['in a comment', `<!-- ${article}} -->`],
    ['cut off', `${article},"description":"The council of`],
    ['cut off in a list', `{"@graph":[{"@type":"WebSite"},${article},"keywords":["pier","sto`],
    ['with a semicolon behind it', `${article}};`],
  ])('is read from JSON-LD %s', (_, script) => {
    const found = read(withHead(`<script type="application/ld+json">${script}</script>`))
    expect([found.title, found.publishedAt, found.authors]).toEqual(['Pier to be rebuilt', '2026-03-01', ['Ada Lind']])
  })

  it('is read from Open Graph, also with several names in one attribute', () => {
    const found = read(
      withHead(
        '<meta property="og:title twitter:title" content="Pier to be rebuilt"><meta property="og:site_name" content="Bay News"><meta property="article:published_time" content="2026-03-01T08:00:00Z"><meta property="article:modified_time" content="2026-03-02T09:00:00+01:00"><meta name="author" content=""><meta name="author" content="By Ada Lind and Tom Roe">',
      ),
    )
    expect(found).toMatchObject({
      title: 'Pier to be rebuilt',
      outlet: 'Bay News',
      publishedAt: '2026-03-01T08:00:00Z',
      modifiedAt: '2026-03-02T09:00:00+01:00',
      authors: ['Ada Lind', 'Tom Roe'],
    })
  })

  it('is read from microdata and from what the page shows', () => {
    const micro = read(
      withHead(
        '',
        '<span itemprop="author"><span itemprop="name">Ada Lind</span></span><time itemprop="datePublished" datetime="2026-03-01">x</time><time itemprop="dateModified" datetime="2026-03-02">x</time>',
      ),
    )
    expect([micro.authors, micro.publishedAt, micro.modifiedAt]).toEqual([['Ada Lind'], '2026-03-01', '2026-03-02'])
    const shown = read(
      withHead(
        '',
        '<p class="byline">By Ada Lind, Chief Reporter</p><p class="date">Published 1 March 2026, updated 3 March 2026</p>',
      ),
    )
    expect([shown.authors, shown.publishedAt, shown.modifiedAt]).toEqual([['Ada Lind'], '2026-03-01', '2026-03-03'])
    expect(read(withHead('', '<p>By Ada Lind</p>')).authors).toEqual(['Ada Lind'])
  })

  it('reads microdata, and the heading where nothing else is there', () => {
    const microdata =
      '<div itemscope itemtype="http://schema.org/NewsArticle"><meta itemprop="datePublished" content="2026-02-03T08:00:00Z"><b itemprop="headline">Pier to be rebuilt, at last</b><span itemprop="publisher" itemscope><meta itemprop="name" content="Bay News"></span></div>'
    expect(read(withHead('', microdata))).toMatchObject({
      title: 'Pier to be rebuilt, at last',
      outlet: 'Bay News',
      publishedAt: '2026-02-03T08:00:00Z',
    })
    const bare = read(withHead(''))
    expect(bare.title).toBe('Pier to be rebuilt')
    expect(bare.text.startsWith('The council')).toBe(true)
    expect(read(withHead('<meta property="og:title" content="Bay to build">')).text.startsWith('The council')).toBe(
      true,
    )
  })

  it('reads data with references inside, with escaped signs, and what is left of data that no mending helps', () => {
    const data = (json: string) => withHead(`<script type="application/ld+json">${json}</script>`)
    const graph = JSON.stringify({
      '@graph': [
        {
          '@type': 'NewsArticle',
          headline: 'Pier &amp; &#8220;tide&#x201d;',
          author: [{ '@id': '#a' }],
          publisher: { '@id': '#b' },
        },
        { '@type': 'Person', '@id': '#a', name: 'Ada Lind' },
        { '@type': 'NewsMediaOrganization', '@id': '#b', name: 'Bay News' },
      ],
    })
    expect(read(data(graph))).toMatchObject({ title: 'Pier & “tide”', authors: ['Ada Lind'], outlet: 'Bay News' })
    expect(
      read(data('{"@type":"NewsArticle","headline":"A "new" pier","datePublished":"2026-02-03T08:00:00Z","x":}')),
    ).toMatchObject({ title: 'Pier to be rebuilt', publishedAt: '2026-02-03T08:00:00Z' })
  })

  it('resolves addresses against the base that the page names', () => {
    const head = '<base href="https://bay.example/x/"><link rel="canonical" href="pier">'
    expect(read(withHead(head), 'https://mirror.example/').url).toBe('https://bay.example/x/pier')
  })

  it.each([
    ['<div>Posted by Ada and Tom on 2026-02-03, <a href="/">all posts</a></div>', '2026-02-03'],
    ['<div>Tuesday, February 3, 2026 @ 11:10 PM UTC</div>', '2026-02-03'],
    ['<div>3 February 2026 | 11.10</div>', '2026-02-03'],
    ['<div>The storm of 3 February 2026</div>', null],
    ['<div class="related-stories">3 February 2026</div>', null],
  ])('reads the date from a line of its own: %s', (line, date) => {
    expect(read(withHead('', line)).publishedAt).toBe(date)
  })

  it('takes the heading where the data holds a description instead of a headline', () => {
    const found = read(
      withHead(
        '<title>Pier to be rebuilt - Bay News</title><script type="application/ld+json">{"@type":"Article","headline":"structure in the sea"}</script>',
      ),
    )
    expect(found.title).toBe('Pier to be rebuilt')
  })

  it('resolves the canonical address, of AMP pages too, and distrusts one of the front page', () => {
    const url = (head: string, origin?: string) => read(withHead(head), origin).url
    expect(url('<link rel="canonical" href="/pier">', 'https://bay.example/amp/pier')).toBe('https://bay.example/pier')
    expect(url('<link rel="canonical" href="/pier"><meta property="og:url" content="https://bay.example/x">')).toBe(
      'https://bay.example/pier',
    )
    expect(
      url(
        '<link rel="canonical" href="https://bay.example/"><meta property="og:url" content="https://bay.example/pier">',
      ),
    ).toBe('https://bay.example/pier')
    expect(url('<link rel="canonical" href="javascript:alert(1)">')).toBe(null)
    expect(url('<link rel="canonical" href="/pier">')).toBe(null)
  })
})

describe('a hostile page', () => {
  it.each<[string, string]>([
    ['nested 20,000 levels deep', `${'<div>'.repeat(20_000)}${TEXT}`],
    ['nested in inline elements', `${'<b><i>'.repeat(5_000)}${TEXT}`],
    ['with 50,000 line breaks', `${TEXT}${'<br>'.repeat(50_000)}`],
    ['with 30,000 bylines', `${'<p class="byline date">x</p>'.repeat(30_000)}${TEXT}`],
    ['with 20,000 meta elements', `${'<meta name="x" content="y">'.repeat(20_000)}${TEXT}`],
    [
      'with JSON-LD nested 100,000 levels deep',
      `<script type="application/ld+json">${'{"@graph":['.repeat(100_000)}</script>${TEXT}`,
    ],
    ['with its body in a comment', `<!-- <body> -->${TEXT}`],
    ['with tables in tables', `${'<table><tr><td>'.repeat(3_000)}${TEXT}`],
  ])('%s is read within its time', (_, page) => {
    const before = process.cpuUsage()
    read(page)
    const { user, system } = process.cpuUsage(before)
    // A second per 100 KB, and one to start with.
    expect((user + system) / 1000).toBeLessThan(1_000 + page.length / 100)
  })
})
