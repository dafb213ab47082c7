import { type Document, getLayer, withLayer } from '../../document/index.js'
import type { Component } from '../component.js'
import type { Token } from '../layers.js'
import { buildEntities, majorityType } from './buildEntities.js'
import { clusterNames } from './clusterNames.js'
import type { DraftMention, Reading } from './draft.js'
import { draftNames } from './draftNames.js'
import { findQuotes } from './findQuotes.js'
import type { Lexicon } from './lexicon.js'
import { type CoreferenceModels, loadCoreferenceModels } from './loadModels.js'
import { pronounKind } from './pronouns.js'
import { type Profile, resolvePronouns } from './resolvePronouns.js'

/**
 * The component that says which names, descriptions and pronouns of an account mean the same person, body, place or thing.
 *
 * Needs names without entities and gives `mentions` (names, descriptions, pronouns) and `entities`. Models are read from the
 * package at the first document where none are given. Linear in the text.
 */
export function createCoreference(models?: CoreferenceModels): Component {
  let loaded = models
  return {
    name: 'coreference',
    requires: ['tokens', 'sentences', 'mentions'],
    provides: ['mentions', 'entities'],
    annotate(document: Document): Document {
      loaded ??= loadCoreferenceModels()
      const tokens = getLayer(document, 'tokens')
      const sentences = getLayer(document, 'sentences')
      const reading: Reading = { text: document.text, tokens, sentences, quotes: findQuotes(tokens, sentences) }
      const names = draftNames(reading, getLayer(document, 'mentions'))
      const profiles = linkNames(names, loaded.lexicon)
      const drafts = [...names, ...draftPronouns(reading)].sort((a, b) => a.start - b.start || a.end - b.end)
      resolvePronouns(drafts, profiles, reading)
      const { mentions, entities } = buildEntities(drafts, profiles, [], reading)
      return withLayer(withLayer(document, 'mentions', mentions), 'entities', entities)
    },
  }
}

/** Gives every name its entity, and says of every entity what it is. */
function linkNames(names: readonly DraftMention[], lexicon: Lexicon): Profile[] {
  const uses = names.flatMap((draft) =>
    draft.parts === null
      ? []
      : [{ type: draft.type, parts: draft.parts, gender: draft.gender, sentence: draft.sentence }],
  )
  const numbers = clusterNames(uses, lexicon)
  const groups: DraftMention[][] = []
  names.forEach((draft, index) => {
    draft.entity = numbers[index] as number
    const group = groups[draft.entity]
    if (group === undefined) groups[draft.entity] = [draft]
    else group.push(draft)
  })
  return groups.map((group) => describe(group, lexicon))
}

function describe(group: readonly DraftMention[], lexicon: Lexicon): Profile {
  const type = majorityType(group.map((draft) => draft.type))
  return { type, gender: type === 'person' ? genderOf(group, lexicon) : 'neutral', plural: type === 'group' }
}

function genderOf(group: readonly DraftMention[], lexicon: Lexicon): Profile['gender'] {
  for (const draft of group) if (draft.gender !== null) return draft.gender
  for (const draft of group) {
    const words = draft.parts?.words ?? []
    if (words.length < 2) continue
    for (const word of words.slice(0, -1)) {
      if (lexicon.feminine.has(word)) return 'feminine'
      if (lexicon.masculine.has(word)) return 'masculine'
    }
  }
  return 'unknown'
}

function draftPronouns(reading: Reading): DraftMention[] {
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
      gender: kind.gender === 'feminine' || kind.gender === 'masculine' ? kind.gender : null,
      entity: -1,
      probability: 0,
      members: [],
    })
  }
  return drafts
}
