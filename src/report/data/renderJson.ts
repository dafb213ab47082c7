import type { Dossier } from '../../dossier/index.js'

/** Keys in the order of the schema; keys it does not know follow in the order of the alphabet. A test holds it to the schema. */
export const KEY_ORDER: readonly string[] = [
  ...['schema', 'generator', 'story', 'documents', 'origins', 'entities', 'attributions', 'quoteGroups', 'claims'],
  ...['conflicts', 'timeline', 'positions', 'framing', 'omissions', 'brief', 'diagnostics'],
  ...['id', 'task', 'name', 'version', 'models', 'kind', 'strength', 'nature', 'subject', 'actor', 'matter'],
  ...['entity', 'claim', 'document', 'code', 'why', 'sides', 'value', 'labels', 'loaded', 'title', 'where', 'when'],
  ...[
    'outlet',
    'authors',
    'url',
    'publishedAt',
    'modifiedAt',
    'language',
    'precision',
    'start',
    'end',
    'exact',
    'text',
  ],
  ...[
    'credit',
    'state',
    'compared',
    'provenance',
    'origin',
    'format',
    'fetchedAt',
    'sha256',
    'sentences',
    'type',
    'detail',
  ],
  ...[
    'aliases',
    'reason',
    'content',
    'cue',
    'source',
    'speaker',
    'others',
    'addressee',
    'condition',
    'reportedBy',
    'voice',
    'evidence',
  ],
  ...['mentions', 'roles', 'variants', 'difference', 'independent', 'status', 'saidBy', 'importance', 'silent'],
  ...['within', 'rule', 'inputs', 'disputed', 'probability', 'about', 'message'],
]

const RANK: ReadonlyMap<string, number> = new Map(KEY_ORDER.map((key, i) => [key, i]))

/**
 * The dossier as JSON: indented by two, keys always in one order, a line feed at the end. Equal dossiers give equal bytes.
 *
 * Control characters and direction overrides are written as escapes, so that the output is safe on a terminal too;
 * parsing gives back the very same text. Sorting costs O(k log k) in the keys of each object.
 */
export function renderJson(dossier: Dossier): string {
  return `${escapeUnseen(JSON.stringify(dossier, orderKeys, 2))}\n`
}

function orderKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const keys = Object.keys(value)
  if (keys.every((key, i) => i === 0 || compareKeys(keys[i - 1]!, key) < 0)) return value
  return Object.fromEntries(keys.sort(compareKeys).map((key) => [key, (value as Record<string, unknown>)[key]]))
}

function compareKeys(a: string, b: string): number {
  const [x, y] = [RANK.get(a) ?? KEY_ORDER.length, RANK.get(b) ?? KEY_ORDER.length]
  return x - y || (a < b ? -1 : a > b ? 1 : 0)
}

const UNSEEN = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g

/**
 * JSON with the characters that a terminal obeys or an editor hides written as escapes; it parses to the same text.
 */
export function escapeUnseen(json: string): string {
  return json.replace(UNSEEN, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
