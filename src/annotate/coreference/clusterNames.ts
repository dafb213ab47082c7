import type { EntityType } from '../layers.js'
import type { Lexicon } from './lexicon.js'
import { isShortBody, initials } from './matchBodies.js'
import { isSamePerson, matchShortForm } from './matchPeople.js'
import type { NameParts } from './nameParts.js'
import { countryOf, placeKey } from './places.js'
import { isSpellingVariant, squeezeSpelling } from './spelling.js'

/** One use of a name in reading order. */
export interface NameUse {
  readonly type: EntityType
  readonly parts: NameParts
  /** Told by titles in or before the name; null for most. */
  readonly gender: 'feminine' | 'masculine' | null
  readonly sentence: number
}

interface Form {
  readonly key: string
  readonly parts: NameParts
  readonly person: boolean
  readonly uses: number[]
  cluster: number
}

/**
 * Which uses of names in one account mean one person, body or place: a cluster number per use, counted from 0 in reading order
 * of first uses.
 *
 * Full names come together first; short ones join the full name they shorten, each use for itself where several people bear
 * it. Compares only names that share a word, a squeezed spelling or initials; linear but for those.
 */
export function clusterNames(uses: readonly NameUse[], lexicon: Lexicon): readonly number[] {
  const types = settleTypes(uses)
  const people = collectForms(uses, types, true)
  const others = collectForms(uses, types, false)
  const clusters = new Clusters(uses.length)
  joinPeople(people, uses, clusters, lexicon)
  joinOthers(others, clusters)
  return clusters.numbers()
}

/** Whether each use is a person's: where one spelling was read as several types, the more frequent one wins. */
function settleTypes(uses: readonly NameUse[]): readonly boolean[] {
  const votes = new Map<string, number>()
  for (const use of uses) {
    const vote = use.type === 'person' ? 1 : -1
    const weight = use.gender !== null || use.parts.titled ? 4 : 1
    votes.set(use.parts.key, (votes.get(use.parts.key) ?? 0) + vote * weight)
  }
  return uses.map((use) => {
    const vote = votes.get(use.parts.key) as number
    return vote === 0 ? use.type === 'person' : vote > 0
  })
}

function collectForms(uses: readonly NameUse[], isPerson: readonly boolean[], person: boolean): readonly Form[] {
  const forms = new Map<string, Form>()
  uses.forEach((use, index) => {
    if (isPerson[index] !== person || use.parts.key === '') return
    const key = person ? `${use.parts.key}|${use.parts.suffix ?? ''}` : placeKey(use.parts.key)
    const form = forms.get(key)
    if (form === undefined) forms.set(key, { key, parts: use.parts, person, uses: [index], cluster: -1 })
    else form.uses.push(index)
  })
  return [...forms.values()]
}

/** Union-find over uses; a cluster is named by its smallest use. */
class Clusters {
  readonly parent: number[]

  constructor(size: number) {
    this.parent = Array.from({ length: size }, (_, i) => i)
  }

  find(use: number): number {
    let root = use
    while (this.parent[root] !== root) root = this.parent[root] as number
    for (let node = use; node !== root; ) {
      const next = this.parent[node] as number
      this.parent[node] = root
      node = next
    }
    return root
  }

  join(a: number, b: number): void {
    const x = this.find(a)
    const y = this.find(b)
    if (x !== y) this.parent[Math.max(x, y)] = Math.min(x, y)
  }

  joinAll(uses: readonly number[]): void {
    for (let i = 1; i < uses.length; i++) this.join(uses[0] as number, uses[i] as number)
  }

  numbers(): readonly number[] {
    const names = new Map<number, number>()
    return this.parent.map((_, use) => {
      const root = this.find(use)
      let name = names.get(root)
      if (name === undefined) {
        name = names.size
        names.set(root, name)
      }
      return name
    })
  }
}

function joinPeople(forms: readonly Form[], uses: readonly NameUse[], clusters: Clusters, lexicon: Lexicon): void {
  const full = forms.filter((form) => form.parts.words.length > 1)
  for (const form of full) clusters.joinAll(form.uses)
  const bySurname = new Map<string, Form[]>()
  for (const form of full) {
    for (const key of surnameKeys(form)) {
      const block = bySurname.get(key) ?? []
      for (const other of block) {
        if (isSamePerson(form.parts, other.parts, lexicon) && !isGenderConflict(form, other, uses)) {
          clusters.join(form.uses[0] as number, other.uses[0] as number)
        }
      }
      block.push(form)
      bySurname.set(key, block)
    }
  }
  const byWord = new Map<string, Form[]>()
  for (const form of full) for (const word of new Set(form.parts.words)) push(byWord, word, form)
  const lone: Form[] = []
  for (const form of forms) {
    if (form.parts.words.length > 2) continue
    const owners = findOwners(form, byWord, lexicon)
    if (owners.length === 0) {
      if (form.parts.words.length === 1) lone.push(form)
      continue
    }
    for (const use of form.uses) joinUse(use, owners, uses, clusters, lexicon)
  }
  joinLoneSurnames(lone, full, uses, clusters)
}

function surnameKeys(form: Form): readonly string[] {
  const words = form.parts.words
  return [...new Set([squeezeSpelling(words.at(-1) as string), ...words.slice(1, -1), `1${words[0]}`])]
}

