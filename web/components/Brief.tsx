import { makeSafeInPlace } from '../../src/report/view/safeText.js'
import { anchors, type View } from '../view.js'
import { AccountLinks, dirOf, Section } from './words.js'

/** The story in at most eight lines of the accounts' own words. */
export function Brief({ view }: { readonly view: View }) {
  if (view.dossier.brief.length === 0) return null
  return (
    <Section id="brief" title="In short" note="Lines of the accounts, word for word, the most important first.">
      <ol class="brief">
        {view.dossier.brief.map((line, i) => {
          const disputed = line.disputed.flatMap((id) => view.conflictNumber.get(id) ?? [])
          return (
            <li key={i}>
              <p dir={dirOf(line.text)} class="line">
                {makeSafeInPlace(line.text)}
              </p>
              <p class="from">
                <AccountLinks view={view} spans={line.evidence} />
                {disputed.map((number) => (
                  <a key={number} class="disputed-link" href={`#${anchors.conflict(number)}`}>
                    disputed: see {number}
                  </a>
                ))}
              </p>
            </li>
          )
        })}
      </ol>
    </Section>
  )
}
