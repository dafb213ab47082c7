import type { Entity, Mention } from '../../annotate/index.js'
import type { Span } from '../../text/index.js'
import { numberOfPos, type Reading } from '../reading/reading.js'
import { findFirstMention } from './findFirstMention.js'
import { isSpeechNoun } from './speechNouns.js'

const VERB = numberOfPos('VERB')

/** The opening mark, where the place is that of the first word. */
const MARKS = /["“”„«»‘‹`\s]+'?$|\s'+$/u

// 60 units: "Roe's use of the word", "Roe referring to the new harbour bridge as".
const REACH = 60

/**
 * Whose the quoted words are by what stands right beside them: "Roe's “…” line", "Roe's use of the word “…”", "Roe's first words were
 * “…”", "Roe referring to it as “…”", "Roe: “…”" as a line; with `isLoose`, also whose anything quoted is ("Roe's “…”"). The index of the entity; null where nothing says so.
 */
export function findWordsOwner(
  reading: Reading,
  mentions: readonly Mention[],
  entities: readonly Entity[],
  { start: open, end }: Span,
  isLoose: boolean,
): number | null {
  for (let i = findFirstMention(mentions, open) - 1; i >= 0 && mentions[i]!.start >= open - 2 * REACH; i--) {
    const mention = mentions[i]!
    if (mention.entity < 0 || mention.end > open || open - mention.end > REACH) continue
    if (reading.quotation[mention.token]! >= 0 || !canSpeak(entities[mention.entity]!)) continue
    const between = reading.text.slice(mention.end, open).replace(MARKS, '').trim().toLowerCase()
    const isOwner = isPossessive(between, mention) && (isLoose || isBeforeSpeech(reading.text, end))
    if (
      isOwner ||
      isUse(between, mention) ||
      isTold(between, mention) ||
      isLabel(reading.text, mention, between) ||
      isNaming(reading, mention, open, between)
    ) {
      return mention.entity
    }
  }
  return null
}

function canSpeak({ type }: Entity): boolean {
  return type === 'person' || type === 'organization' || type === 'group'
}

function isPossessive(between: string, mention: Mention): boolean {
  return between === "'s" || between === '’s' || (between === '' && mention.form === 'pronoun')
}

/** "“…” line", "“…” comment": what is quoted is called something said. */
function isBeforeSpeech(text: string, end: number): boolean {
  const next = /^["'“”»’]{0,2} ([a-z]+)/u.exec(text.slice(end, end + 24))
  return next !== null && isSpeechNoun(next[1]!)
}

/** "Roe's use of the word", "his repeated phrase". */
function isUse(between: string, mention: Mention): boolean {
  const match = /^(['’]s )?(?:[a-z-]+ )?(?:use of )?(?:the )?([a-z]+)$/u.exec(between)
  if (match === null || (match[1] === undefined && mention.form !== 'pronoun')) return false
  return between.includes('use of') || isSpeechNoun(match[2]!)
}

/** "Roe's first words were a short", "his message was": what somebody said is what is quoted. */
function isTold(between: string, mention: Mention): boolean {
  const match = /^(['’]s )?(?:[a-z-]+ )?([a-z]+) (?:was|were|is|are)\b(?! (?:that|not|to)\b)[^,;:.]*$/u.exec(between)
  if (match === null || (match[1] === undefined && mention.form !== 'pronoun')) return false
  return OWN_WORDS.has(match[2]!)
}

// Of other speech the sentence may tell what it was like ("Roe's answer was “weak”") rather than what it said.
const OWN_WORDS: ReadonlySet<string> = new Set(['word', 'words', 'motto', 'slogan', 'message'])

/** "Roe: “…”" in a line of its own, or in the caption of a picture. */
function isLabel(text: string, mention: Mention, between: string): boolean {
  if (between !== ':' || mention.form !== 'name') return false
  return /(?:^|\n|\bcaption )$/u.test(text.slice(Math.max(0, mention.start - 10), mention.start))
}

/** "Roe referring to it as", "Roe's calling it": a participle with the speaker before it. */
function isNaming(reading: Reading, mention: Mention, open: number, between: string): boolean {
  if (!/\bas(?: an?| the)?$/u.test(between)) return false
  let next = mention.token + 1
  while (next < reading.size && reading.tokens[next]!.start < mention.end) next++
  const token = reading.tokens[next]
  if (token === undefined || token.start >= open || reading.pos[next] !== VERB || token.tag !== 'VBG') return false
  return token.lemma === 'refer' || token.lemma === 'describe'
}
