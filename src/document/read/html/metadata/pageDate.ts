import { clean, type MetadataElement, type MetadataPage } from './metadataPage.js'

const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
/** A full date as pages show it. */
export const VISIBLE_DATE = new RegExp(
  `\\b(?:(?:${MONTH})\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{1,2}(?:st|nd|rd|th)? (?:${MONTH})\\.?,? \\d{4}|\\d{4}-\\d{2}-\\d{2})\\b`,
  'i',
)
// A hostile page may call a hundred thousand elements its date.
const MOST = 50
const CHANGED = /\b(?:updated|modified|changed|edited)\b/i

/** The first full date in an element that is made to show one; `changed` asks for one that says it was updated. */
export function visibleDate(page: MetadataPage, changed = false): string | null {
  let count = 0
  for (const element of page.querySelectorAll(
    'time, [class*="date" i], [class*="publish" i], [class*="timestamp" i], [class*="posted" i], [class*="byline" i], [itemprop="dateModified"]',
  )) {
    if (++count > MOST) break
    const text = clean(element.textContent)?.slice(0, 300) ?? ''
    const update = CHANGED.exec(text)
    // "Published 1 March 2026, updated 2 March 2026" has one of each.
    const part = changed ? (update === null ? '' : text.slice(update.index)) : text.slice(0, update?.index)
    const match = VISIBLE_DATE.exec(part)
    if (match !== null) return plainDate(match[0])
  }
  return null
}

/** The moment of the first `<time>` or element with `datetime` that says it is of publication (or, with `changed`, of an update). */
export function markedTime(page: MetadataPage, changed = false): string | null {
  const isChange = (element: MetadataElement): boolean =>
    /dateModified/i.test(element.getAttribute('itemprop') ?? '') ||
    /updat|modif/i.test(element.getAttribute('class') ?? '') ||
    CHANGED.test(clean(element.textContent) ?? '')
  for (const selector of ['[itemprop][datetime]', 'article time[datetime]', 'time[datetime]']) {
    let count = 0
    for (const element of page.querySelectorAll(selector)) {
      if (++count > MOST) break
      if (selector.startsWith('[itemprop]') && !/date(?:Published|Modified)/.test(element.getAttribute('itemprop')!))
        continue
      if (isChange(element) === changed) return element.getAttribute('datetime')
    }
  }
  return null
}

const LONGEST_LINE = 120
const SAYS_SO = /^\W*(?:posted|published|written|first published|date(?: posted)?|publié|veröffentlicht|publicado)\b/i
// What may stand beside a date on a line that is nothing else: the day of the week, a time and its zone.
const BESIDE =
  /\b(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|at|on|[ap]\.?m|noon|utc|gmt|[ecmp][sd]?t|bst|cest|ist)\b|\d{1,2}[:.]\d{2}(?::\d{2})?|[\s.,;:|@()–—-]/gi

const ALL_DATES = new RegExp(VISIBLE_DATE.source, 'gi')
const EVENT = /\b(?:(?:first|last) )?(?:posted|published|updated|modified|edited)\b/gi

/** The date of the first line that is nothing but one, or that says it is of publication; for pages whose elements say nothing. */
export function writtenDate(lines: readonly string[]): string | null {
  for (const line of lines) {
    if (line.length > LONGEST_LINE) continue
    const date = VISIBLE_DATE.exec(line)?.[0]
    if (date === undefined) continue
    if (SAYS_SO.test(line) || line.replace(date, '').replace(BESIDE, '') === '') return plainDate(date)
  }
  return null
}

/** Whether a line is nothing but a date, with the word for what happened then. */
export function isDateLine(line: string): boolean {
  if (line.length > LONGEST_LINE || !VISIBLE_DATE.test(line)) return false
  const rest = line.replace(ALL_DATES, '').replace(EVENT, '').replace(BESIDE, '')
  return rest === ''
}

/** "March 1st, 2026" as `Date.parse` reads it. */
function plainDate(date: string): string {
  return date.replace(/(\d)(?:st|nd|rd|th)/i, '$1').replace('.', '')
}

/** A date as many outlets put it into addresses: /2026/03/01/. */
export function dateInAddress(address: string | null): string | null {
  const match = /\/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?:\/|-|$)/.exec(address ?? '')
  return match === null ? null : `${match[1]}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}`
}
