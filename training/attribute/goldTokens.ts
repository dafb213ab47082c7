import type { Token } from '../../src/annotate/index.js'
import type { Span } from '../../src/text/index.js'
import type { GoldAttribution } from './readCorpus.js'

/** One annotated attribution in tokens, each list ascending. */
export interface TokenAttribution {
  readonly source: readonly number[]
  readonly cue: readonly number[]
  readonly content: readonly number[]
}

/** Indexes of the tokens that the spans touch. */
export function tokensIn(tokens: readonly Token[], spans: readonly Span[]): readonly number[] {
  const found = new Set<number>()
  for (const span of spans) {
    let low = 0
    let high = tokens.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (tokens[middle]!.end <= span.start) low = middle + 1
      else high = middle
    }
    for (let i = low; i < tokens.length && tokens[i]!.start < span.end; i++) found.add(i)
  }
  return [...found].sort((a, b) => a - b)
}

/** The annotated attributions of an article in tokens; those without a cue or content are left out. */
export function toTokens(tokens: readonly Token[], gold: readonly GoldAttribution[]): readonly TokenAttribution[] {
  return gold
    .map((attribution) => ({
      source: tokensIn(tokens, attribution.source),
      cue: tokensIn(tokens, attribution.cue),
      content: tokensIn(tokens, attribution.content),
    }))
    .filter(({ cue, content }) => cue.length > 0 && content.length > 0)
}
