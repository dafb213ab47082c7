/** What a common noun means, as far as coreference goes. */
export interface NounClass {
  /** One human being, several of them (by meaning, as in `police`), a body that acts, or a place. */
  readonly kind: 'person' | 'people' | 'body' | 'place'
  readonly gender: 'feminine' | 'masculine' | null
}

const words = (list: string): readonly string[] => list.split(/\s+/).filter((word) => word !== '')

const MEN =
  words(`man boy guy gentleman father dad husband son brother uncle grandfather grandson nephew stepfather stepson widower
  fiance boyfriend king prince duke lord monk priest congressman chairman spokesman businessman gunman policeman fireman anchorman
  councilman assemblyman salesman cameraman sportsman statesman frontman foreman ombudsman airman seaman serviceman
  groom bachelor actor waiter godfather patriarch sheikh emperor sultan baron pope bishop cardinal archbishop fisherman hitman
  madman horseman strongman clergyman nobleman middleman lineman cop-killer half-brother father-in-law son-in-law
  brother-in-law`)

const WOMEN =
  words(`woman girl lady mother mom mum wife daughter sister aunt grandmother granddaughter niece stepmother stepdaughter
  widow fiancee girlfriend queen princess duchess nun congresswoman chairwoman spokeswoman businesswoman policewoman councilwoman
  assemblywoman saleswoman heroine actress waitress hostess bride midwife empress baroness goddess matriarch half-sister
  mother-in-law daughter-in-law sister-in-law housewife saleswoman`)

const PERSONS =
  words(`person individual child kid baby infant toddler teenager teen adult adolescent youth parent spouse partner sibling
  twin cousin relative heir orphan friend neighbor neighbour colleague coworker co-worker roommate classmate teammate companion
  president vice-president premier chancellor minister secretary undersecretary ambassador envoy diplomat consul governor mayor
  senator representative lawmaker legislator politician congressperson delegate councilor councillor commissioner leader
  frontrunner front-runner hopeful candidate nominee contender incumbent challenger running-mate opponent rival predecessor successor ally aide adviser
  advisor counselor strategist consultant lobbyist operative official spokesperson speaker whip ruler dictator monarch royal
  judge justice magistrate lawyer attorney prosecutor solicitor barrister counsel plaintiff defendant litigant juror clerk
  witness suspect victim accuser assailant attacker shooter killer murderer robber thief burglar rapist bomber hijacker terrorist
  militant extremist jihadist insurgent rebel fugitive inmate prisoner detainee convict felon criminal offender culprit
  perpetrator hostage captive survivor passenger pedestrian bystander hero
  officer cop detective sheriff deputy trooper marshal agent investigator inspector guard bodyguard patrolman warden coroner
  commander general admiral colonel major captain lieutenant sergeant corporal private soldier sailor marine pilot veteran
  fighter warrior sniper medic paramedic firefighter responder contractor
  doctor physician surgeon nurse psychiatrist psychologist therapist pathologist epidemiologist dentist pharmacist patient
  teacher professor lecturer instructor tutor principal superintendent dean student pupil graduate alumnus scholar academic
  scientist researcher physicist chemist biologist economist historian sociologist engineer architect expert analyst specialist
  scholar mathematician astronomer astronaut inventor
  journalist reporter correspondent editor columnist anchor broadcaster commentator pundit blogger host moderator interviewer
  publisher author writer novelist poet playwright biographer screenwriter critic photographer cartoonist
  artist painter sculptor musician singer rapper songwriter composer conductor guitarist drummer pianist dancer
  comedian filmmaker director producer designer model celebrity star entertainer
  athlete player footballer quarterback goalkeeper striker midfielder defender coach referee umpire pitcher batter swimmer runner
  sprinter cyclist boxer wrestler golfer champion skater skier
  executive ceo cfo chief boss manager chairperson chair head founder co-founder cofounder owner co-owner entrepreneur billionaire
  millionaire magnate tycoon investor banker broker trader shareholder employee worker employer staffer intern assistant
  administrator treasurer accountant auditor developer programmer hacker mogul financier industrialist
  driver trucker farmer rancher fisher miner mechanic electrician plumber carpenter builder chef cook baker butcher bartender
  barber hairdresser janitor maid nanny babysitter librarian mail-carrier courier
  activist protester protestor demonstrator campaigner organizer organiser advocate whistleblower leaker dissident reformer
  supporter critic donor volunteer member voter resident citizen native immigrant migrant refugee asylum-seeker
  tourist visitor traveler traveller guest customer client consumer user homeowner tenant landlord
  pastor minister rabbi imam cleric chaplain missionary preacher saint prophet
  republican democrat conservative liberal progressive socialist independent libertarian
  source insider informant spy mole nationalist separatist loyalist oligarch warlord gangster mobster
  dealer trafficker smuggler coach mentor trainer scout retiree pensioner
  speaker-elect president-elect alderman freshman participant attendee applicant recipient winner loser finalist
  lip-reader translator interpreter scholar landowner`)

