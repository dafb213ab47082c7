import type { Form, NameUse } from './clusterNames.js'
import { type Clusters, pushTo } from './clusters.js'
import type { Lexicon } from './lexicon.js'
import { isSamePerson, matchShortForm } from './matchPeople.js'
import { isInitial } from './nameParts.js'
import { canBeSameRole, isKinNoun } from './nouns.js'
import { isSpellingVariant, squeezeSpelling } from './spelling.js'

/** Offices that a family has one of: "President Quill" is not Ada Quill, the president's wife. */
const OFFICES: ReadonlySet<string> = new Set(
  'president premier chancellor king queen prince princess pope mayor governor'.split(' '),
)

/** What the joining of people reads. */
interface People {
  readonly uses: readonly NameUse[]
  readonly clusters: Clusters
  readonly lexicon: Lexicon
}

/**
 * Joins names of people: full names that can be one person's, then surnames and given names to the full name they shorten, then
 * surnames alone.
 */
export function clusterPeople(
  forms: readonly Form[],
  uses: readonly NameUse[],
  clusters: Clusters,
  lexicon: Lexicon,
): void {
  const people: People = { uses, clusters, lexicon }
  const full = forms.filter((form) => form.parts.words.length > 1)
  joinFullNames(full, people)
  const byWord = new Map<string, Form[]>()
  for (const form of full) for (const word of new Set(form.parts.words)) pushTo(byWord, word, form)
  const lone: Form[] = []
  for (const form of forms) {
    if (form.parts.words.length > 2) continue
    const owners = findOwners(form, byWord, lexicon)
    if (owners.length > 0) joinShortForm(form, owners, people)
    else if (form.parts.words.length === 1) lone.push(form)
  }
  joinLoneSurnames(lone, full, people)
}

function joinFullNames(full: readonly Form[], people: People): void {
  for (const form of full) people.clusters.joinAll(form.uses)
  const blocks = new Map<string, Form[]>()
  const spelled = full.filter((form) => !isInitial(form.parts.words[0] as string))
  const abbreviated = full.filter((form) => isInitial(form.parts.words[0] as string))
  // Initials last, when the full names they may stand for are together.
  for (const form of [...spelled, ...abbreviated]) {
    const fitting = new Set<Form>()
    for (const key of surnameKeys(form)) {
      const block = blocks.get(key) ?? []
      for (const other of block) if (canBeOne(form, other, people)) fitting.add(other)
      block.push(form)
      blocks.set(key, block)
    }
    const roots = new Set([...fitting].map((other) => people.clusters.find(other.uses[0] as number)))
    if (roots.size === 1) people.clusters.join(form.uses[0] as number, [...roots][0] as number)
  }
}

function canBeOne(a: Form, b: Form, people: People): boolean {
  // In one account a suffix tells father from son; across accounts it may be left off.
  if (a.parts.suffix !== b.parts.suffix && (a.parts.suffix === null || b.parts.suffix === null)) return false
  if (!isSamePerson(a.parts, b.parts, people.lexicon)) return false
  return !isOtherGender(toldGender(a, people), toldGender(b, people))
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
    if (form.parts.suffix !== null && form.parts.suffix !== full.parts.suffix) continue
    const match = matchShortForm(form.parts.words, full.parts.words, lexicon)
    if (match === 'surname') bySurname.push(full)
    else if (match === 'given') byGiven.push(full)
  }
  return bySurname.length > 0 ? bySurname : byGiven
}

/** Uses with an office that no owner holds are somebody else's, who then may be meant by the bare uses as well. */
function joinShortForm(form: Form, owners: readonly Form[], people: People): void {
  const foreign = form.uses.filter((use) => owners.every((owner) => isOfficeConflict(use, owner, people)))
  people.clusters.joinAll(foreign)
  const others = foreign.length === 0 ? owners : [...owners, { ...form, uses: foreign }]
  const apart = new Set(foreign)
  /** The use of each cluster that was read last. */
  const last = new Map<number, number>()
  for (const use of form.uses) if (!apart.has(use)) joinUse(use, others, last, people)
}

function isOfficeConflict(use: number, owner: Form, { uses }: People): boolean {
  const offices = (uses[use] as NameUse).roles.filter((role) => OFFICES.has(role))
  if (offices.length === 0) return false
  const held = owner.uses.flatMap((index) => (uses[index] as NameUse).roles)
  // "President Quill" is not Tomas Quill Jr., unless he is called so elsewhere.
  if (held.length === 0) return owner.parts.suffix !== null
  return !offices.some((office) => held.some((role) => canBeSameRole(role, office)))
}

