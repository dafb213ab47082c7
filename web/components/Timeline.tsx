import type { Dossier } from '../../src/dossier/schema.js'
import { formatRange } from '../../src/report/view/days.js'
import { makeSafeInPlace } from '../../src/report/view/safeText.js'
import { chooseSteps, distinctSteps } from '../../src/report/view/steps.js'
import { count } from '../../src/report/view/words.js'
import { byAccount, type View } from '../view.js'
import { AccountLinks, dirOf, Line, Section, Text } from './words.js'

type Entry = Dossier['timeline'][number]

const MOST_LANES = 12
const MOST_DAYS = 14
// Longer, and what happened is lost among what happened before.
const FIRST = 40

/** The steps of the story: a picture of which account dates what, then the list. */
export function Timeline({ view }: { readonly view: View }) {
  const { timeline } = view.dossier
  if (timeline.length === 0) return null
  const shown = chooseSteps(distinctSteps(timeline, view.document), view.dossier.story.when, FIRST)
  return (
    <Section
      id="timeline"
      title="When it happened"
      note={`Steps that the accounts give a date. A ring marks a step that accounts date differently.${shown.length < timeline.length ? ' Of many, those near the event and those that several tell.' : ''}`}
    >
      <Picture view={view} />
      <ol class="steps">
        {shown.map((entry, i) => (
          <li key={i} class={entry.disputed ? 'disputed' : undefined}>
            <p class="day">{dayOf(entry)}</p>
            <div>
              <p class="line" dir={dirOf(entry.text)}>
                <Line view={view} told={entry} />
              </p>
              <p class="from">
                <AccountLinks view={view} spans={entry.evidence} />
                <span class="meta">
                  told as “<Text>{entry.when.text}</Text>”
                </span>
                {entry.disputed && (
                  <a class="disputed-link" href="#conflicts">
                    accounts differ on the date
                  </a>
                )}
              </p>
            </div>
          </li>
        ))}
      </ol>
      {timeline.length > shown.length && <p class="more">and {count(timeline.length - shown.length, 'more step')}</p>}
    </Section>
  )
}

function dayOf({ when }: Entry): string {
  return makeSafeInPlace(formatRange(when.start, when.end, when.precision))
}

const STEP = 92
const LANE = 30
const TOP = 34

/**
 * A lane per account, a column per day, a dot where the account tells a step of that day. Columns are even, not to scale: a story has
 * most of its steps on one day and a few years back.
 */
function Picture({ view }: { readonly view: View }) {
  const { timeline } = view.dossier
  const lanes = view.compared.filter(({ id }) =>
    timeline.some((entry) => entry.evidence.some((span) => span.document === id)),
  )
  const allDays = [...new Set(timeline.map(dayOf))]
  if (lanes.length > MOST_LANES || lanes.length === 0 || allDays.length < 2) return null
  const days = allDays.length > MOST_DAYS ? allDays.slice(-MOST_DAYS) : allDays
  // About 7 units a letter at the size of the names.
  const names = lanes.map((document) => shorten(makeSafeInPlace(view.name(document.id)), 26))
  const left = 22 + 7 * Math.max(...names.map((name) => name.length))
  const width = left + days.length * STEP + 20
  const height = TOP + lanes.length * LANE + 56
  const bottom = TOP + lanes.length * LANE
  return (
    /* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */
    <section class="scroll" tabIndex={0} aria-label="Picture of the timeline">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="img"
        aria-labelledby="timeline-picture"
        class="picture"
      >
        <title id="timeline-picture">
          Which account tells steps of which day; the list below says the same in words
        </title>
        {lanes.map((document, row) => (
          <g key={document.id}>
            <line x1={left} x2={width - 10} y1={TOP + row * LANE} y2={TOP + row * LANE} class="lane" />
            <text x={0} y={TOP + row * LANE + 4} class="lane-name">
              {names[row]}
            </text>
          </g>
        ))}
        {days.map((day, column) => {
          const x = left + column * STEP + STEP / 2
          const entries = timeline.filter((entry) => dayOf(entry) === day)
          const tellers = lanes.map((document) =>
            entries.filter((entry) => byAccount(entry.evidence).some((span) => span.document === document.id)),
          )
          return (
            <g key={day}>
              <line x1={x} x2={x} y1={TOP - 14} y2={bottom - 8} class="day-line" />
              <text x={x} y={bottom + 16} text-anchor="middle" class="day-name">
                {splitDay(day).map((part, i) => (
                  <tspan key={i} x={x} dy={i === 0 ? 0 : 14}>
                    {part}
                  </tspan>
                ))}
              </text>
              {tellers.map((told, row) =>
                told.length === 0 ? null : (
                  <circle
                    key={row}
                    cx={x}
                    cy={TOP + row * LANE}
                    r={Math.min(10, 4 + told.length * 1.5)}
                    class={told.some((entry) => entry.disputed) ? 'dot disputed' : 'dot'}
                  >
                    <title>{count(told.length, 'step')}</title>
                  </circle>
                ),
              )}
            </g>
          )
        })}
      </svg>
    </section>
  )
}

function shorten(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1)}…`
}

/** `4 March 2026` on two lines: day and month above, year below. */
function splitDay(day: string): readonly string[] {
  const match = /^(.*\S)\s+(\d{4})$/.exec(day)
  return match === null ? [shorten(day, 12)] : [shorten(match[1]!, 14), match[2]!]
}
