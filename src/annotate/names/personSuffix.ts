import type { FoundName } from './findNames.js'

const SUFFIX = /^(?:(?:Jr|Sr|JR|SR)\.?|II|III|IV)$/

/**
 * Takes "Jr.", "Sr." and Roman numbers behind a person's name into the name, a comma between them too.
 *
 * The corpus has almost none of them, so the model cannot have learnt what US news is full of. `opens[i]` is 1 where a
 * sentence begins: a name never grows over such a place.
 */
export function includeSuffixes(
  names: readonly FoundName[],
  words: readonly string[],
  opens: Uint8Array,
): readonly FoundName[] {
  return names.map((name, index) => {
    if (name.label !== 'Person') return name
    const limit = names[index + 1]?.from ?? words.length
    const at = words[name.to] === ',' ? name.to + 1 : name.to
    if (at >= limit || opens[at] === 1 || opens[name.to] === 1 || !SUFFIX.test(words[at] as string)) return name
    return { ...name, to: at + 1 }
  })
}
