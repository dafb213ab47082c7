import { sayDiagnostic } from '../../src/report/view/diagnostics.js'
import { makeSafeInPlace } from '../../src/report/view/safeText.js'
import type { View } from '../view.js'
import { Section } from './words.js'

/** How the report came about, what it cannot do, and what went wrong. */
export function Notes({ view }: { readonly view: View }) {
  const { diagnostics, generator } = view.dossier
  return (
    <Section id="notes" title="How this was made, and its limits">
      <ul class="notes">
        <li>Every line is in the exact words of an account and leads to them. Nothing is summarised in other words.</li>
        <li>The report says which accounts say what. It does not say who is right, and it does not rate outlets.</li>
        <li>
          A program compared the accounts. It can miss a difference, and it can show one where a careful reader sees
          none; follow the words back to the account before you rely on them.
        </li>
        <li>
          “At most … independent” counts agency texts, copies and shared passages once. There may be fewer: common
          sources that leave no trace in the words are not seen.
        </li>
        <li>A silent account may have had reasons that are not in its text.</li>
      </ul>
      {diagnostics.length > 0 && (
        <>
          <h3>What could not be read or compared as usual</h3>
          <ul class="notes">
            {diagnostics.slice(0, 200).map((item, i) => (
              <li key={i} dir="auto">
                {makeSafeInPlace(sayDiagnostic(item, view.names))}
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="meta">
        Made with {makeSafeInPlace(generator.name)} {makeSafeInPlace(generator.version)}
        {generator.models.length > 0 && (
          <>, models {makeSafeInPlace(generator.models.map((model) => `${model.task} ${model.version}`).join(', '))}</>
        )}
        .
      </p>
      <fieldset class="exports js">
        <legend class="vh">Take the findings away</legend>
        <span>Save as a table:</span>
        {(['conflicts', 'quotes', 'claims', 'timeline'] as const).map((table) => (
          <button key={table} type="button" data-export={table}>
            {table} (CSV)
          </button>
        ))}
        <button type="button" data-export="json">
          everything (JSON)
        </button>
      </fieldset>
    </Section>
  )
}
