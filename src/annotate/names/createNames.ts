import { type Document, getLayer, withLayer } from '../../document/index.js'
import type { Component } from '../component.js'
import { isTitle } from '../coreference/titles.js'
import type { Mention, Token } from '../layers.js'
import { type FoundName, findNames, type NameModel } from './findNames.js'
import { ENTITY_TYPES, type NameClass } from './labels.js'
import { loadNames } from './loadNames.js'
import { partNames } from './partNames.js'
import { settleNames } from './settleNames.js'

/**
 * The component that finds names of people, places, bodies, groups, facilities, products and other things.
 *
 * Each becomes a mention of form `name` that no entity is linked to yet. Without a model the shipped one is loaded when
 * the first document comes.
 */
export function createNames(model?: NameModel): Component {
  return {
    name: 'annotate/names',
    requires: ['tokens', 'sentences'],
    provides: ['mentions'],
    annotate: (document) => annotate(document, model ?? loadNames()),
  }
}

function annotate(document: Document, model: NameModel): Document {
  const tokens = getLayer(document, 'tokens')
  const words = tokens.map((token) => document.text.slice(token.start, token.end))
  const layer = getLayer(document, 'sentences')
  const sentences = layer.map(({ firstToken, endToken }) => [firstToken, endToken] as const)
  const isDateline = (token: number): boolean => layer[tokens[token]?.sentence ?? -1]?.kind === 'dateline'
  const isGlued = (token: number): boolean => tokens[token - 1]?.end === tokens[token]?.start
  const apart = splitGlued(findNames({ words, sentences }, model), words, isGlued)
  const parted = partNames(apart, words, model.gazetteer)
  const found = settleNames(
    splitPlaces(parted, words).map((name) => dropDay(name, words)),
    {
      words,
      isDateline,
      gazetteer: model.gazetteer,
    },
  )
  const mentions: Mention[] = []
  for (const { from, to, label, probability } of found) {
    const type = ENTITY_TYPES[label]
    if (isNoName(words, from, to, label)) continue
    const first = tokens[from]
    const last = tokens[to - 1]
    if (type === null || first === undefined || last === undefined) continue
    mentions.push({
      start: first.start,
      end: last.end,
      type,
      form: 'name',
      token: findHead(tokens, from, to),
      entity: -1,
      members: [],
      probability,
    })
  }
  return withLayer(document, 'mentions', mentions)
}

const WEEKDAYS = new Set('monday tuesday wednesday thursday friday saturday sunday'.split(' '))
const CALENDAR = new Set([
  ...WEEKDAYS,
  ...'january february march april june july august september october november december'.split(' '),
])

/**
 * True for what the corpus calls a name but no reader would: days and months, which the corpus often counts under
 * `Misc`, and a politician's party and state in brackets, "R-Ohio", which American agencies put behind the name.
 */
function isNoName(words: readonly string[], from: number, to: number, label: NameClass): boolean {
  if (label === 'Misc') {
    for (let index = from; index < to; index++) if (!CALENDAR.has((words[index] as string).toLowerCase())) return false
    return true
  }
  const party = words[from] as string
  // "retired Army Lt. Gen. Ada Quill": a title that lost its name.
  if (label === 'Person' && to - from === 1 && /^(?:\p{Lu}\p{Ll}{1,4}\.|President)$/u.test(party)) {
    return isTitle(party.toLowerCase().replace('.', ''))
  }
  return to - from > 1 && (party === 'R' || party === 'D' || party === 'I') && /^[-–]$/.test(words[from + 1] as string)
}

/** Ends a name where a space is missing inside it, "Ada Quill|Mayor" of a row of links; what follows names nothing. */
function splitGlued(
  names: readonly FoundName[],
  words: readonly string[],
  isGlued: (token: number) => boolean,
): FoundName[] {
  return names.flatMap((name) => {
    for (let index = name.from + 1; index < name.to; index++) {
      if (isGlued(index) && /^\p{Lu}\p{L}+$/u.test(words[index]!) && /^\p{Lu}\p{L}+$/u.test(words[index - 1]!))
        return [{ ...name, to: index }]
    }
    return [name]
  })
}

/** "They met in Leeds Monday": the day is no part of the place, nor of the person in "said Quill Monday". */
function dropDay(name: FoundName, words: readonly string[]): FoundName {
  const isDay = WEEKDAYS.has(words[name.to - 1]!.toLowerCase()) && name.to - name.from > 1
  return isDay && (name.label === 'Location' || name.label === 'Person') ? { ...name, to: name.to - 1 } : name
}

/** Parts "Leeds, West Yorkshire", one name in the corpus, into the two places that it names. */
function splitPlaces(names: readonly FoundName[], words: readonly string[]): FoundName[] {
  return names.flatMap((name) => {
    const parts: FoundName[] = []
    let { from } = name
    for (let index = from; name.label === 'Location' && index < name.to; index++) {
      if (words[index] !== ',' || index === from) continue
      parts.push({ ...name, from, to: index })
      from = index + 1
    }
    return from < name.to ? [...parts, { ...name, from }] : parts
  })
}

/** The token of `[from, to)` whose head lies outside; the last one where a parse gives several or none. */
function findHead(tokens: readonly Token[], from: number, to: number): number {
  let found = -1
  for (let index = from; index < to; index++) {
    const head = tokens[index]?.head ?? -1
    if (head >= from && head < to) continue
    if (found >= 0) return to - 1
    found = index
  }
  return found < 0 ? to - 1 : found
}
