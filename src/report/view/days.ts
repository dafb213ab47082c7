const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/**
 * A date as people write it: `2026-03-04` is `4 March 2026`, `2026-03` is `March 2026`.
 *
 * The day is the one written in the string; no time zone moves it. What is no date comes back as it was.
 */
export function formatDay(iso: string, month: 'long' | 'short' = 'long'): string {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T|$)/.exec(iso)
  if (match === null) return iso
  const name = match[2] === undefined ? undefined : MONTHS[Number(match[2]) - 1]
  if (match[2] !== undefined && name === undefined) return iso
  const shown = name === undefined ? undefined : month === 'long' ? name : name.slice(0, 3)
  return [match[3] === undefined ? undefined : String(Number(match[3])), shown, match[1]]
    .filter((part) => part !== undefined)
    .join(' ')
}

/** The date, and the clock time where the string gives one: `4 March 2026, 18:20`. */
export function formatMoment(iso: string, month: 'long' | 'short' = 'long'): string {
  const clock = /T(\d\d:\d\d)/.exec(iso)?.[1]
  return clock === undefined || clock === '00:00' ? formatDay(iso, month) : `${formatDay(iso, month)}, ${clock}`
}

/** A stretch of days: `3–4 March 2026`, `30 March – 2 April 2026`, `March 2026`, `2026`. */
export function formatRange(start: string, end: string, precision = 'day', month: 'long' | 'short' = 'long'): string {
  if (precision === 'year' && start.slice(0, 4) === end.slice(0, 4)) return start.slice(0, 4)
  if (precision === 'month' && start.slice(0, 7) === end.slice(0, 7)) return formatDay(start.slice(0, 7), month)
  if (start === end) return formatDay(start, month)
  const [from, to] = [formatDay(start, month), formatDay(end, month)]
  if (start.slice(0, 7) === end.slice(0, 7)) return `${from.split(' ')[0]}–${to}`
  if (start.slice(0, 4) === end.slice(0, 4)) return `${from.split(' ').slice(0, 2).join(' ')} – ${to}`
  return `${from} – ${to}`
}
