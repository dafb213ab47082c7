import stringWidth from 'string-width'

/** A line cut to `width` columns with an ellipsis; shorter lines stay. */
export function shortenLine(line: string, width: number): string {
  if (stringWidth(line) <= width) return line
  const signs = [...line]
  let used = 0
  let end = 0
  while (end < signs.length && used + stringWidth(signs[end]!) < width) used += stringWidth(signs[end++]!)
  return `${signs.slice(0, end).join('').trimEnd()}…`
}
