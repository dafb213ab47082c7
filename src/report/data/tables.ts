import type { Dossier, DossierSpan } from '../../dossier/index.js'
import { nameAccounts } from '../view/accounts.js'
import { letterOf } from '../view/coverage.js'

export type TableName = 'conflicts' | 'quotes' | 'claims' | 'timeline'

export interface Table {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number | boolean | null)[])[]
}

const PLACE = ['account', 'outlet', 'start', 'end', 'exact']

/** The tables a researcher takes away: each row is one finding in one account, with place and exact words. */
export const TABLES: Readonly<Record<TableName, (dossier: Dossier) => Table>> = {
  conflicts: (dossier) => {
    const place = createPlace(dossier)
    return {
      columns: ['conflict', 'kind', 'strength', 'nature', 'subject', 'probability', 'rule', 'side', 'value', ...PLACE],
      rows: dossier.conflicts.flatMap((item) =>
        item.sides.flatMap((side, i) =>
          side.evidence.map((span) => [
            ...[item.id, item.kind, item.strength, item.nature, item.subject, item.probability, item.rule.id],
            ...[letterOf(i), side.value, ...place(span)],
          ]),
        ),
      ),
    }
  },
  quotes: (dossier) => {
    const place = createPlace(dossier)
    const groups = new Map(dossier.quoteGroups.flatMap((group) => group.attributions.map((id) => [id, group])))
    return {
      columns: [
        'quote',
        'group',
        'difference',
        'kind',
        'speaker',
        'speaker_id',
        'cue',
        'part',
        'probability',
        ...PLACE,
      ],
      rows: dossier.attributions.flatMap((item) => {
        const group = groups.get(item.id)
        return item.content.map((span, i) => [
          ...[item.id, group?.id ?? null, group?.difference ?? null, item.kind],
          ...[item.speaker?.name ?? null, item.speaker?.entity ?? null, item.cue.map((cue) => cue.exact).join(' … ')],
          ...[i + 1, item.probability, ...place(span)],
        ])
      }),
    }
  },
  claims: (dossier) => {
    const place = createPlace(dossier)
    return {
      columns: ['claim', 'status', 'importance', 'independent', 'voice', 'tells', 'why_silent', ...PLACE],
      rows: dossier.claims.flatMap((item) => [
        ...item.evidence.map((span) => [...claimCells(item), true, null, ...place(span)]),
        ...item.silent.map(({ document, why }) => [
          ...[...claimCells(item), false, why, document],
          ...[place.outlet(document), null, null, null],
        ]),
      ]),
    }
  },
  timeline: (dossier) => {
    const place = createPlace(dossier)
    return {
      columns: ['from', 'to', 'precision', 'told_as', 'text', 'disputed', ...PLACE],
      rows: dossier.timeline.flatMap(({ when, text, evidence, disputed }) =>
        evidence.map((span) => [when.start, when.end, when.precision, when.text, text, disputed, ...place(span)]),
      ),
    }
  },
}

function claimCells(item: Dossier['claims'][number]): (string | number)[] {
  return [item.id, item.status, item.importance, item.independent, item.voice]
}

interface Place {
  (span: DossierSpan): (string | number)[]
  outlet(document: string): string
}

function createPlace(dossier: Dossier): Place {
  const names = nameAccounts(dossier.documents)
  const outlet = (document: string): string => names.get(document) ?? document
  const place = (span: DossierSpan): (string | number)[] => [
    ...[span.document, outlet(span.document), span.start, span.end, span.exact],
  ]
  return Object.assign(place, { outlet })
}
