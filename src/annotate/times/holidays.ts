import { type DayNumber, getEaster, getNthWeekday, toDayNumber } from './calendar.js'

/**
 * Holidays by their words, each with its day in a year; null where the day follows another calendar and is not computed.
 *
 * Keys are pieces joined by a space, apostrophes as pieces of their own left out ("new years eve", "st patricks day").
 */
export const HOLIDAYS: ReadonlyMap<string, ((year: number) => DayNumber) | null> = new Map<
  string,
  ((year: number) => DayNumber) | null
>([
  ['new years eve', (year) => toDayNumber(year, 12, 31)],
  ['new year eve', (year) => toDayNumber(year, 12, 31)],
  ['new years day', (year) => toDayNumber(year, 1, 1)],
  ['epiphany', (year) => toDayNumber(year, 1, 6)],
  ['martin luther king day', (year) => getNthWeekday(year, 1, 1, 3)],
  ['martin luther king jr day', (year) => getNthWeekday(year, 1, 1, 3)],
  ['valentines day', (year) => toDayNumber(year, 2, 14)],
  ['presidents day', (year) => getNthWeekday(year, 2, 1, 3)],
  ['international womens day', (year) => toDayNumber(year, 3, 8)],
  ['st patricks day', (year) => toDayNumber(year, 3, 17)],
  ['april fools day', (year) => toDayNumber(year, 4, 1)],
  ['ash wednesday', (year) => getEaster(year) - 46],
  ['palm sunday', (year) => getEaster(year) - 7],
  ['maundy thursday', (year) => getEaster(year) - 3],
  ['holy thursday', (year) => getEaster(year) - 3],
  ['good friday', (year) => getEaster(year) - 2],
  ['holy saturday', (year) => getEaster(year) - 1],
  ['easter', (year) => getEaster(year)],
  ['easter sunday', (year) => getEaster(year)],
  ['easter monday', (year) => getEaster(year) + 1],
  ['ascension day', (year) => getEaster(year) + 39],
  ['pentecost', (year) => getEaster(year) + 49],
  ['whit monday', (year) => getEaster(year) + 50],
  ['earth day', (year) => toDayNumber(year, 4, 22)],
  ['anzac day', (year) => toDayNumber(year, 4, 25)],
  ['may day', (year) => toDayNumber(year, 5, 1)],
  ['cinco de mayo', (year) => toDayNumber(year, 5, 5)],
  ['mothers day', (year) => getNthWeekday(year, 5, 7, 2)],
  ['memorial day', (year) => getNthWeekday(year, 5, 1, -1)],
  ['juneteenth', (year) => toDayNumber(year, 6, 19)],
  ['fathers day', (year) => getNthWeekday(year, 6, 7, 3)],
  ['canada day', (year) => toDayNumber(year, 7, 1)],
  ['bastille day', (year) => toDayNumber(year, 7, 14)],
  ['labor day', (year) => getNthWeekday(year, 9, 1, 1)],
  ['columbus day', (year) => getNthWeekday(year, 10, 1, 2)],
  ['halloween', (year) => toDayNumber(year, 10, 31)],
  ['guy fawkes night', (year) => toDayNumber(year, 11, 5)],
  // The Tuesday after the first Monday of November.
  ['election day', (year) => getNthWeekday(year, 11, 1, 1) + 1],
  ['armistice day', (year) => toDayNumber(year, 11, 11)],
  ['remembrance day', (year) => toDayNumber(year, 11, 11)],
  ['remembrance sunday', (year) => getNthWeekday(year, 11, 7, 2)],
  ['veterans day', (year) => toDayNumber(year, 11, 11)],
  ['thanksgiving', (year) => getNthWeekday(year, 11, 4, 4)],
  ['thanksgiving day', (year) => getNthWeekday(year, 11, 4, 4)],
  ['black friday', (year) => getNthWeekday(year, 11, 4, 4) + 1],
  ['christmas', (year) => toDayNumber(year, 12, 25)],
  ['christmas day', (year) => toDayNumber(year, 12, 25)],
  ['christmas eve', (year) => toDayNumber(year, 12, 24)],
  ['boxing day', (year) => toDayNumber(year, 12, 26)],
  ['ramadan', null],
  ['hanukkah', null],
  ['passover', null],
  ['yom kippur', null],
  ['rosh hashanah', null],
  ['eid al - fitr', null],
  ['eid al - adha', null],
  ['eid al fitr', null],
  ['eid al adha', null],
  ['diwali', null],
  ['lunar new year', null],
  ['chinese new year', null],
])

/** First words of holidays, so that other words are passed over at the cost of one look-up. */
export const HOLIDAY_STARTS: ReadonlySet<string> = new Set(
  [...HOLIDAYS.keys()]
    .map((name) => name.split(' ')[0]!.replace(/s$/, ''))
    .concat([...HOLIDAYS.keys()].map((name) => name.split(' ')[0]!)),
)
