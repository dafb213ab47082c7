/**
 * The stem of a lower-case English word, so that "announced", "announces" and "announcement" meet.
 *
 * Words of fewer than four letters and words with other characters than a–z are given back as they are.
 * Source: Porter 1980; step 5 and the rarer suffixes as printed there.
 */
export function stemWord(word: string): string {
  if (word.length < 4 || !isPlain(word)) return word
  let w = word
  // Step 1a: plurals.
  if (w.endsWith('sses')) w = w.slice(0, -2)
  else if (w.endsWith('ies')) w = w.slice(0, -2)
  else if (w.endsWith('s') && !w.endsWith('ss')) w = w.slice(0, -1)
  w = dropPast(w)
  if (w.endsWith('y') && hasVowel(w.slice(0, -1))) w = `${w.slice(0, -1)}i`
  w = replaceFirst(w, STEP2, 0)
  w = replaceFirst(w, STEP3, 0)
  w = dropSuffix(w)
  if (w.endsWith('e')) {
    const stem = w.slice(0, -1)
    const m = measure(stem)
    if (m > 1 || (m === 1 && !endsShort(stem))) w = stem
  }
  if (w.endsWith('ll') && measure(w.slice(0, -1)) > 1) w = w.slice(0, -1)
  return w
}

/** {@link stemWord} for one story, each word worked out once: a story says the same words over and over. */
export function createStemmer(): (word: string) => string {
  const known = new Map<string, string>()
  return (word) => {
    let stem = known.get(word)
    if (stem === undefined) {
      stem = stemWord(word)
      known.set(word, stem)
    }
    return stem
  }
}

const STEP2: readonly (readonly [string, string])[] = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['izer', 'ize'],
  ['abli', 'able'],
  ['alli', 'al'],
  ['entli', 'ent'],
  ['eli', 'e'],
  ['ousli', 'ous'],
  ['ization', 'ize'],
  ['ation', 'ate'],
  ['ator', 'ate'],
  ['alism', 'al'],
  ['iveness', 'ive'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['aliti', 'al'],
  ['iviti', 'ive'],
  ['biliti', 'ble'],
]

const STEP3: readonly (readonly [string, string])[] = [
  ['icate', 'ic'],
  ['ative', ''],
  ['alize', 'al'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ful', ''],
  ['ness', ''],
]

// Longer endings first, since "ement" holds "ment" and "ent".
const STEP4: readonly string[] = 'ement ment ance ence able ible ant ent ion ism ate iti ous ive ize al er ic ou'.split(
  ' ',
)

function dropPast(word: string): string {
  if (word.endsWith('eed')) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word
  const stem = word.endsWith('ed') ? word.slice(0, -2) : word.endsWith('ing') ? word.slice(0, -3) : null
  if (stem === null || !hasVowel(stem)) return word
  if (stem.endsWith('at') || stem.endsWith('bl') || stem.endsWith('iz')) return `${stem}e`
  const last = stem[stem.length - 1]!
  if (last === stem[stem.length - 2] && !isVowelAt(stem, stem.length - 1) && !'lsz'.includes(last))
    return stem.slice(0, -1)
  return measure(stem) === 1 && endsShort(stem) ? `${stem}e` : stem
}

function replaceFirst(word: string, table: readonly (readonly [string, string])[], least: number): string {
  for (const [ending, other] of table) {
    if (!word.endsWith(ending)) continue
    const stem = word.slice(0, -ending.length)
    return measure(stem) > least ? stem + other : word
  }
  return word
}

function dropSuffix(word: string): string {
  for (const ending of STEP4) {
    if (!word.endsWith(ending)) continue
    const stem = word.slice(0, -ending.length)
    if (measure(stem) <= 1) return word
    if (ending === 'ion' && !stem.endsWith('s') && !stem.endsWith('t')) return word
    return stem
  }
  return word
}

function isPlain(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i)
    if (code < 97 || code > 122) return false
  }
  return true
}

function isVowelAt(word: string, i: number): boolean {
  const c = word[i]!
  if (c === 'a' || c === 'e' || c === 'i' || c === 'o' || c === 'u') return true
  return c === 'y' && i > 0 && !isVowelAt(word, i - 1)
}

function hasVowel(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (isVowelAt(word, i)) return true
  return false
}

/** How many vowel–consonant turns the word has: Porter's m. */
function measure(word: string): number {
  let turns = 0
  let vowel = false
  for (let i = 0; i < word.length; i++) {
    const now = isVowelAt(word, i)
    if (vowel && !now) turns++
    vowel = now
  }
  return turns
}

/** Consonant, vowel, consonant at the end, the last not w, x or y. */
function endsShort(word: string): boolean {
  const n = word.length
  if (n < 3) return false
  const last = word[n - 1]!
  return (
    !isVowelAt(word, n - 3) &&
    isVowelAt(word, n - 2) &&
    !isVowelAt(word, n - 1) &&
    last !== 'w' &&
    last !== 'x' &&
    last !== 'y'
  )
}
