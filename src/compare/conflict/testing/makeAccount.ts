import type { Entity, Mention, Quantity, Time } from '../../../annotate/index.js'
import type { Claim } from '../../../claim/index.js'
import { createDocument, type Document, withLayer } from '../../../document/index.js'
import type { Span } from '../../../text/index.js'

type Rest<T> = Partial<Omit<T, 'start' | 'end'>>

/** What an account under test says, by its own words: each key is a stretch of the text, found by its first place. */
export interface AccountParts {
  readonly publishedAt?: string
  readonly quantities?: Readonly<Record<string, Rest<Quantity>>>
  readonly times?: Readonly<Record<string, Rest<Time>>>
  readonly names?: readonly string[]
  /** Claims by their clauses; without any, each sentence is one. */
  readonly claims?: Readonly<Record<string, Rest<Claim>>>
}

/** An annotated account for tests: sentences end at full stops, every named stretch is an entity of its own. */
export function makeAccount(id: string, text: string, parts: AccountParts = {}): Document {
  const find = (words: string): Span => {
    const start = text.indexOf(words)
    if (start < 0) throw new Error(`the account does not hold "${words}"`)
    return { start, end: start + words.length }
  }
  const inOrder = <T extends Span>(items: readonly T[]): readonly T[] => [...items].sort((a, b) => a.start - b.start)
  const sentences = [...text.matchAll(/[^.]+\./g)].map((match, index) => ({
    start: match.index + match[0].length - match[0].trimStart().length,
    end: match.index + match[0].length,
    firstToken: 0,
    endToken: 0,
    paragraph: index,
    kind: 'text' as const,
  }))
  const quantities = inOrder(
    Object.entries(parts.quantities ?? {}).map(
      ([words, rest]): Quantity => ({
        kind: 'count',
        low: 0,
        high: rest.low ?? 0,
        unit: '',
        counted: null,
        approximation: 'exact',
        ...find(words),
        ...rest,
      }),
    ),
  )
  const times = inOrder(
    Object.entries(parts.times ?? {}).map(
      ([words, rest]): Time => ({
        type: 'date',
        value: rest.range?.start ?? null,
        range: null,
        precision: 'day',
        anchored: true,
        approximation: 'exact',
        ...find(words),
        ...rest,
      }),
    ),
  )
  const mentions = inOrder(
    (parts.names ?? []).map(
      (name, entity): Mention => ({
        ...find(name),
        type: 'person',
        form: 'name',
        token: 0,
        entity,
        members: [],
        probability: 1,
      }),
    ),
  )
  const entities = (parts.names ?? []).map(
    (name, index): Entity => ({
      type: 'person',
      name,
      aliases: [],
      mentions: mentions.flatMap((mention, at) => (mention.entity === index ? [at] : [])),
      roles: [],
      gender: 'unknown',
      number: 'singular',
    }),
  )
  const inside = (items: readonly Span[], span: Span): readonly number[] =>
    items.flatMap((item, index) => (item.start >= span.start && item.end <= span.end ? [index] : []))
  const clauses = Object.entries(
    parts.claims ?? Object.fromEntries(sentences.map((s) => [text.slice(s.start, s.end), {}])),
  )
  const claims = inOrder(
    clauses.map(([words, rest]): Claim => {
      const span = find(words)
      return {
        ...span,
        sentence: sentences.findIndex((sentence) => sentence.start <= span.start && span.start < sentence.end),
        voice: 'reporter',
        attribution: -1,
        predicate: { lemma: '', span: { start: span.start, end: span.start + 1 } },
        negated: false,
        modality: 'asserted',
        tense: 'past',
        background: false,
        participants: [],
        times: inside(times, span),
        quantities: inside(quantities, span),
        entities: inside(mentions, span),
        terms: [],
        ...rest,
      }
    }),
  )
  let document = createDocument({ id, text, publishedAt: parts.publishedAt ?? null })
  document = withLayer(document, 'sentences', sentences)
  document = withLayer(document, 'mentions', mentions)
  document = withLayer(document, 'entities', entities)
  document = withLayer(document, 'times', times)
  document = withLayer(document, 'quantities', quantities)
  document = withLayer(document, 'attributions', [])
  return withLayer(document, 'claims', claims)
}
