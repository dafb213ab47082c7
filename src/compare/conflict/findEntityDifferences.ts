import { getLayer } from '../../document/index.js'
import { containsSpan, type Span } from '../../text/index.js'
import type { StoryEntity } from '../findings.js'
import type { Candidate, CandidateSide } from './candidate.js'
import { compareNames, foldName, type NameRelation } from './compareNames.js'
import { compareRoles, getOffice, getRoleWords, isShifted } from './compareRoles.js'
import type { ContextTools } from './contextFeatures.js'
import { getDice } from './describe.js'
import { isOthersTitle, isToldAsPast } from './roleContext.js'
import type { StoryView } from './storyView.js'

// Spellings and roles of one entity compared pairwise; a person with more is in a very large story.
const MOST_VALUES = 24

// Whose relative somebody is, is no office of his.
const KIN: ReadonlySet<string> = new Set(
  'husband wife brother sister father mother son daughter uncle aunt cousin nephew niece partner friend his her their'.split(
    ' ',
  ),
)

interface Told extends Span {
  readonly account: number
  readonly text: string
  /** What is shown: the words with the name they stand beside. */
  readonly evidence: Span
}

/**
 * Roles and names that accounts give one person, body or place.
 *
 * Roles: public offices that exclude each other, offices worded differently, other descriptions. Names: spellings, initials,
 * other forms of the given name. Within one account only spellings and exclusive offices count.
 */
export function findEntityDifferences(tools: ContextTools): readonly Candidate[] {
  const { view } = tools
  const positions = new Map(view.accounts.map((account) => [account.document.id, account.index]))
  const people = [...view.entities.values()]
  return [
    ...people.flatMap((entity) => (entity.type === 'person' ? findRoles(entity, positions, tools) : [])),
    ...people.flatMap((entity) => findNames(entity, positions, tools)),
    ...findStrangers(people, positions, tools),
  ]
}

function findRoles(
  entity: StoryEntity,
  positions: ReadonlyMap<string, number>,
  tools: ContextTools,
): readonly Candidate[] {
  const names = getNameMentions(entity, positions, tools.view)
  const name = new Set(foldName(entity.name))
  const words = new Set(names.flatMap(({ text }) => foldName(text)))
  // "Guy" is no role of Guy Brandt.
  const isRole = (text: string): boolean =>
    getOffice(text) !== null || foldName(text).some((word) => !name.has(word) && !KIN.has(word))
  const all = entity.roles
    .filter((role) => isRole(role.text))
    .flatMap((role) =>
      role.evidence.map(({ documentId, span }): Told => {
        const account = positions.get(documentId) ?? -1
        return {
          ...span,
          account,
          text: role.text,
          evidence: addName(
            span,
            names.filter((name) => name.account === account),
          ),
        }
      }),
    )
  const held = new Set(all.filter((role) => role.account >= 0 && holdsOffice(role, words, tools.view)))
  const told = dedupe(all, (role) => getRoleWords(role.text).join(' '), held)
  const found: Candidate[] = []
  const tellsOffice = (account: number, office: string | null): boolean =>
    told.some((role) => role.account === account && getOffice(role.text) === office)
  const roles = new Set(told.map((one) => `${one.account} ${getRoleWords(one.text).join(' ')}`))
  const tells = (account: number, text: string): boolean => roles.has(`${account} ${getRoleWords(text).join(' ')}`)
  forPairs(told, (a, b) => {
    const relation = compareRoles(a.text, b.text)
    if (relation === 'same' || (a.account === b.account && relation !== 'exclusive')) return
    if (relation === 'exclusive') {
      // Offices held one after the other are told of one person by many accounts: one that gives both differs from no other account.
      if (!held.has(a) || !held.has(b) || !haveOneName(a, b, tools.view)) return
      const others = [tellsOffice(b.account, getOffice(a.text)), tellsOffice(a.account, getOffice(b.text))]
      if (a.account !== b.account && (others[0] || others[1])) return
      // An account that gives both descriptions differs from none of them.
    } else if (tells(b.account, a.text) || tells(a.account, b.text)) return
    const wordsA = new Set(getRoleWords(a.text))
    const wordsB = new Set(getRoleWords(b.text))
    const headA = getRoleWords(a.text).at(-1) ?? ''
    const headB = getRoleWords(b.text).at(-1) ?? ''
    found.push({
      kind: 'role',
      rule: `role/${relation}`,
      a: getSide(a, `role ${[...wordsA].join(' ')}`),
      b: getSide(b, `role ${[...wordsB].join(' ')}`),
      clauses: null,
      subject: entity.name,
      nature: relation === 'refine' ? 'precision' : 'conflict',
      inputs: { relation, role: a.text, otherRole: b.text },
      features: {
        relationDiffer: Number(relation === 'exclusive'),
        relationRange: Number(relation === 'refine'),
        roleOther: Number(relation === 'other'),
        offices: Number(getOffice(a.text) !== null) + Number(getOffice(b.text) !== null),
        shifted: Number(isShifted(a.text)) + Number(isShifted(b.text)),
        countedOverlap: getDice(wordsA, wordsB),
        countedKin: Math.max(0, tools.vectors.similarity(headA, headB) ?? 0),
        wordsShort: Math.min(wordsA.size, wordsB.size),
        wordsLong: Math.max(wordsA.size, wordsB.size),
        mentions: Math.log1p(entity.mentions.length),
        told: told.length,
        within: Number(a.account === b.account),
      },
    })
  })
  return found
}

