import { z } from 'zod'
import type { DocumentId } from '../../document/index.js'
import { SynopticError } from '../../text/index.js'

export const CORRECTIONS_FORMAT = 'synoptic-corrections/1'

const ids = z.array(z.string().min(1)).min(2)
const schema = z.strictObject({
  format: z.literal(CORRECTIONS_FORMAT),
  /** Accounts of one story, whatever the scores say. */
  together: z.array(ids).default([]),
  /** Accounts of which no two may be in one story. */
  apart: z.array(ids).default([]),
  /** Titles of stories, by any of their accounts. */
  titles: z.record(z.string(), z.string().min(1)).default({}),
})

/** What a person said about the grouping; see {@link parseCorrections} for the file. */
export interface Corrections {
  /** The accounts that belong with this one, itself left out. */
  together(document: DocumentId): readonly DocumentId[]
  /** Whether the two must not be in one story. */
  areApart(a: DocumentId, b: DocumentId): boolean
  /** Whether anything is said against some account being with this one. */
  isApart(document: DocumentId): boolean
  titleOf(document: DocumentId): string | null
  /** All accounts that the corrections name, sorted. */
  readonly documents: readonly DocumentId[]
}

/**
 * Reads a corrections file: `{"format":"synoptic-corrections/1","together":[["a","b"]],"apart":[["a","c"]],"titles":{"a":"…"}}`.
 *
 * "Together" goes on from one list to the next (a–b and b–c put a with c); "apart" holds for everything that is together with its accounts.
 *
 * @throws SynopticError `OPTION_INVALID` when it is no such file, or puts accounts together that it also parts
 */
export function parseCorrections(text: string, origin = 'the corrections'): Corrections {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new SynopticError('OPTION_INVALID', `${origin} is no valid JSON: mend it, or leave it out`, { cause })
  }
  const parsed = schema.safeParse(value)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new SynopticError(
      'OPTION_INVALID',
      `${origin}: ${issue?.path.join('.') || 'the file'}: ${issue?.message}: give {"format":"${CORRECTIONS_FORMAT}","together":[["id","id"]],"apart":[["id","id"]],"titles":{"id":"title"}}`,
    )
  }
  return build(parsed.data, origin)
}

function build(data: z.infer<typeof schema>, origin: string): Corrections {
  const root = new Map<string, string>()
  const find = (id: string): string => {
    let current = id
    while (root.has(current) && root.get(current) !== current) current = root.get(current)!
    return current
  }
  for (const group of data.together) for (const id of group) root.set(find(id), find(group[0]!))
  const groups = new Map<string, DocumentId[]>()
  for (const id of new Set(data.together.flat())) {
    const members = groups.get(find(id)) ?? []
    members.push(id as DocumentId)
    groups.set(find(id), members)
  }
  const apart = new Map<string, Set<string>>()
  for (const list of data.apart)
    for (const a of list)
      for (const b of list) {
        if (a === b) continue
        if (find(a) === find(b))
          throw new SynopticError(
            'OPTION_INVALID',
            `${origin} says of "${a}" and "${b}" both that they belong together and that they do not: take one of the two out`,
          )
        const known = apart.get(find(a)) ?? new Set()
        apart.set(find(a), known.add(find(b)))
      }
  const named = [...data.together.flat(), ...data.apart.flat(), ...Object.keys(data.titles)]
  return {
    together: (document) => (groups.get(find(document)) ?? []).filter((other) => other !== document),
    areApart: (a, b) => apart.get(find(a))?.has(find(b)) ?? false,
    isApart: (document) => apart.has(find(document)),
    titleOf: (document) => data.titles[document] ?? null,
    documents: [...new Set(named)].sort() as DocumentId[],
  }
}

/** No corrections at all. */
export const NO_CORRECTIONS: Corrections = parseCorrections(`{"format":"${CORRECTIONS_FORMAT}"}`)
