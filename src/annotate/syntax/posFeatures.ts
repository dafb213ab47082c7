import type { FeatureList } from '../../model/index.js'
import type { WordInfo } from './wordTable.js'

/** How a sentence is written, for it changes what a capital means. */
export type Casing = 0 | 1 | 2

/** 0 as usual, 1 most words capitalised (headlines), 2 most words in capitals throughout or none capitalised. */
export function findCasing(words: readonly WordInfo[], from: number, to: number): Casing {
  let letters = 0
  let capitals = 0
  let shouted = 0
  for (let index = from; index < to; index += 1) {
    const word = words[index]!
    if (!word.isWord) continue
    letters += 1
    if (word.isCapital) capitals += 1
    if (word.isCapital && word.word.length > 1 && word.word === word.word.toUpperCase()) shouted += 1
  }
  if (letters < 4) return 0
  if (shouted * 2 > letters) return 2
  return capitals * 5 >= letters * 3 ? 1 : 0
}

/** Features of a word by itself: the same wherever it stands, so their scores are summed once per spelling. */
export function writeOwnFeatures(word: WordInfo, out: FeatureList): void {
  out.add(0, 1)
  out.add(1, word.hash)
  out.add(3, word.suffix1)
  out.add(4, word.suffix2)
  out.add(5, word.suffix3)
  out.add(6, word.suffix4)
  out.add(7, word.prefix1)
  out.add(8, word.prefix2)
  out.add(9, word.prefix3)
  out.add2(12, word.shape, word.suffix2)
  out.add(13, word.fine)
  out.add(14, word.meaning)
  out.add2(15, word.fine, word.suffix2)
}

/** Features of a word for the one after it. */
export function writeBeforeFeatures(word: WordInfo, out: FeatureList): void {
  out.add(16, word.hash)
  out.add(20, word.fine)
  out.add(30, word.suffix3)
  out.add(35, word.meaning)
}

/** Features of a word for the one before it. */
export function writeAfterFeatures(word: WordInfo, out: FeatureList): void {
  out.add(17, word.hash)
  out.add(21, word.fine)
  out.add(31, word.suffix3)
  out.add(34, word.meaning)
}

/**
 * Features of the word at `index` of the sentence `[from, to)` in its place: outline and capitals there, pairs with two
 * neighbours on either side, and the two labels before it. `none` stands for words outside the sentence.
 */
export function writePlaceFeatures(
  words: readonly WordInfo[],
  from: number,
  to: number,
  index: number,
  casing: Casing,
  label1: number,
  label2: number,
  none: WordInfo,
  out: FeatureList,
): void {
  const word = words[index]!
  const left1 = index - 1 >= from ? words[index - 1]! : none
  const left2 = index - 2 >= from ? words[index - 2]! : none
  const right1 = index + 1 < to ? words[index + 1]! : none
  const right2 = index + 2 < to ? words[index + 2]! : none
  const starts = index === from || (!left1.isWord && index - 1 === from) ? 1 : 0
  const place = casing * 2 + starts

  out.add2(2, word.exact, place)
  out.add2(10, word.shape, place)
  out.add3(11, word.shape, word.capitals, place)

  out.add(18, left2.hash)
  out.add(19, right2.hash)
  out.add(22, left2.fine)
  out.add(23, right2.fine)
  out.add2(24, left1.hash, word.hash)
  out.add2(25, word.hash, right1.hash)
  out.add2(26, left1.fine, word.fine)
  out.add2(27, word.fine, right1.fine)
  out.add2(28, left1.fine, right1.fine)
  out.add2(29, left1.hash, right1.hash)
  out.add2(32, left1.shape, word.shape)
  out.add2(33, word.shape, right1.shape)
  out.add3(36, left1.coarse, word.coarse, right1.coarse)
  out.add3(37, word.fine, right1.coarse, right2.coarse)

  out.add(40, label1)
  out.add2(41, label1, label2)
  out.add2(42, label1, word.hash)
  out.add2(43, label1, word.fine)
  out.add2(44, label1, right1.fine)
  out.add2(45, label1, right1.hash)
  out.add2(46, label1, word.suffix2)
  out.add3(47, label1, label2, word.hash)
  out.add3(48, label1, word.fine, right1.fine)
  out.add3(49, label1, word.shape, word.capitals)
}