/** Full names that a short form may stand for: those with the right surname, else those with the given name. */
function findOwners(form: Form, byWord: ReadonlyMap<string, readonly Form[]>, lexicon: Lexicon): readonly Form[] {
  const bySurname: Form[] = []
  const byGiven: Form[] = []
  for (const full of byWord.get(form.parts.words[0] as string) ?? []) {
    if (full === form) continue
    if (form.parts.suffix !== null && full.parts.suffix !== null && form.parts.suffix !== full.parts.suffix) continue
    const match = matchShortForm(form.parts.words, full.parts.words, lexicon)
    if (match === 'surname') bySurname.push(full)
    else if (match === 'given') byGiven.push(full)
  }
  return bySurname.length > 0 ? bySurname : byGiven
}

/**
 * Joins one use of a short form to its owner: one whose gender fits the title, and of several the one named last before
 * it, or failing that the one named most.
 */
function joinUse(
  use: number,
  owners: readonly Form[],
  uses: readonly NameUse[],
  clusters: Clusters,
  lexicon: Lexicon,
): void {
  const gender = (uses[use] as NameUse).gender
  let best = -1
  let bestScore = Number.NEGATIVE_INFINITY
  for (const owner of owners) {
    if (gender !== null && isOtherGender(gender, formGender(owner, uses, lexicon))) continue
    const before = owner.uses.filter((index) => index < use).at(-1)
    const distance = before === undefined ? 99 : (uses[use] as NameUse).sentence - (uses[before] as NameUse).sentence
    const score = owner.uses.length + (distance <= 1 ? 100 - distance : before === undefined ? 0 : 2)
    if (score > bestScore) {
      best = owner.uses[0] as number
      bestScore = score
    }
  }
  if (best >= 0) clusters.join(use, best)
}

function formGender(form: Form, uses: readonly NameUse[], lexicon: Lexicon): 'feminine' | 'masculine' | null {
  for (const use of form.uses) {
    const told = (uses[use] as NameUse).gender
    if (told !== null) return told
  }
  const given = form.parts.words[0] as string
  return lexicon.feminine.has(given) ? 'feminine' : lexicon.masculine.has(given) ? 'masculine' : null
}

function isOtherGender(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a !== b
}

function isGenderConflict(a: Form, b: Form, uses: readonly NameUse[]): boolean {
  const told = (form: Form): string | null => {
    for (const use of form.uses) {
      const gender = (uses[use] as NameUse).gender
      if (gender !== null) return gender
    }
    return null
  }
  return isOtherGender(told(a), told(b))
}

/** Surnames without a full name: equal ones are one person unless titles tell two genders, and so are spelling variants. */
function joinLoneSurnames(
  lone: readonly Form[],
  full: readonly Form[],
  uses: readonly NameUse[],
  clusters: Clusters,
): void {
  const bySound = new Map<string, Form[]>()
  for (const form of full) push(bySound, squeezeSpelling(form.parts.words.at(-1) as string), form)
  for (const form of lone) {
    const genders = new Map<string, number>()
    for (const use of form.uses) {
      const gender = (uses[use] as NameUse).gender ?? ''
      const first = genders.get(gender) ?? (gender === '' ? undefined : genders.get(''))
      if (first === undefined) genders.set(gender, use)
      else clusters.join(first, use)
    }
    const word = form.parts.words[0] as string
    // Six letters: shorter surnames that sound alike are often two people's.
    if (word.length >= 6 && genders.size === 1) {
      const sound = squeezeSpelling(word)
      const alike = bySound.get(sound) ?? []
      const owners = new Set(alike.map((other) => clusters.find(other.uses[0] as number)))
      const other = alike[0]
      if (other !== undefined && owners.size === 1 && isSpellingVariant(word, other.parts.words.at(-1) as string)) {
        if (!isGenderConflict(form, other, uses)) clusters.join(form.uses[0] as number, other.uses[0] as number)
      }
      push(bySound, sound, form)
    }
  }
}

function joinOthers(forms: readonly Form[], clusters: Clusters): void {
  for (const form of forms) clusters.joinAll(form.uses)
  const byWord = new Map<string, Form[]>()
  const byInitials = new Map<string, Form[]>()
  for (const form of forms) {
    const words = form.parts.words
    if (words.length < 2) continue
    for (const word of new Set(words)) push(byWord, word, form)
    push(byInitials, initials(words, false), form)
    const long = initials(words, true)
    if (long !== initials(words, false)) push(byInitials, long, form)
  }
  for (const form of forms) {
    const words = form.parts.words
    const candidates = [
      ...(byWord.get(words[0] as string) ?? []),
      ...(words.length === 1 ? (byInitials.get(words[0] as string) ?? []) : []),
    ]
    const owners = candidates.filter((full) => full !== form && isShortBody(words, full.parts.words, isPlaceWord))
    // Two bodies that a short form may stand for: it stays apart, for a wrong merge costs more than a missed one.
    const roots = new Set(owners.map((owner) => clusters.find(owner.uses[0] as number)))
    if (roots.size === 1) clusters.join(form.uses[0] as number, owners[0]?.uses[0] as number)
  }
}

function isPlaceWord(word: string): boolean {
  return countryOf(word) !== null || word === 'united' || word === 'states'
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
