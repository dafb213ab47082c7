import { describe, expect, it } from 'vitest'
import { findState } from './findState.js'

describe('findState', () => {
  it.each([
    ['The pier was rebuilt.', 'complete'],
    ['"And then …" she said.', 'complete'],
    ['The pier was rebuilt, the mayor said, and the cost …', 'truncated'],
    ['The pier was rebuilt and [...]', 'truncated'],
    ['The pier was rebuilt and [+1234 chars]', 'truncated'],
    ['The pier was rebuilt.\n\nRead more', 'truncated'],
    ['The pier was rebuilt.\n\nSubscribe to continue reading this story.', 'paywalled'],
    ['The pier was rebuilt.\n\nThis article is for subscribers only.', 'paywalled'],
    ['', 'complete'],
  ])('of %j is %s', (text, state) => {
    expect(findState(text)).toBe(state)
  })

  it('takes no notice in mid-text for one at the end', () => {
    expect(findState(`He asked readers to subscribe to continue reading. ${'The pier was rebuilt. '.repeat(40)}`)).toBe(
      'complete',
    )
  })
})
