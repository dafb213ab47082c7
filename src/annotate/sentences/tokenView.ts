import { isClosingBracket, isClosingQuote, isOpeningBracket, isOpeningQuote, isQuoteMark } from '../../text/index.js'
import type { TokenSpans } from '../tokens/index.js'

/** What the sentence rules ask about the tokens of one text. Indexes outside the text answer like white space. */
export class TokenView {
  readonly text: string
  readonly tokens: TokenSpans

  constructor(text: string, tokens: TokenSpans) {
    this.text = text
    this.tokens = tokens
  }

  /** First code unit of a token, 0 outside the text. */
  first(index: number): number {
    return index >= 0 && index < this.tokens.count ? this.text.charCodeAt(this.tokens.starts[index]!) : 0
  }

  /** Last code unit of a token, 0 outside the text. */
  last(index: number): number {
    return index >= 0 && index < this.tokens.count ? this.text.charCodeAt(this.tokens.ends[index]! - 1) : 0
  }

  length(index: number): number {
    return index >= 0 && index < this.tokens.count ? this.tokens.ends[index]! - this.tokens.starts[index]! : 0
  }

  word(index: number): string {
    if (index < 0 || index >= this.tokens.count) return ''
    return this.text.slice(this.tokens.starts[index]!, this.tokens.ends[index]!)
  }

  /** True where white space stands before the token; true for the first token. */
  spaceBefore(index: number): boolean {
    return index <= 0 || index >= this.tokens.count || this.tokens.ends[index - 1]! < this.tokens.starts[index]!
  }

  isQuote(index: number): boolean {
    return this.length(index) <= 2 && isQuoteMark(this.first(index)) && isQuoteMark(this.last(index))
  }

  /** A bracket or quotation mark that closes, as far as its shape and the spaces round it tell. */
  closes(index: number): boolean {
    const code = this.first(index)
    if (isClosingBracket(code)) return true
    if (!this.isQuote(index)) return false
    if (isClosingQuote(code)) return true
    if (isOpeningQuote(code)) return false
    return !this.spaceBefore(index)
  }

  /** A bracket or quotation mark that opens, as far as its shape and the spaces round it tell. */
  opens(index: number): boolean {
    const code = this.first(index)
    if (isOpeningBracket(code)) return true
    if (!this.isQuote(index) || code === 0x2019) return false
    return isOpeningQuote(code) || (this.spaceBefore(index) && !isClosingQuote(code))
  }
}
