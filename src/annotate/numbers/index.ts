/** Cuts text into words, numbers and marks, and reads numbers in digits and words: the ground of times and quantities. */
export { FRACTION_MARKS, type ParsedNumber, parseCardinal, parseOrdinal } from './parseNumber.js'
export { FENCE, getPieces, NUMBER, type Pieces, SYMBOL, splitPieces, WORD } from './pieces.js'
export { integerAt, isCapital, isJoined, wordAt, wordBefore } from './reading.js'
