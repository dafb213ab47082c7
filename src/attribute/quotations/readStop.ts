import type { Quotation } from './findQuotations.js'

/**
 * Code unit that ends a quotation's words before its closing mark, however long the mark is: the comma that was left out of the words,
 * else their last unit. O(1).
 */
export function readStop(text: string, { end, close }: Pick<Quotation, 'end' | 'close'>): number {
  return end < close && text.charCodeAt(end) === 0x2c ? 0x2c : text.charCodeAt(end - 1)
}
