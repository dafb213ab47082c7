/** Parts tokens into sentences. Quotations are split inside as text is outside, and closing marks stay with what they close. */
export type { SentenceRange } from './sentenceSpans.js'
export { MAX_SENTENCE, splitSentences } from './splitSentences.js'
