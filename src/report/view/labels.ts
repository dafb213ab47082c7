import type { Dossier, DossierSpan } from '../../dossier/index.js'
import { groupBy } from './groupBy.js'

type Label = Dossier['framing']['labels'][number]

/** A wording with all accounts that use it. */
export interface JoinedLabel {
  readonly text: string
  readonly voice: Label['voice']
  readonly documents: readonly string[]
  /** Every place of every account. */
  readonly evidence: readonly DossierSpan[]
}

/** The labels of one entity with those of equal voice and of a wording equal but for its article joined, in the order of their first. */
export function joinLabels(labels: readonly Label[]): readonly JoinedLabel[] {
  const groups = groupBy(labels, ({ text, voice }) => `${voice} ${text.toLowerCase().replace(/^(?:the|an?) /, '')}`)
  return [...groups.values()].map((group) => ({
    text: group[0]!.text,
    voice: group[0]!.voice,
    documents: [...new Set(group.map(({ document }) => document))],
    evidence: group.flatMap(({ evidence }) => evidence),
  }))
}
