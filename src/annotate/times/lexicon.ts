/** Full month names; the capital is checked where a name is a common word too (may, march, august). */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    'january',
    'february',
    'march',
    'april',
    'may',
    'june',
    'july',
    'august',
    'september',
    'october',
    'november',
    'december',
  ].map((name, index) => [name, index + 1] as const),
)

/** Short month names: a date only beside a day or a year. */
export const SHORT_MONTHS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    jan: 1,
    feb: 2,
    mar: 3,
    apr: 4,
    jun: 6,
    jul: 7,
    aug: 8,
    sep: 9,
    sept: 9,
    oct: 10,
    nov: 11,
    dec: 12,
  }),
)

/** Monday 1 … Sunday 7. */
export const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map(
    (name, index) => [name, index + 1] as const,
  ),
)

export const SHORT_WEEKDAYS: ReadonlyMap<string, number> = new Map(
  Object.entries({ mon: 1, tue: 2, tues: 2, wed: 3, thu: 4, thur: 4, thurs: 4, fri: 5, sat: 6, sun: 7 }),
)

export type Unit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'week'
  | 'weekend'
  | 'month'
  | 'quarter'
  | 'year'
  | 'decade'
  | 'century'

/** What a unit word means: a fortnight is two weeks. */
export interface UnitWord {
  readonly unit: Unit
  readonly count: number
  readonly plural: boolean
}

const UNIT_WORDS: readonly (readonly [word: string, unit: Unit, count: number])[] = [
  ['second', 'second', 1],
  ['minute', 'minute', 1],
  ['hour', 'hour', 1],
  ['day', 'day', 1],
  ['week', 'week', 1],
  ['fortnight', 'week', 2],
  ['weekend', 'weekend', 1],
  ['month', 'month', 1],
  ['quarter', 'quarter', 1],
  ['year', 'year', 1],
  ['decade', 'decade', 1],
  ['generation', 'year', 30],
  ['century', 'century', 1],
]

/** Units by word, singular and plural. */
export const UNITS: ReadonlyMap<string, UnitWord> = new Map(
  UNIT_WORDS.flatMap(([word, unit, count]): readonly (readonly [string, UnitWord])[] => [
    [word, { unit, count, plural: false }],
    [word === 'century' ? 'centuries' : `${word}s`, { unit, count, plural: true }],
  ]),
)

/** Short units, read only behind digits: "5 hrs", "20 mins". */
export const SHORT_UNITS: ReadonlyMap<string, Unit> = new Map([
  ['sec', 'second'],
  ['secs', 'second'],
  ['min', 'minute'],
  ['mins', 'minute'],
  ['hr', 'hour'],
  ['hrs', 'hour'],
  ['yr', 'year'],
  ['yrs', 'year'],
])

/** Lengths of way: "miles per hour" is a speed and no time. */
export const WAYS: ReadonlySet<string> = new Set(
  'mile miles km kilometer kilometers kilometre kilometres meter meters metre metres foot feet'.split(' '),
)

/** TIMEX3 codes of seasons. */
export const SEASONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    spring: 'SP',
    springtime: 'SP',
    summer: 'SU',
    summertime: 'SU',
    autumn: 'FA',
    fall: 'FA',
    winter: 'WI',
    wintertime: 'WI',
  }),
)

/** TIMEX3 codes of parts of the day. */
export const PARTS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    morning: 'TMO',
    mornings: 'TMO',
    dawn: 'TMO',
    daybreak: 'TMO',
    sunrise: 'TMO',
    afternoon: 'TAF',
    afternoons: 'TAF',
    evening: 'TEV',
    evenings: 'TEV',
    dusk: 'TEV',
    sunset: 'TEV',
    nightfall: 'TEV',
    night: 'TNI',
    nights: 'TNI',
    overnight: 'TNI',
    nighttime: 'TNI',
    daytime: 'TDT',
    lunchtime: 'TMI',
    midday: 'T12:00',
    noon: 'T12:00',
    midnight: 'T24:00',
  }),
)

/** Words that place a date against now or against the running story. */
export type Relation = 'last' | 'next' | 'this' | 'previous' | 'following' | 'same'

export const RELATIONS: ReadonlyMap<string, Relation> = new Map(
  Object.entries({
    last: 'last',
    past: 'last',
    next: 'next',
    coming: 'next',
    upcoming: 'next',
    this: 'this',
    current: 'this',
    present: 'this',
    previous: 'previous',
    preceding: 'previous',
    prior: 'previous',
    following: 'following',
    ensuing: 'following',
    subsequent: 'following',
    same: 'same',
    that: 'same',
  } as const),
)

export type Modifier = 'start' | 'middle' | 'end'

export const MODIFIERS: ReadonlyMap<string, Modifier> = new Map(
  Object.entries({
    early: 'start',
    late: 'end',
    mid: 'middle',
    middle: 'middle',
    beginning: 'start',
    start: 'start',
    outset: 'start',
    dawn: 'start',
    end: 'end',
    close: 'end',
    latter: 'end',
  } as const),
)

/** References to now, the past or the future that name no date. */
export const REFERENCES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    now: 'PRESENT_REF',
    currently: 'PRESENT_REF',
    nowadays: 'PRESENT_REF',
    presently: 'PRESENT_REF',
    current: 'PRESENT_REF',
    recently: 'PAST_REF',
    recent: 'PAST_REF',
    former: 'PAST_REF',
    formerly: 'PAST_REF',
    lately: 'PAST_REF',
    future: 'FUTURE_REF',
  }),
)

export const FREQUENCIES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    hourly: 'XXXX-XX-XXTXX',
    daily: 'XXXX-XX-XX',
    nightly: 'XXXX-XX-XXTNI',
    weekly: 'XXXX-WXX',
    fortnightly: 'P2W',
    biweekly: 'P2W',
    monthly: 'XXXX-XX',
    bimonthly: 'P2M',
    quarterly: 'XXXX-QX',
    yearly: 'XXXX',
    annual: 'XXXX',
    annually: 'XXXX',
    biennial: 'P2Y',
  }),
)

/** Offsets in hours from UTC of zone names found in news. */
export const ZONES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    gmt: 0,
    utc: 0,
    est: -5,
    edt: -4,
    cst: -6,
    cdt: -5,
    mst: -7,
    mdt: -6,
    pst: -8,
    pdt: -7,
    akdt: -8,
    akst: -9,
    bst: 1,
    cet: 1,
    cest: 2,
    eet: 2,
    eest: 3,
    msk: 3,
    ist: 5.5,
    jst: 9,
    kst: 9,
    sgt: 8,
    hkt: 8,
    aest: 10,
    aedt: 11,
    nzst: 12,
    nzdt: 13,
  }),
)
