import { type Component, createTree, type Frame, type Token, type Tree } from '../../annotate/index.js'
import type { Attribution } from '../../attribute/index.js'
import { type Document, getLayer, withLayer } from '../../document/index.js'
import { compareSpans, containsSpan, type Span } from '../../text/index.js'
import type { Stand } from '../layers.js'
import { findMatter } from './findMatter.js'
import { NEGATED, POSITION_VERBS, type PositionVerb } from './positionVerbs.js'

/**
 * The component that finds who wants, offers, refuses, warns, promises, agrees, denies or asks, about what and on what condition.
 *
 * Reads the frames whose verb takes a stand and whose actor is a known entity, with the verb's complements as the matter, and
 * quotations whose reporting verb is one of these (“We will not go,” she warned). Questions, suppositions, headings and what somebody may
 * yet do are left out: they are no stand taken. Where two tell the same words, the longer stays. Sorted; linear in the text.
 */
export function createPositionFinder(): Component {
  return {
    name: 'positions',
    requires: ['tokens', 'sentences', 'entities', 'attributions', 'frames'],
    provides: ['stands'],
    annotate: (document) => withLayer(document, 'stands', findStands(document)),
  }
}

function findStands(document: Document): readonly Stand[] {
  const tokens = getLayer(document, 'tokens')
  const attributions = getLayer(document, 'attributions')
  const tree = createTree(tokens, getLayer(document, 'sentences'))
  const framed = getLayer(document, 'frames').flatMap((frame): Stand[] => {
    const stand = readFrame(document, tokens, tree, frame)
    return stand === null ? [] : [{ ...stand, attribution: reporterOf(attributions, stand) }]
  })
  const quoted = attributions.flatMap((attribution) => readQuotation(document, attribution))
  return keepLongest([...framed, ...quoted])
}

function readFrame(
  document: Document,
  tokens: readonly Token[],
  tree: Tree,
  frame: Frame,
): Omit<Stand, 'attribution'> | null {
  const takes = verbOf(tokens, tree, frame)
  if (takes === null) return null
  const actor = frame.participants.find((part) => part.role === 'agent' && part.entity >= 0)
  const kind = frame.negated ? NEGATED[takes.kind] : takes.kind
  if (actor === undefined || kind === null || frame.passive || !isTaken(tokens, tree, frame, actor)) return null
  const matter = findMatter(tokens, tree, frame.predicate, takes)
  if (matter === null) return null
  const start = Math.min(actor.start, tokens[frame.predicate]!.start)
  const sentence = getLayer(document, 'sentences')[tokens[frame.predicate]!.sentence]!
  if (sentence.kind === 'heading' || sentence.kind === 'furniture') return null
  return {
    start,
    end: Math.max(matter.end, start),
    kind,
    actor: actor.entity,
    matter,
    condition: findCondition(document.text, sentence, matter),
  }
}

/** "will not accept" is a stand, and so is "unless prices fall, he threatened …"; "would", "may" and "once he agrees" are guesses. */
function isTaken(tokens: readonly Token[], tree: Tree, { modality, predicate }: Frame, actor: Span): boolean {
  if (modality !== 'conditional' && !TAKEN.has(modality)) return false
  // By the words before the actor and not by the tree: which of two verbs "once" hangs on is where parses err most.
  let before = predicate
  while (before >= 0 && tokens[before]!.start >= actor.start) before--
  if (before >= 0 && SUPPOSING.has(tokens[before]!.norm)) return false
  if (modality !== 'conditional') return true
  for (let child = tree.child[predicate]!; child >= 0; child = tree.next[child]!)
    if (tokens[child]!.tag === 'MD') return false
  return true
}

const SUPPOSING: ReadonlySet<string> = new Set('if unless once until when whether before provided till'.split(' '))

const TAKEN: ReadonlySet<Frame['modality']> = new Set(['asserted', 'future', 'required', 'desired'])

function verbOf(tokens: readonly Token[], tree: Tree, frame: Frame): PositionVerb | null {
  const verb = tokens[frame.predicate]!
  if (verb.pos !== 'VERB' || tree.base[frame.predicate] === 'amod') return null
  // "the offer": no verb follows an article, whatever the tagger says.
  if (tokens[frame.predicate - 1]?.pos === 'DET') return null
  for (let child = tree.child[frame.predicate]!; child >= 0; child = tree.next[child]!) {
    if (tree.relation[child] === 'compound:prt')
      return POSITION_VERBS.get(`${verb.lemma}_${tokens[child]!.norm}`) ?? null
  }
  return POSITION_VERBS.get(verb.lemma) ?? null
}

/** Index of the attribution in whose content the stand is told; -1 in the reporter's voice. */
function reporterOf(attributions: readonly Attribution[], stand: Span): number {
  return attributions.findIndex(({ content }) => content.some((span) => containsSpan(span, stand)))
}

// One or two quoted words beside "warned" are a piece of the matter, which the verb's complement holds whole.
const SHORTEST_QUOTATION = 4

function readQuotation(document: Document, attribution: Attribution): Stand[] {
  const kind = attribution.cueLemma === null ? null : (POSITION_VERBS.get(attribution.cueLemma) ?? null)
  const actor = attribution.speaker.entities[0]
  const matter = attribution.content[0]!
  const words = document.text.slice(matter.start, matter.end)
  if (kind === null || !kind.clause || actor === undefined || attribution.kind !== 'direct') return []
  if (words.split(/\s+/).length < SHORTEST_QUOTATION) return []
  const { start, end } = attribution
  return [
    {
      start,
      end,
      kind: kind.kind,
      actor,
      matter: { start: matter.start, end: matter.end },
      condition: findCondition(document.text, attribution, matter),
      attribution: -1,
    },
  ]
}

const CONDITION =
  /\b(?:if|unless|provided that|as long as|on condition that|so long as|in exchange for|in return for)\s[^,.;:!?“”"()]{3,200}/i

/** The clause that "if", "unless", "in exchange for" … opens within the matter, right behind it, or at the head of its sentence. */
function findCondition(text: string, sentence: Span, matter: Span): Span | null {
  const inside = CONDITION.exec(text.slice(matter.start, Math.max(matter.end, sentence.end)))
  if (inside !== null && matter.start + inside.index <= matter.end + 2)
    return spanOf(matter.start + inside.index, inside[0])
  const head = CONDITION.exec(text.slice(sentence.start, matter.start))
  return head !== null && head.index <= 1 ? spanOf(sentence.start + head.index, head[0]) : null
}

function spanOf(start: number, words: string): Span {
  return { start, end: start + words.trimEnd().length }
}

/** Leaves out what lies within the matter of a longer stand of the same actor and kind. */
function keepLongest(stands: readonly Stand[]): readonly Stand[] {
  const covered = new Map<string, number>()
  const inOrder = [...stands].sort((a, b) => a.matter.start - b.matter.start || b.matter.end - a.matter.end)
  const kept = inOrder.filter(({ actor, kind, matter }) => {
    const key = `${actor} ${kind}`
    if (matter.end <= (covered.get(key) ?? -1)) return false
    covered.set(key, matter.end)
    return true
  })
  return kept.sort(compareSpans)
}
