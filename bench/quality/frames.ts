import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import {
  type Component,
  createCoreference,
  createFrames,
  createNames,
  createQuantities,
  createSyntax,
  createTimes,
  type Frame,
  runPipeline,
} from '../../src/annotate/index.js'
import { createDocument, type Document } from '../../src/document/index.js'
import { sharedPath } from '../shared.js'

/**
 * Scores participants against the question-and-answer roles of QA-Align dev (evaluation only, nothing is learned from it).
 *
 * For each verb with questions: is there a frame; does an answer to who, what, when or where meet one of its participants;
 * does the answer to "Who did it?" meet an agent and to "Who was done to?" a patient. `--show` lists misses.
 * Usage: npx tsx bench/quality/frames.ts [--show]
 */
interface Side {
  readonly text: string
  readonly tokens: readonly string[]
}

interface Question {
  readonly verb: string
  readonly verbToken: number
  readonly question: string
  readonly answer: string
  readonly answerTokens: readonly [number, number]
}

interface Row {
  readonly a: Side
  readonly b: Side
  readonly questionsA: readonly Question[]
  readonly questionsB: readonly Question[]
}

const rows = gunzipSync(readFileSync(sharedPath('corpora', 'alignment', 'qa-align-dev.jsonl.gz')))
  .toString('utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Row)

const show = process.argv.includes('--show')
const pipeline: readonly Component[] = [
  createSyntax(),
  createNames(),
  createTimes(),
  createQuantities(),
  createCoreference(),
  createFrames(),
]
const counts = new Map<string, { hit: number; all: number }>()
const count = (key: string, hit: boolean): void => {
  const entry = counts.get(key) ?? { hit: 0, all: 0 }
  counts.set(key, { hit: entry.hit + Number(hit), all: entry.all + 1 })
}

for (const row of rows) {
  scoreSide(row.a, row.questionsA)
  scoreSide(row.b, row.questionsB)
}
for (const [key, { hit, all }] of counts) console.log(`${key.padEnd(34)} ${((hit / all) * 100).toFixed(1)} % of ${all}`)

function scoreSide(side: Side, questions: readonly Question[]): void {
  const offsets = findOffsets(side)
  const document = runPipeline(pipeline, createDocument({ id: 'a', text: side.text }))
  const frames = document.layers.frames ?? []
  const verbs = new Set<number>()
  for (const { verbToken, question, answerTokens, verb } of questions) {
    const at = offsets[verbToken]
    const from = offsets[answerTokens[0]]
    const to = offsets[answerTokens[1] - 1]
    if (at === undefined || from === undefined || to === undefined) continue
    const frame = frames.find((candidate) => meets(document.layers.tokens![candidate.predicate]!, at))
    if (!verbs.has(verbToken)) {
      count('verbs that have a frame', frame !== undefined)
      if (show && frame === undefined) console.log(`NO FRAME ${verb} | ${side.text}`)
    }
    verbs.add(verbToken)
    if (frame === undefined) continue
    const answer = { start: from.start, end: to.end }
    const met = frame.participants.filter((part) => meets(part, answer) || names(document, part.entity, answer))
    const kind = /^(who|what)\b/i.test(question)
      ? 'who or what'
      : /^(when|where)\b/i.test(question)
        ? 'when or where'
        : ''
    const found = met.length > 0 || hasTime(document, frame, answer) || embeds(frames, frame, answer)
    if (kind !== '') count(`answers met: ${kind}`, found)
    const wanted = getRole(question, verb)
    if (wanted !== null && met.length > 0)
      count(
        `role right where met: ${wanted}`,
        met.some((part) => part.role === wanted),
      )
    if (show && kind !== '' && !found)
      console.log(`${question} ${side.text.slice(answer.start, answer.end)} | ${side.text}`)
  }
}

/** "What did they say?" is answered by a whole clause: a frame that this one embeds. */
function embeds(frames: readonly Frame[], frame: Frame, answer: { start: number; end: number }): boolean {
  const index = frames.indexOf(frame)
  return frames.some((other) => other.parent === index && meets(other, answer))
}

/** "She" answers where the question is answered with her name: a mention of the same entity stands there. */
function names(document: Document, entity: number, answer: { start: number; end: number }): boolean {
  if (entity < 0) return false
  const { mentions } = document.layers.entities![entity]!
  return mentions.some((mention) => meets(document.layers.mentions![mention]!, answer))
}

/** A time of the frame's own clause answers "when" as well. */
function hasTime(document: Document, frame: Frame, answer: { start: number; end: number }): boolean {
  return frame.times.some((time) => meets(document.layers.times![time]!, answer))
}

/** "Who was killed?" asks for the patient, "Who killed someone?" for the agent; null for other questions. */
function getRole(question: string, verb: string): 'agent' | 'patient' | null {
  const words = question.toLowerCase().replace('?', '').split(' ')
  if (words[0] !== 'who' && words[0] !== 'what') return null
  // "What is melting?" asks for the agent in the shape of the passive question.
  if (verb.toLowerCase().endsWith('ing')) return null
  if (
    /^(is|was|were|are|has|have|had|will|might|would|could)$/.test(words[1] ?? '') &&
    words.at(-1) === verb.toLowerCase()
  ) {
    return words.includes('been') || /^(is|was|were|are)$/.test(words[1]!) || words.includes('be') ? 'patient' : null
  }
  if (/^(did|does|do)$/.test(words[1] ?? '')) return null
  return words[1] === verb.toLowerCase() && /^(someone|something)$/.test(words[2] ?? '') ? 'agent' : null
}

function meets(one: { start: number; end: number }, two: { start: number; end: number }): boolean {
  return one.start < two.end && two.start < one.end
}

/** Places of the corpus's tokens in the text; tokens that cannot be placed are left out. */
function findOffsets(side: Side): readonly ({ start: number; end: number } | undefined)[] {
  let from = 0
  return side.tokens.map((token) => {
    const start = side.text.indexOf(token, from)
    if (start < 0 || start - from > 40) return undefined
    from = start + token.length
    return { start, end: from }
  })
}
