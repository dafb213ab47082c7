import type { Children } from '../cue/cueFeatures.js'
import { hashText, numberOfPos, type Reading } from '../reading/reading.js'
import { viewCue } from './roleFeatures.js'
import type { Cue } from './window.js'

const NSUBJ = hashText('nsubj')
const CONJ = hashText('conj')
const XCOMP = hashText('xcomp')
const PRON = numberOfPos('PRON')
const VERB = numberOfPos('VERB')

/** A place, in {@link Reading.who}. */
const PLACE = 3

// 3 verbs up: "tried to avoid saying".
const MOST_STEPS = 3
// 25 tokens: a name with what describes it; longer subjects are clauses.
const LONGEST = 25

/**
 * The phrase that is the subject of an active verb that reports, for cues whose source the tagger left out: "Roe, a pilot who flew there,
 * called it odd". A verb without one takes that of the verb it is joined to ("and said", "refused to say"). Tokens ascend; none where
 * no parser ran, the subject is part of what is said, or it is no more than "it" or "there".
 */
export function findSubject(
  reading: Reading,
  children: Children,
  cue: Cue,
  content: readonly number[],
): readonly number[] {
  const { main, passive } = viewCue(reading, cue)
  if (!children.parsed || passive === 1 || reading.pos[main] !== VERB) return []
  const head = findSubjectHead(reading, children, main)
  if (head < 0) return []
  const { norm } = reading.tokens[head]!
  if (reading.pos[head] === PRON && (norm === 'it' || norm === 'there' || norm === 'what')) return []
  // Of places the tagger took those that speak.
  if (reading.who[head] === PLACE) return []
  const phrase = listPhrase(reading, children, head, cue)
  const said = new Set(content)
  return phrase.length > LONGEST || phrase.some((i) => said.has(i)) ? [] : phrase
}

function findSubjectHead({ relation, head }: Reading, children: Children, verb: number): number {
  let at = verb
  for (let steps = 0; steps <= MOST_STEPS && at >= 0; steps++) {
    for (let child = children.first[at]!; child >= 0; child = children.next[child]!) {
      if (relation[child] === NSUBJ) return child
    }
    if (relation[at] !== CONJ && relation[at] !== XCOMP) return -1
    at = head[at]!
  }
  return -1
}

/** The tokens that hang on `head`, without the cue's own and the stops at the end. */
function listPhrase(reading: Reading, children: Children, head: number, cue: Cue): readonly number[] {
  const found: number[] = []
  const open = [head]
  while (open.length > 0 && found.length <= LONGEST) {
    const at = open.pop()!
    if (at < cue.start || at >= cue.end) found.push(at)
    for (let child = children.first[at]!; child >= 0; child = children.next[child]!) open.push(child)
  }
  found.sort((a, b) => a - b)
  while (found.length > 0 && reading.mark[found[found.length - 1]!] === 0 && isStop(reading, found[found.length - 1]!))
    found.pop()
  return found
}

function isStop({ pos }: Reading, i: number): boolean {
  return pos[i] === numberOfPos('PUNCT')
}
