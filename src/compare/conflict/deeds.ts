// Verbs by which accounts tell one thing done from its two ends ("killing three", "three died"), or in two registers. Lists of
// synonyms do not hold them, since the two sides of a deed do not replace each other in a sentence.
// The first four say what became of people.
const DEEDS: readonly string[] = [
  'die kill slay murder perish',
  'injure wound hurt maim hospitalize',
  'arrest detain apprehend',
  'flee evacuate displace',
  'begin start',
  'end finish conclude',
  'win defeat beat',
  'resign quit',
  'buy acquire purchase',
  'hire employ',
  'destroy raze gut',
]

const DEED_OF: ReadonlyMap<string, number> = new Map(
  DEEDS.flatMap((verbs, deed) => verbs.split(' ').map((verb) => [verb, deed] as const)),
)

/** True for two verbs by which one deed is told: "the blast killed four", "four died". Symmetric; false for one verb twice unlisted. */
export function areOneDeed(a: string, b: string): boolean {
  const deed = DEED_OF.get(a)
  return deed !== undefined && deed === DEED_OF.get(b)
}

// What became of the people a number counts ("12 dead", "killing seven"), as the verb of what was done to them.
const FATES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    dead: 'die',
    death: 'die',
    deaths: 'die',
    fatality: 'die',
    fatalities: 'die',
    killed: 'kill',
    kill: 'kill',
    injured: 'injure',
    injure: 'injure',
    injury: 'injure',
    injuries: 'injure',
    wounded: 'wound',
    wound: 'wound',
    hurt: 'hurt',
    hospitalized: 'hospitalize',
    hospitalised: 'hospitalize',
    hospitalize: 'hospitalize',
    arrested: 'arrest',
    arrest: 'arrest',
    detained: 'detain',
    detain: 'detain',
    displaced: 'displace',
    displace: 'displace',
    evacuated: 'evacuate',
    evacuate: 'evacuate',
    rescued: 'rescue',
    rescue: 'rescue',
    missing: 'miss',
  }),
)

/** The verb of the fate that a counted head tells: `die` for "dead"; null for heads that tell none. */
export function getFate(head: string): string | null {
  return FATES.get(head) ?? null
}

// The deeds by which people come to be counted.
const FATEFUL = 4

/** True for two verbs of which each says what became of people, and not the same: "killing 12", "injuring 40". */
export function areOtherFates(a: string, b: string): boolean {
  const [x, y] = [DEED_OF.get(a), DEED_OF.get(b)]
  return x !== undefined && y !== undefined && x !== y && x < FATEFUL && y < FATEFUL
}

/** True where the two verbs, or one verb twice, tell one deed. */
export function isSameDeed(a: string, b: string): boolean {
  return a === b || areOneDeed(a, b)
}
