import type { Approximation } from '../layers.js'

/** Hedges of one word before a number. `exact` ones are part of the phrase and change nothing. */
export const HEDGES: ReadonlyMap<string, Approximation> = new Map<string, Approximation>([
  ['about', 'about'],
  ['around', 'about'],
  ['approximately', 'about'],
  ['roughly', 'about'],
  ['some', 'about'],
  ['estimated', 'about'],
  ['approx', 'about'],
  ['circa', 'about'],
  ['nearly', 'less-than'],
  ['almost', 'less-than'],
  ['under', 'less-than'],
  ['below', 'less-than'],
  ['barely', 'about'],
  ['over', 'more-than'],
  ['above', 'more-than'],
  ['exceeding', 'more-than'],
  ['just', 'exact'],
  ['only', 'exact'],
  ['exactly', 'exact'],
  ['another', 'exact'],
  ['precisely', 'exact'],
])

/** Hedges of several words, by their words joined with spaces. */
export const LONG_HEDGES: ReadonlyMap<string, Approximation> = new Map<string, Approximation>([
  ['more than', 'more-than'],
  ['greater than', 'more-than'],
  ['higher than', 'more-than'],
  ['upwards of', 'more-than'],
  ['upward of', 'more-than'],
  ['in excess of', 'more-than'],
  ['well over', 'more-than'],
  ['just over', 'more-than'],
  ['slightly over', 'more-than'],
  ['slightly more than', 'more-than'],
  ['just more than', 'more-than'],
  ['well above', 'more-than'],
  ['less than', 'less-than'],
  ['fewer than', 'less-than'],
  ['lower than', 'less-than'],
  ['just under', 'less-than'],
  ['slightly under', 'less-than'],
  ['just below', 'less-than'],
  ['just shy of', 'less-than'],
  ['at least', 'at-least'],
  ['no fewer than', 'at-least'],
  ['no less than', 'at-least'],
  ['not less than', 'at-least'],
  ['a minimum of', 'at-least'],
  ['as few as', 'at-least'],
  ['at most', 'at-most'],
  ['up to', 'at-most'],
  ['no more than', 'at-most'],
  ['as many as', 'at-most'],
  ['as much as', 'at-most'],
  ['as high as', 'at-most'],
  ['a maximum of', 'at-most'],
  ['close to', 'about'],
  ['closer to', 'about'],
  ['in the region of', 'about'],
  ['somewhere around', 'about'],
  ['an estimated', 'about'],
  ['a total of', 'exact'],
  ['an additional', 'exact'],
  ['a further', 'exact'],
  ['a record', 'exact'],
  // An average is a measure of its own, as exact as any.
  ['an average of', 'exact'],
])

/** First words of {@link LONG_HEDGES}. */
export const HEDGE_STARTS: ReadonlySet<string> = new Set([...LONG_HEDGES.keys()].map((key) => key.split(' ')[0]!))

/** Nouns for people: what is counted then has the unit `person`. */
export const PEOPLE: ReadonlySet<string> = new Set(
  `person people man men woman women child children boy boys girl girls kid kids teen teens teenager teenagers adult adults
  baby babies infant infants toddler toddlers youth youths student students pupil pupils teacher teachers worker workers
  employee employees soldier soldiers troop troops marine marines sailor sailors fighter fighters militant militants rebel
  rebels insurgent insurgents gunman gunmen attacker attackers civilian civilians passenger passengers crew member members
  victim victims survivor survivors casualty casualties fatality fatalities death deaths injury injuries dead wounded
  injured killed missing hurt detained arrested hospitalized hospitalised displaced homeless trapped stranded rescued
  evacuated infected hostage hostages prisoner prisoners detainee detainees inmate inmates suspect suspects defendant
  defendants officer officers policeman policemen cop cops firefighter firefighters rescuer rescuers patient patients
  doctor doctors nurse nurses resident residents villager villagers refugee refugees migrant migrants immigrant immigrants
  evacuee evacuees protester protesters protestor protestors demonstrator demonstrators supporter supporters marcher
  marchers voter voters lawmaker lawmakers senator senators deputy deputies official officials minister ministers leader
  leaders delegate delegates candidate candidates judge judges juror jurors lawyer lawyers journalist journalists reporter
  reporters tourist tourists visitor visitors fan fans spectator spectators player players athlete athletes driver drivers
  pilot pilots citizen citizens national nationals inhabitant inhabitants family families household households user users
  customer customers viewer viewers subscriber subscribers follower followers Americans Russians Ukrainians Palestinians
  Israelis Syrians believer believers parent parents sibling siblings son sons daughter daughters brother brothers sister
  sisters case cases veteran veterans personnel guest guests witness witnesses combatant combatants peacekeeper
  peacekeepers policewoman policewomen servicemen serviceman respondents participant participants striker strikers dockworker
  dockworkers miner miners farmer farmers activist activists agent agents councillor councillors councilor councilors
  executive executives commuter commuters shopper shoppers concertgoer concertgoers mourner mourners pilgrim pilgrims
  scientist scientists artist artists actor actors lifeguard lifeguards recruit recruits cadet cadets crowd audience
  gathering attendance congregation workforce`
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => !['case', 'cases', 'family', 'families', 'household', 'households'].includes(word)),
)

/** Words right behind a number that say what became of people, with no noun between: "12 dead". */
export const FATES: ReadonlySet<string> = new Set(
  `dead killed injured wounded missing hurt arrested detained hospitalized hospitalised displaced homeless trapped stranded
  rescued evacuated infected`.split(/\s+/),
)

/** Verbs before a number that take people: "killing at least 12". */
export const HARM_VERBS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    killed: 'kill',
    killing: 'kill',
    kills: 'kill',
    kill: 'kill',
    injured: 'injure',
    injuring: 'injure',
    injures: 'injure',
    wounded: 'wound',
    wounding: 'wound',
    wounds: 'wound',
    arrested: 'arrest',
    arresting: 'arrest',
    detained: 'detain',
    detaining: 'detain',
    displaced: 'displace',
    displacing: 'displace',
    evacuated: 'evacuate',
    rescued: 'rescue',
    hospitalized: 'hospitalize',
    hospitalised: 'hospitalize',
  }),
)

/** Nouns whose absence is a count of none: "no casualties". */
export const NONE_OF: ReadonlySet<string> = new Set(
  'casualties injuries deaths fatalities survivors arrests victims passengers hostages witnesses damage'.split(' '),
)

/** Numbers without a number: bounds of what a reader takes them for. */
export const VAGUE_AMOUNTS: ReadonlyMap<string, readonly [low: number, high: number]> = new Map<
  string,
  readonly [number, number]
>([
  ['tens', [20, 99]],
  ['dozens', [24, 99]],
  ['scores', [40, 99]],
  ['hundreds', [200, 999]],
  ['thousands', [2000, 9999]],
  ['millions', [2e6, 9_999_999]],
  ['billions', [2e9, 9_999_999_999]],
  ['trillions', [2e12, 9_999_999_999_999]],
])
