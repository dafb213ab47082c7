// RFC 2822 and what `Date.parse` knows of it.
const ZONE = /(?:\bz|\b(?:utc|gmt|[ecmp][sd]t)|[+-]\d{2}:?\d{2})(?:\s*\([^)]{0,40}\))?$/i

/**
 * A date as ISO 8601, or null for what is none.
 *
 * A year, a month or a day stays one, so that nothing is invented; a time without a zone gives its day alone, as the zone of the machine
 * that reads it is no part of the account.
 */
export function readDate(value: string | null | undefined): string | null {
  const text = value?.slice(0, 100).trim()
  if (text === undefined || text === '') return null
  if (/^\d{4}(?:-\d{2}){0,2}$/.test(text)) return Number.isNaN(Date.parse(text)) ? null : text
  const zoned = ZONE.test(text)
  if (/^\d{4}-\d{2}-\d{2}T/.test(text) && !Number.isNaN(Date.parse(text))) return text
  if (!/\d{4}/.test(text)) return null
  // Words alone are read at noon, so that no time zone moves the day.
  const parsed = Date.parse(zoned ? text : `${text}${/\d:\d/.test(text) ? '' : ' 12:00'} UTC`)
  if (Number.isNaN(parsed)) return null
  const iso = new Date(parsed).toISOString()
  return zoned ? iso : iso.slice(0, 10)
}

/** The first value that is a date, in ISO 8601. */
export function firstDate(values: readonly (string | null | undefined)[]): string | null {
  for (const value of values) {
    const date = readDate(value)
    if (date !== null) return date
  }
  return null
}
