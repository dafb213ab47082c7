/** Splits a text into tokens with exact offsets. Nothing is rewritten: a token is a span, its normal form stands beside it. */
export { type AbbreviationKind, getAbbreviation } from './abbreviations.js'
export { partGlued } from './partGlued.js'
export { MAX_RUN, splitTokens, type TokenSplit } from './splitTokens.js'
export type { TokenSpans } from './tokenSpans.js'
