import type { Reading } from '../../dossier/index.js'
import { formatMoment } from '../view/days.js'
import { count, STATES } from '../view/words.js'
import { hang } from './context.js'
import { createPainter, fitLine, type Line, own, type Run, run, type Style, wrap } from './runs.js'

export interface ReadingOptions {
  /** Columns; no line is longer. At least 40. */
  readonly width: number
  readonly colour: boolean
}

const LEAST_WIDTH = 40

/**
 * One account as it was understood: names, times and quantities marked in its text with what they come to, and who says what
 * after each quotation. Without colours, names stand between asterisks, times and quantities between square brackets.
 *
 * Linear in the text and the marks.
 */
export function renderReading(reading: Reading, options: ReadingOptions): string {
  const width = Math.max(LEAST_WIDTH, options.width)
  const painter = createPainter({ colour: options.colour, hyperlinks: false })
  const lines: Line[] = [...titleLines(reading, width), [], ...textLines(reading, width, options.colour)]
  const speakers = speakerLines(reading, width)
  if (speakers.length > 0) lines.push([], [own('WHO SAYS WHAT', 'heading')], ...speakers)
  return `${lines
    .flatMap((line) => fitLine(line, width))
    .map((line) => painter.paint(line))
    .join('\n')}\n`
}

function titleLines({ document, entities, attributions, times, quantities }: Reading, width: number): Line[] {
  const facts = [
    document.outlet,
    document.publishedAt === null ? null : formatMoment(document.publishedAt),
    document.language,
    STATES[document.state],
  ].filter((fact) => fact !== null)
  const found = [
    count(entities.length, 'name'),
    count(times.length, 'time'),
    count(quantities.length, 'quantity', 'quantities'),
    count(attributions.length, 'attribution'),
  ]
  return [
    ...wrap([run(document.title ?? document.id, 'strong')], width, 3),
    ...wrap([run(facts.join(' · '), 'dim')], width, 2),
    ...wrap([own(found.join(' · '), 'dim')], width),
  ]
}

interface Mark {
  readonly start: number
  readonly end: number
  readonly kind: 'name' | 'value'
  /** What the words come to; null where the words say it already. */
  readonly note: string | null
}

/** The text in paragraphs, with marks inside. */
function textLines(reading: Reading, width: number, colour: boolean): Line[] {
  const { text } = reading.document
  const marks = collectMarks(reading)
  const notes = collectNotes(reading)
  const lines: Line[] = []
  let nextMark = 0
  let nextNote = 0
  for (const [start, end] of splitLines(text)) {
    const runs: Run[] = []
    let place = start
    const writeTo = (to: number, style: Style = 'plain'): void => {
      while (nextNote < notes.length && notes[nextNote]!.at <= to) {
        const note = notes[nextNote++]!
        if (note.at > place) runs.push(run(text.slice(place, note.at), style))
        place = Math.max(place, note.at)
        runs.push(own(' ⟨', 'dim'), run(note.text, 'dim'), own('⟩', 'dim'))
      }
      if (to > place) runs.push(run(text.slice(place, to), style))
      place = Math.max(place, to)
    }
    for (; nextMark < marks.length && marks[nextMark]!.start < end; nextMark++) {
      const mark = marks[nextMark]!
      writeTo(mark.start)
      const [open, close] = mark.kind === 'name' ? ['*', '*'] : ['[', ']']
      if (!colour) runs.push(own(open))
      runs.push(run(text.slice(place, mark.end), mark.kind === 'name' ? 'strong' : 'mark'))
      if (!colour) runs.push(own(close))
      place = mark.end
      if (mark.note !== null) runs.push(own(' ⟨', 'dim'), run(mark.note, 'dim'), own('⟩', 'dim'))
    }
    writeTo(end)
    lines.push(...wrap(runs, width))
    lines.push([])
  }
  if (lines.length > 0) lines.pop()
  return lines
}

function* splitLines(text: string): Generator<readonly [number, number]> {
  let start = 0
  while (start < text.length) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    if (text.slice(start, end).trim() !== '') yield [start, end]
    start = end + 1
  }
}

/** Marks by place; of marks that overlap, the first and longest stays. */
function collectMarks({ entities, times, quantities }: Reading): readonly Mark[] {
  const named = (type: string): boolean => type !== 'other'
  const marks: Mark[] = [
    ...entities
      .filter((entity) => named(entity.type))
      .flatMap((entity) => {
        const own = new Set([entity.name, ...entity.aliases])
        const mentions = entity.mentions.filter((span) => own.has(span.exact))
        return mentions.map(({ start, end }): Mark => ({ start, end, kind: 'name', note: null }))
      }),
    ...times.map(({ start, end, exact, value }): Mark => {
      return { start, end, kind: 'value', note: value === null || value === exact ? null : value }
    }),
    ...quantities
      .filter((item) => item.kind !== 'identifier')
      .map(({ start, end, exact, low, high, unit }): Mark => {
        const amount = low === high ? String(low) : `${low} to ${high}`
        const value = unit === '' ? amount : `${amount} ${unit}`
        return { start, end, kind: 'value', note: value === exact.replaceAll(',', '') ? null : value }
      }),
  ]
  marks.sort((a, b) => a.start - b.start || b.end - a.end)
  let end = -1
  return marks.filter((mark) => {
    if (mark.start < end) return false
    end = mark.end
    return true
  })
}

/** Who said it, after the words said. */
function collectNotes({ document, attributions }: Reading): readonly { readonly at: number; readonly text: string }[] {
  return attributions
    .filter((item) => item.kind !== 'indirect')
    .map((item) => {
      const end = item.content.at(-1)!.end
      // The closing mark belongs to the quotation for the eye, though not to its words.
      const at = /^[”"’»]/.test(document.text.slice(end, end + 1)) ? end + 1 : end
      return { at, text: item.speaker?.name ?? 'speaker not named' }
    })
    .sort((a, b) => a.at - b.at)
}

function speakerLines({ attributions }: Reading, width: number): Line[] {
  return attributions.flatMap((item) => {
    const words = item.content.map((span) => span.exact).join(' … ')
    const cue = item.cue.map((span) => span.exact).join(' ')
    return hang(
      '  ',
      [
        run(item.speaker?.name ?? 'not named', 'strong'),
        own(cue === '' ? ': ' : ' '),
        ...(cue === '' ? [] : [run(cue, 'dim'), own(': ')]),
        run(item.kind === 'indirect' ? words : `“${words}”`),
      ],
      width,
      6,
    )
  })
}
