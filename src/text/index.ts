/** Spans, line starts, offset maps and Unicode classes: what every later stage knows about a text before it reads it. */
export { compareSpans, containsSpan, overlapLength, type Span } from './span.js'
export { CODES, type Code, SynopticError } from './errors.js'
export { VERSION } from './version.js'
export {
  characterClass,
  isApostrophe,
  isBullet,
  isClosingBracket,
  isClosingQuote,
  isCurrency,
  isDash,
  isDigit,
  isDoubleQuote,
  isHyphen,
  isLetter,
  isLower,
  isOpeningBracket,
  isOpeningQuote,
  isQuoteMark,
  isSingleQuote,
  isSpace,
  isUpper,
  normalizeWord,
} from './characters.js'