const PEOPLE = words(`police people authorities officials lawmakers troops forces folks crew staff public
  crowd jury couple pair duo trio family media`)

const BODIES =
  words(`company corporation firm business startup conglomerate manufacturer maker retailer airline airline carrier bank
  insurer lender publisher broadcaster network station channel newspaper paper magazine outlet tabloid website agency bureau
  department ministry commission committee subcommittee panel council board authority administration government regime cabinet
  parliament congress senate legislature assembly house court tribunal university college school institute institution hospital
  clinic museum foundation charity nonprofit organization organisation association union federation league club team squad party
  coalition alliance bloc campaign group movement militia cartel gang army navy military force brigade regiment battalion unit
  church mosque synagogue diocese country nation state republic kingdom union empire city town county municipality watchdog
  regulator operator utility think-tank nonprofit franchise label studio restaurant chain supermarket store`)

const PLACES =
  words(`country nation state city town village county province region island neighborhood neighbourhood district capital
  continent area territory peninsula suburb`)

const TABLE: ReadonlyMap<string, NounClass> = new Map<string, NounClass>([
  ...PLACES.map((noun) => [noun, { kind: 'place', gender: null }] as [string, NounClass]),
  ...BODIES.map((noun) => [noun, { kind: 'body', gender: null }] as [string, NounClass]),
  ...PEOPLE.map((noun) => [noun, { kind: 'people', gender: null }] as [string, NounClass]),
  ...PERSONS.map((noun) => [noun, { kind: 'person', gender: null }] as [string, NounClass]),
  ...MEN.map((noun) => [noun, { kind: 'person', gender: 'masculine' }] as [string, NounClass]),
  ...WOMEN.map((noun) => [noun, { kind: 'person', gender: 'feminine' }] as [string, NounClass]),
])

/** Nouns of kinship: "his wife" is somebody by her relation to somebody else, whose name may follow. */
const KIN: ReadonlySet<string> = new Set(
  words(`wife husband son daughter father mother dad mom mum brother sister uncle aunt cousin nephew niece grandfather grandmother
  grandson granddaughter fiance fiancee widow widower girlfriend boyfriend partner spouse stepfather stepmother stepson
  stepdaughter half-brother half-sister twin sibling child father-in-law mother-in-law son-in-law daughter-in-law
  brother-in-law sister-in-law`),
)

/** Endings that make a noun a person's; -er and -or are left out, for most such nouns are things. */
const PERSON_ENDING =
  /(?:woman|man|person|ologist|ographer|crat|keeper|player|worker|holder|maker|leader|fighter|driver|officer)$/

