import { clean, type MetadataPage } from './metadataPage.js'
import { VISIBLE_DATE } from './pageDate.js'

const BYLINE =
  '[rel~="author"], [itemprop~="author"] [itemprop~="name"], [itemprop~="author"], [class*="byauthor" i], [class*="by-author" i], [class*="byline" i], [class*="author-name" i], [class*="authorname" i], [class~="author"], [class~="authors"]'
// A hostile page may call a hundred thousand elements its byline.
const MOST = 50

/** The line that names the authors on the page itself; null without one. */
export function visibleByline(page: MetadataPage): string | null {
  let count = 0
  for (const element of page.querySelectorAll(BYLINE)) {
    if (++count > MOST) break
    const text = clean(element.textContent)
    if (text !== null && text.length >= 3 && text.length <= 100 && splitByline(text).length > 0) return text
  }
  return null
}

/** Lines of their own in the text of a page that has no element for it: "By Ada Lind". */
export function writtenByline(paragraphs: readonly string[]): string | null {
  // Three names of two to four words each: what is longer is a sentence that begins with "By".
  return (
    paragraphs
      .slice(0, 40)
      .find((text) => text.length <= 80 && /^By:? (?:\p{Lu}[\p{L}.'’-]*[ ,]*(?:and |& )?){2,12}$/u.test(text)) ?? null
  )
}

const BY =
  /^\s*(?:(?:written|posted|story|reported|words|published|text|article)\s+)?(?:by|par|von|por|door|av|di|автор):?\s+/i
const NO_NAME =
  /\d|@|\b(?:am|pm|updated|published|share|follow|more|about|read|view|posted|comments?|staff writer|contributing writer|subscribe|biography|profile|posts)\b|^(?:author|admin|administrator|unknown|anonymous|guest)$/i
const JOB =
  /(?:^|\s+)(?:(?:(?:senior|chief|deputy|associate|assistant|staff|games|news|sports?|political|business|science|health|technology|foreign|diplomatic|managing|contributing|special|white house|world affairs)\s+)*(?:editor(?:-in-chief)?|correspondent|reporter|writer|columnist|producer|journalist|contributor))(?:\s.*)?$/i

/**
 * "By Ada Lind and Tom Roe, Chief Reporter" as names; addresses, dates, jobs and empty parts fall away. "Lind, Ada" is turned round.
 */
export function splitByline(byline: string | null): readonly string[] {
  if (byline === null || /^\s*https?:/.test(byline)) return []
  const line = byline.replace(/\s+/g, ' ').trim().replace(BY, '').replace(VISIBLE_DATE, '|')
  const inverted = /^(\p{Lu}[\p{L}'’-]+), (\p{Lu}[\p{L}'’.-]+(?: (?:\p{L}[\p{L}'’.-]*)){0,2})$/u.exec(line)
  // A first name alone behind the comma; "Lind, Bay News" are two.
  if (inverted !== null) return [`${inverted[2]} ${inverted[1]}`]
  const names = line
    .split(/\s*(?:[,;|•·]|\s[–—]\s|&|\band\b|\bet\b|\bund\b|\bwith\b)\s*/)
    .map((name) => name.replace(JOB, '').trim())
    .filter(
      (name) => name.length >= 3 && name.length <= 60 && !NO_NAME.test(name) && !/^https?:|^[^\p{L}]+$/u.test(name),
    )
  return [...new Set(names)].slice(0, 10)
}
