const POINTING =
  /^\W*(?:see also|read more|read also|also read|more|related|watch|read|listen|don't miss|up next)\s*[:|]/iu
const POINTED = /(?:read more|continue reading)\W*$/iu
// 200 units: pointers are headings.
const LONGEST = 200

/** True where the line of a place only points to another article ("SEE ALSO: …", "… Read more"): what it quotes, this account does not. */
export function isPointer(text: string, place: number): boolean {
  const start = text.lastIndexOf('\n', place - 1) + 1
  const feed = text.indexOf('\n', place)
  const end = feed < 0 ? text.length : feed
  if (end - start > LONGEST) return false
  const line = text.slice(start, end)
  return POINTING.test(line) || POINTED.test(line)
}