/** The class of a lower-case singular noun; null where it is none of these. */
export function nounClass(noun: string): NounClass | null {
  const known = TABLE.get(noun)
  if (known !== undefined) return known
  const hyphen = noun.lastIndexOf('-')
  if (hyphen > 0 && hyphen < noun.length - 3) return nounClass(noun.slice(hyphen + 1))
  if (!PERSON_ENDING.test(noun) || noun.length < 7) return null
  const gender = noun.endsWith('woman') ? 'feminine' : noun.endsWith('man') ? 'masculine' : null
  return { kind: 'person', gender }
}

/** True for nouns that the lists have whole, so that `front-runner` is no kind of runner. */
export function isListedNoun(noun: string): boolean {
  return TABLE.has(noun)
}

/** True for nouns of kinship: `wife`, `brother`. */
export function isKinNoun(noun: string): boolean {
  return KIN.has(noun)
}

const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['men', 'man'],
  ['women', 'woman'],
  ['children', 'child'],
  ['wives', 'wife'],
  ['thieves', 'thief'],
  ['people', 'people'],
  ['police', 'police'],
  ['media', 'media'],
  ['alumni', 'alumnus'],
])

/** Singular of a lower-case noun and whether it was plural, by form alone; a tagger's lemma is better where there is one. */
export function singularOf(noun: string): { readonly noun: string; readonly plural: boolean } {
  const irregular = IRREGULAR.get(noun)
  if (irregular !== undefined) return { noun: irregular, plural: true }
  if (TABLE.has(noun)) return { noun, plural: TABLE.get(noun)?.kind === 'people' }
  if (noun.endsWith('men') && noun.length > 4) return { noun: `${noun.slice(0, -2)}an`, plural: true }
  if (noun.endsWith('ies') && noun.length > 4) return { noun: `${noun.slice(0, -3)}y`, plural: true }
  if (/(?:ss|sh|ch|x)es$/.test(noun)) return { noun: noun.slice(0, -2), plural: true }
  if (noun.endsWith('s') && !noun.endsWith('ss') && noun.length > 3) return { noun: noun.slice(0, -1), plural: true }
  return { noun, plural: false }
}

const SYNONYMS: readonly (readonly string[])[] = [
  words('gunman shooter attacker assailant suspect killer perpetrator murderer bomber attacker'),
  words('senator lawmaker legislator politician'),
  words('congressman congresswoman representative lawmaker legislator politician'),
  words('governor politician'),
  ...['republican', 'democrat'].flatMap((party) => [
    [party, 'senator'],
    [party, 'congressman'],
    [party, 'congresswoman'],
    [party, 'representative'],
    [party, 'governor'],
    [party, 'lawmaker'],
  ]),
  words('president leader'),
  words('premier minister chancellor leader'),
  words('lawyer attorney counsel'),
  words('police officer cop policeman patrolman'),
  words('wife spouse'),
  words('husband spouse'),
  words('chief boss head'),
  words('executive ceo chief boss'),
  words('journalist reporter correspondent'),
  words('writer author columnist novelist'),
  words('doctor physician surgeon'),
  words('candidate nominee contender frontrunner front-runner hopeful'),
  words('professor academic scholar researcher'),
  words('judge justice jurist'),
  words('company firm corporation business maker manufacturer'),
  words('newspaper paper outlet daily tabloid'),
]

const ALIKE: ReadonlyMap<string, ReadonlySet<string>> = (() => {
  const out = new Map<string, Set<string>>()
  for (const group of SYNONYMS) {
    for (const noun of group) {
      const known = out.get(noun)
      if (known === undefined) out.set(noun, new Set(group))
      else for (const other of group) known.add(other)
    }
  }
  return out
})()

const NONE: ReadonlySet<string> = new Set()

/** Nouns that can name the same role as `noun`: near synonyms such as `lawyer` and `attorney`; the noun itself may be among them. */
export function nounsLike(noun: string): ReadonlySet<string> {
  return ALIKE.get(noun) ?? NONE
}

/** Whether two nouns can name one role: equal or near synonyms. */
export function canBeSameRole(a: string, b: string): boolean {
  return a === b || nounsLike(a).has(b)
}
