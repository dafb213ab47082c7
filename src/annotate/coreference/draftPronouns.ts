import type { Token } from '../layers.js'
import type { DraftMention, Reading } from './draft.js'
import { pronounKind } from './pronouns.js'

/** Drafts of the third-person pronouns. */
export function draftPronouns(reading: Reading): DraftMention[] {
  const drafts: DraftMention[] = []
  for (let i = 0; i < reading.tokens.length; i++) {
    const token = reading.tokens[i] as Token
    const kind = token.norm.length <= 10 ? pronounKind(token.norm) : null
    if (kind === null) continue
    drafts.push({
      start: token.start,
      end: token.end,
      token: i,
      firstToken: i,
      endToken: i + 1,
      sentence: token.sentence,
      type: kind.gender === 'neutral' || kind.gender === 'plural' ? 'other' : 'person',
      form: 'pronoun',
      parts: null,
      pronoun: kind,
      phrase: null,
      gender: kind.gender === 'feminine' || kind.gender === 'masculine' ? kind.gender : null,
      entity: -1,
      probability: 0,
      members: [],
    })
  }
  return drafts
}