/**
 * Joins one use of a short form to its owner: one whose gender and office fit the title, and of several the one named in this
 * sentence or the last, or failing that the one named most.
 */
function joinUse(use: number, owners: readonly Form[], last: Map<number, number>, people: People): void {
  const { uses, clusters } = people
  const gender = (uses[use] as NameUse).gender
  let best = -1
  let bestScore = Number.NEGATIVE_INFINITY
  for (const owner of owners) {
    if (gender !== null && isOtherGender(gender, formGender(owner, people))) continue
    if (isOfficeConflict(use, owner, people)) continue
    const root = clusters.find(owner.uses[0] as number)
    const before = Math.max(owner.uses.findLast((index) => index < use) ?? -1, last.get(root) ?? -1)
    const distance = before < 0 ? 99 : (uses[use] as NameUse).sentence - (uses[before] as NameUse).sentence
    const near = distance <= 1 && !(isKin(owner, people) && owners.some((other) => !isKin(other, people)))
    const score = owner.uses.length + (near ? 100 + before : before < 0 ? 0 : 2)
    if (score > bestScore) {
      best = root
      bestScore = score
    }
  }
  if (best < 0) return
  clusters.join(use, best)
  last.set(clusters.find(best), use)
}

/** Named as somebody's relative alone ("his father, Tomas Quill"): the bare surname goes on meaning the other. */
function isKin(owner: Form, { uses }: People): boolean {
  const roles = owner.uses.flatMap((use) => (uses[use] as NameUse).roles)
  return roles.some(isKinNoun)
}

function toldGender(form: Form, { uses }: People): 'feminine' | 'masculine' | null {
  for (const use of form.uses) {
    const gender = (uses[use] as NameUse).gender
    if (gender !== null) return gender
  }
  return null
}

function formGender(form: Form, people: People): 'feminine' | 'masculine' | null {
  const told = toldGender(form, people)
  if (told !== null || form.parts.words.length < 2) return told
  const given = form.parts.words[0] as string
  return people.lexicon.feminine.has(given) ? 'feminine' : people.lexicon.masculine.has(given) ? 'masculine' : null
}

function isOtherGender(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a !== b
}

/** Surnames without a full name: equal ones are one person unless titles tell two genders, and so are spelling variants. */
function joinLoneSurnames(lone: readonly Form[], full: readonly Form[], people: People): void {
  const bySound = new Map<string, Form[]>()
  for (const form of full) for (const key of soundKeys(form.parts.words.at(-1) as string)) pushTo(bySound, key, form)
  for (const form of lone) {
    const genders = joinByTitle(form, people)
    const word = form.parts.words[0] as string
    // Six letters: shorter surnames that sound alike are often two people's.
    if (word.length < 6 || genders > 1) continue
    const alike = soundKeys(word)
      .flatMap((key) => bySound.get(key) ?? [])
      .filter((other) => isSpellingVariant(word, other.parts.words.at(-1) as string))
    const owners = new Set(alike.map((other) => people.clusters.find(other.uses[0] as number)))
    const other = alike[0]
    if (other !== undefined && owners.size === 1) {
      if (!isOtherGender(toldGender(form, people), formGender(other, people))) {
        people.clusters.join(form.uses[0] as number, other.uses[0] as number)
      }
    }
    for (const key of soundKeys(word)) pushTo(bySound, key, form)
  }
}

/** What a surname is looked up by: its sound, and its beginning for slips further on. */
function soundKeys(word: string): readonly string[] {
  return [squeezeSpelling(word), `^${word.slice(0, 3)}`]
}

/** Joins the uses of one bare surname, apart where titles tell two genders; gives the number of genders told. */
function joinByTitle(form: Form, { uses, clusters }: People): number {
  const first = new Map<string, number>()
  for (const use of form.uses) {
    const gender = (uses[use] as NameUse).gender
    if (gender === null) continue
    const known = first.get(gender)
    if (known === undefined) first.set(gender, use)
    else clusters.join(known, use)
  }
  if (first.size <= 1) {
    clusters.joinAll(form.uses)
    return first.size
  }
  let current = [...first.values()][0] as number
  for (const use of form.uses) {
    if ((uses[use] as NameUse).gender === null) clusters.join(current, use)
    else current = use
  }
  return first.size
}
