/** Titles of offices and ranks as desks shorten them before a name, in lower case without full stops, and in full. */
export const SHORT_TITLES: readonly (readonly [short: string, full: string])[] = [
  ['gen', 'general'],
  ['sen', 'senator'],
  ['rep', 'representative'],
  ['gov', 'governor'],
  ['lt', 'lieutenant'],
  ['sgt', 'sergeant'],
  ['capt', 'captain'],
  ['col', 'colonel'],
  ['prof', 'professor'],
  ['dr', 'doctor'],
]
