import { isDigit, isLetter, isUpper } from '../../text/index.js'
import type { Upos } from '../layers.js'

const classes: readonly (readonly [Upos, string, string])[] = [
  ['DET', 'DT', 'the a an this that these those some any no every each all both'],
  ['PRON', 'PRP', 'i you he she it we they me him us them who what himself herself itself themselves'],
  ['PRON', 'PRP$', 'my your his her its our their'],
  [
    'ADP',
    'IN',
    'of in on at by for from with about into over after under between against during without before through',
  ],
  ['CCONJ', 'CC', 'and or but nor'],
  ['SCONJ', 'IN', 'if because although while whether since that unless'],
  ['AUX', 'MD', 'will would can could may might must should shall'],
  ['AUX', 'VB', 'is are was were be been being has have had do does did'],
  ['PART', 'RB', "not n't 's"],
  ['PART', 'TO', 'to'],
  ['VERB', 'VBD', 'said told met went came took made gave got'],
  ['NUM', 'CD', 'one two three four five six seven eight nine ten hundred thousand million billion'],
]
const known = new Map<string, readonly [Upos, string]>()
for (const [pos, tag, words] of classes) for (const word of words.split(' ')) known.set(word, [pos, tag])

/** Part of speech from a small closed-class list and the word's shape; used where no model is given. */
export function guessPos(word: string, norm: string, startsSentence: boolean): readonly [Upos, string] {
  const found = known.get(norm)
  if (found !== undefined) return found
  const first = word.charCodeAt(0)
  if (isDigit(first)) return ['NUM', 'CD']
  if (!isLetter(first)) return first === 0x24 || first === 0x25 ? ['SYM', '$'] : ['PUNCT', first === 0x2e ? '.' : ',']
  if (isUpper(first) && !startsSentence) return ['PROPN', 'NNP']
  if (norm.endsWith('ly')) return ['ADV', 'RB']
  if (norm.endsWith('ed')) return ['VERB', 'VBD']
  if (norm.endsWith('ing')) return ['VERB', 'VBG']
  return isUpper(first) ? ['PROPN', 'NNP'] : ['NOUN', norm.endsWith('s') ? 'NNS' : 'NN']
}
