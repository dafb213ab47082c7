import { expect, it } from 'vitest'
import { createDocument } from '../document/index.js'
import { explainAll } from './explainReading.js'

it('says of each account where it came from, where its paragraphs stand and what was left out', () => {
  const document = createDocument({
    id: 'pier',
    text: 'One.\n\nTwo,  she said.',
    title: 'Pier',
    url: 'https://bay.example/pier',
    removed: [{ step: 'document/html', reason: 'share bar', text: `Share\u202e ${'x'.repeat(200)}` }],
    record: { origin: 'a.warc#https://bay.example/pier', fetchedAt: '2026-03-01T08:00:00Z' },
  })
  expect(explainAll([document])).toBe(
    `pier
  from      a.warc#https://bay.example/pier
  format    text
  fetched   2026-03-01T08:00:00Z
  sha256    (not found)
  address   https://bay.example/pier
  title     Pier
  outlet    (not found)
  authors   (not found)
  published (not found)
  modified  (not found)
  language  (not found)
  credit    (not found)
  state     complete
  text      21 characters
  kept:
  [0, 4)         One.
  [6, 21)        Two, she said.
  left out:
  - Share� ${'x'.repeat(92)}… (share bar)`,
  )
})