/** Whether a role is told as an office that the person holds, not one held once or that of somebody named right behind it. */
function holdsOffice(role: Told, names: ReadonlySet<string>, view: StoryView): boolean {
  const { text } = view.accounts[role.account]!.document
  if (getOffice(role.text) === null || isToldAsPast(text, role) || isOthersTitle(text, role, names)) return false
  const mentions = getLayer(view.accounts[role.account]!.document, 'mentions')
  return !mentions.some(
    (mention) =>
      mention.form === 'name' &&
      mention.type === 'person' &&
      containsSpan(role, mention) &&
      !foldName(text.slice(mention.start, mention.end)).some((word) => names.has(word)),
  )
}

// What stands behind a surname is not the last word that tells people apart.
const SUFFIXES: ReadonlySet<string> = new Set(['jr', 'sr', 'ii', 'iii', 'iv'])

/** The words of the name that is shown with a role, without "Jr."; none where it stands alone. */
function readNameBeside({ account, start, end, evidence }: Told, view: StoryView): readonly string[] {
  const { text } = view.accounts[account]!.document
  const words = foldName(`${text.slice(evidence.start, start)} ${text.slice(end, evidence.end)}`)
  return words.filter((word) => !SUFFIXES.has(word))
}

/** Whether the last words of the names beside two roles are shared: accounts that mix up two people give one of them both offices. */
function haveOneName(a: Told, b: Told, view: StoryView): boolean {
  const [x, y] = [readNameBeside(a, view), readNameBeside(b, view)]
  return x.length === 0 || y.length === 0 || (y.includes(x.at(-1)!) && x.includes(y.at(-1)!))
}

function findNames(
  entity: StoryEntity,
  positions: ReadonlyMap<string, number>,
  tools: ContextTools,
): readonly Candidate[] {
  const told = dedupe(getNameMentions(entity, positions, tools.view), getNameKey)
  const areTold = createCrossTest(told)
  const found: Candidate[] = []
  forPairs(told, (a, b) => {
    if (areTold(a, b)) return
    const relation = compareNames(a.text, b.text)
    if (relation !== 'spelling' && relation !== 'given' && relation !== 'initial') return
    if (a.account === b.account && relation !== 'spelling') return
    // "U.S." and "United States" are no two names; initials count for people.
    if (entity.type !== 'person' && (relation !== 'spelling' || haveOtherWords(a.text, b.text, tools))) return
    found.push(createNameCandidate(a, b, relation, entity.name, entity.mentions.length, told, entity.type === 'person'))
  })
  return found
}

/** Entities that were not linked although their names are two spellings of one: "Vincente", "Vicente". */
function findStrangers(
  entities: readonly StoryEntity[],
  positions: ReadonlyMap<string, number>,
  tools: ContextTools,
): readonly Candidate[] {
  const named = entities.filter((entity) => foldName(entity.name).length >= 2)
  const byWord = new Map<string, StoryEntity[]>()
  for (const entity of named) {
    for (const word of foldName(entity.name)) {
      const list = byWord.get(word)
      if (list === undefined) byWord.set(word, [entity])
      else list.push(entity)
    }
  }
  const done = new Set<string>()
  const found: Candidate[] = []
  for (const list of byWord.values()) {
    forPairs(list.slice(0, MOST_VALUES), (x, y) => {
      const key = [x.id, y.id].sort().join(' ')
      if (x.type !== y.type || done.has(key) || compareNames(x.name, y.name) !== 'spelling') return
      if (x.type !== 'person' && haveOtherWords(x.name, y.name, tools)) return
      done.add(key)
      const [namesX, namesY] = [x, y].map((entity) =>
        dedupe(getNameMentions(entity, positions, tools.view), getNameKey),
      ) as [readonly Told[], readonly Told[]]
      const areTold = createCrossTest([...namesX, ...namesY])
      for (const a of namesX) {
        const b = namesY.find((other) => !areTold(a, other) && compareNames(a.text, other.text) === 'spelling')
        if (b === undefined) continue
        const mentions = x.mentions.length + y.mentions.length
        found.push(createNameCandidate(a, b, 'spelling', x.name, mentions, [a, b], x.type === 'person'))
        break
      }
    })
  }
  return found
}

