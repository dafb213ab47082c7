import { createColors } from 'picocolors'
import stringWidth from 'string-width'
import { makeSafeLine } from '../view/safeText.js'

/** How a stretch of text looks. All are readable on dark and on light, and `mark` without any colour too. */
export type Style = 'plain' | 'strong' | 'dim' | 'mark' | 'alarm' | 'caution' | 'heading'

/** A stretch of one line's text in one style. Text is made safe before it becomes a run. */
export interface Run {
  readonly text: string
  readonly style: Style
  /** Address the run links to where the terminal can; already checked. */
  readonly link?: string | undefined
}

export type Line = readonly Run[]

/** A run of text from an account: escape sequences and line ends in it are shown, never obeyed. */
export function run(text: string, style: Style = 'plain', link?: string | null): Run {
  const leading = /^\s/.test(text) ? ' ' : ''
  const trailing = text.length > 1 && /\s$/.test(text) ? ' ' : ''
  const inner = shortenWords(makeSafeLine(text))
  return { text: inner === '' ? leading : `${leading}${inner}${trailing}`, style, link: link ?? undefined }
}

// Longer than any word or address that a person wrote to be read; it would fill the screen.
const LONGEST_WORD = 160

/** Cuts words that nobody could read on a terminal. */
function shortenWords(text: string): string {
  let out = ''
  let from = 0
  for (let start = 0; start < text.length; ) {
    const space = text.indexOf(' ', start)
    const end = space < 0 ? text.length : space
    if (end - start > LONGEST_WORD) {
      out += `${text.slice(from, start + LONGEST_WORD).replace(/[\ud800-\udbff]$/, '')}…`
      from = end
    }
    start = end + 1
  }
  return from === 0 ? text : out + text.slice(from)
}

/** A run of the program's own words, spaces and all. Never for text of an account. */
export function own(text: string, style: Style = 'plain'): Run {
  return { text, style }
}

/** Columns a text takes in a terminal; East Asian characters take two. */
export function measure(text: string): number {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7e) return stringWidth(text)
  return text.length
}

export function measureLine(line: Line): number {
  return line.reduce((sum, item) => sum + measure(item.text), 0)
}

interface Piece extends Run {
  readonly width: number
}

/**
 * Breaks runs into lines of at most `width` columns, at spaces where there are any, inside a word where there are none.
 *
 * Styles carry over a break. Linear in the text. No runs, no lines.
 */
export function wrap(runs: readonly Run[], width: number, maxLines = Number.POSITIVE_INFINITY): Line[] {
  const lines: Run[][] = []
  let line: Run[] = []
  let used = 0
  let pendingSpace = false
  const flush = (): void => {
    lines.push(line)
    line = []
    used = 0
    pendingSpace = false
  }
  for (const word of groupWords(runs)) {
    if (word.kind === 'space') {
      pendingSpace = used > 0
      continue
    }
    const needed = word.width + (pendingSpace ? 1 : 0)
    if (used > 0 && used + needed > width) flush()
    if (pendingSpace) {
      const style = line.at(-1)?.style === word.pieces[0]!.style ? word.pieces[0]!.style : 'plain'
      push(line, { text: ' ', style })
      used++
      pendingSpace = false
    }
    for (const piece of word.pieces) {
      for (const part of piece.width > width ? breakWord(piece, width) : [piece]) {
        if (used > 0 && used + part.width > width) flush()
        push(line, part)
        used += part.width
      }
    }
    if (lines.length >= maxLines) break
  }
  if (line.length > 0) flush()
  return lines.length > maxLines ? [...lines.slice(0, maxLines - 1), cutLine(lines[maxLines - 1]!, width)] : lines
}

/** The line itself where it fits; else broken, its continuation indented by two more than it is, at most a few lines of it. */
export function fitLine(line: Line, width: number): Line[] {
  if (measureLine(line) <= width) return [line]
  const indent =
    (/^ */.exec(
      line
        .map((item) => item.text)
        .join('')
        .slice(0, 8),
    )?.[0].length ?? 0) + 2
  const lines = wrap(line, width - indent, MOST_BROKEN)
  return lines.map((part, i) => [own(' '.repeat(i === 0 ? indent - 2 : indent)), ...part])
}

// A name that fills more lines than this is not a name.
const MOST_BROKEN = 3

function cutLine(line: readonly Run[], width: number): Line {
  const kept = [...line]
  while (kept.length > 0 && measureLine(kept) > width - 2) kept.pop()
  return [...kept, { text: ' …', style: 'dim' }]
}

type Word =
  | { readonly kind: 'space' }
  | { readonly kind: 'word'; readonly pieces: readonly Piece[]; readonly width: number }

/** A word may change style within ("*late*,"): its pieces stay together when a line breaks. */
function groupWords(runs: readonly Run[]): readonly Word[] {
  const words: Word[] = []
  let pieces: Piece[] = []
  const close = (): void => {
    if (pieces.length > 0)
      words.push({ kind: 'word', pieces, width: pieces.reduce((sum, piece) => sum + piece.width, 0) })
    pieces = []
  }
  for (const item of runs) {
    for (const part of item.text.split(/( +)/)) {
      if (part === '') continue
      if (part.startsWith(' ')) {
        close()
        words.push({ kind: 'space' })
      } else pieces.push({ ...item, text: part, width: measure(part) })
    }
  }
  close()
  return words
}

function breakWord(piece: Piece, width: number): readonly Piece[] {
  const parts: Piece[] = []
  let text = ''
  let used = 0
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(piece.text)) {
    const size = measure(segment)
    if (used + size > width) {
      parts.push({ ...piece, text, width: used })
      text = ''
      used = 0
    }
    text += segment
    used += size
  }
  if (text !== '') parts.push({ ...piece, text, width: used })
  return parts
}

function push(line: Run[], item: Run): void {
  const last = line.at(-1)
  if (last !== undefined && last.style === item.style && last.link === item.link) {
    line[line.length - 1] = { ...last, text: last.text + item.text }
  } else line.push({ text: item.text, style: item.style, link: item.link })
}

/** Turns lines into text with or without colours and links. */
export interface Painter {
  paint(line: Line): string
  readonly colour: boolean
}

const OSC = '\u001b]8;;'
const BEL = '\u0007'

export function createPainter(options: { readonly colour: boolean; readonly hyperlinks: boolean }): Painter {
  const colors = createColors(options.colour)
  const styles: Readonly<Record<Style, (text: string) => string>> = {
    plain: (text) => text,
    strong: (text) => colors.bold(text),
    dim: (text) => colors.dim(text),
    mark: (text) => colors.bold(colors.underline(text)),
    alarm: (text) => colors.bold(colors.red(text)),
    caution: (text) => colors.bold(colors.magenta(text)),
    heading: (text) => colors.bold(colors.cyan(text)),
  }
  return {
    colour: options.colour,
    paint: (line) =>
      line
        .map(({ text, style, link }) => {
          const shown = styles[style](text)
          return link !== undefined && options.hyperlinks ? `${OSC}${link}${BEL}${shown}${OSC}${BEL}` : shown
        })
        .join('')
        .trimEnd(),
  }
}