/**
 * True where what differs between two names are two words in use: "Senate Majority" and "Senate Minority" are two bodies, "Democrats" and
 * "Democratic" two forms. People are named with words in use too, so that this says nothing of them.
 */
function haveOtherWords(a: string, b: string, { vectors }: ContextTools): boolean {
  const [x, y] = [foldName(a), foldName(b)]
  const odd = [...x.filter((word) => !y.includes(word)), ...y.filter((word) => !x.includes(word))]
  return odd.every((word) => vectors.vectorOf(word) !== null)
}

const getNameKey = (name: Told): string => foldName(name.text).join(' ')

/** Whether each of two accounts prints the other's spelling too: the two then differ in nothing. */
function createCrossTest(told: readonly Told[]): (a: Told, b: Told) => boolean {
  const known = new Set(told.map((one) => `${one.account} ${getNameKey(one)}`))
  return (a, b) =>
    a.account !== b.account && known.has(`${b.account} ${getNameKey(a)}`) && known.has(`${a.account} ${getNameKey(b)}`)
}

function createNameCandidate(
  a: Told,
  b: Told,
  relation: NameRelation,
  subject: string,
  mentions: number,
  told: readonly Told[],
  person: boolean,
): Candidate {
  const words = foldName(a.text).length
  return {
    kind: 'name',
    rule: `name/${relation}`,
    a: getSide(a, `name ${foldName(a.text).join(' ')}`),
    b: getSide(b, `name ${foldName(b.text).join(' ')}`),
    clauses: null,
    subject,
    nature: relation === 'spelling' ? 'conflict' : 'precision',
    inputs: { relation, name: a.text, otherName: b.text },
    features: {
      relationDiffer: Number(relation === 'spelling'),
      relationRange: Number(relation === 'initial'),
      nameGiven: Number(relation === 'given'),
      wordsLong: words,
      mentions: Math.log1p(mentions),
      told: told.length,
      person: Number(person),
      within: Number(a.account === b.account),
    },
  }
}

/** Where an entity is named by a name of two words or more, or by one that stands alone as its name. */
function getNameMentions(
  entity: StoryEntity,
  positions: ReadonlyMap<string, number>,
  view: StoryView,
): readonly Told[] {
  const told: Told[] = []
  for (const member of entity.members) {
    const account = positions.get(member.documentId)
    if (account === undefined) continue
    const { document } = view.accounts[account]!
    const mentions = getLayer(document, 'mentions')
    for (const index of getLayer(document, 'entities')[member.entity]?.mentions ?? []) {
      const mention = mentions[index]!
      if (mention.form !== 'name') continue
      const span = { start: mention.start, end: mention.end }
      told.push({ ...span, account, text: document.text.slice(span.start, span.end), evidence: span })
    }
  }
  return told
}

/** The first telling of each value in each account, one that is preferred before one that is not, at most {@link MOST_VALUES}. */
function dedupe(
  told: readonly Told[],
  getKey: (one: Told) => string,
  preferred: ReadonlySet<Told> = new Set(),
): readonly Told[] {
  const seen = new Set<string>()
  const rank = (one: Told): number => (preferred.has(one) ? 0 : 1)
  return told
    .filter((one) => one.account >= 0)
    .sort((a, b) => a.account - b.account || rank(a) - rank(b) || a.start - b.start || a.end - b.end)
    .filter((one) => {
      const key = `${one.account} ${getKey(one)}`
      if (getKey(one) === '' || seen.has(key)) return false
      seen.add(key)
      return true
    })
    .slice(0, MOST_VALUES)
}

function forPairs<T>(items: readonly T[], visit: (a: T, b: T) => void): void {
  for (let i = 0; i < items.length; i++) for (let j = i + 1; j < items.length; j++) visit(items[i]!, items[j]!)
}

function getSide(told: Told, key: string): CandidateSide {
  return { account: told.account, value: { start: told.start, end: told.end }, evidence: told.evidence, key }
}

// "Senator Okoye", "Okoye, the senator": no more than a comma and a blank between role and name.
const ROOM = 3

/** A role with the name right before or behind it, so that the reader sees whose it is. */
function addName(role: Span, names: readonly Span[]): Span {
  for (const name of names) {
    if (name.start >= role.end && name.start - role.end <= ROOM) return { start: role.start, end: name.end }
    if (name.end <= role.start && role.start - name.end <= ROOM) return { start: name.start, end: role.end }
  }
  return { start: role.start, end: role.end }
}
