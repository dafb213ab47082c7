/**
 * Scores coreference on GUM news and interviews with our own mentions from raw text.
 *
 *   npx tsx bench/quality/coreferenceGum.ts [train|dev]
 *
 * GUM marks every noun phrase, also of things and singletons; we mark names, people, bodies and places. So the figure is
 * given on all mentions, and on chains of two mentions or more whose entity is a person, organization or place.
 */
import { createCoreference } from '../../src/annotate/index.js'
import { getLayer } from '../../src/document/index.js'
import { readGum } from '../../training/coreference/readGum.js'
import { addConll, type Chain, conllF1, type ConllSums, emptyConll, f1Of } from './coreferenceConll.js'
import { readingPipeline, readNames } from './coreferencePipeline.js'

function group<T>(items: readonly T[], key: (item: T) => string | null, value: (item: T) => string): Chain[] {
  const chains = new Map<string, string[]>()
  for (const item of items) {
    const name = key(item)
    if (name === null) continue
    const chain = chains.get(name) ?? []
    chain.push(value(item))
    chains.set(name, chain)
  }
  return [...chains.values()]
}

function render(sums: ConllSums): string {
  const percent = (x: number): string => (100 * x).toFixed(1)
  return `CoNLL ${percent(conllF1(sums))} (MUC ${percent(f1Of(sums.muc))}, B³ ${percent(f1Of(sums.b3))}, CEAFe ${percent(f1Of(sums.ceafe))})`
}

function main(): void {
  const side = process.argv[2] === 'train' ? 'train' : 'dev'
  const components = [...readingPipeline(), createCoreference()]
  const all = emptyConll()
  const actors = emptyConll()
  const heads = emptyConll()
  for (const gum of readGum(side)) {
    const document = readNames(gum.id, gum.text, components)
    const mentions = getLayer(document, 'mentions')
    const tokens = getLayer(document, 'tokens')
    const linked = mentions.filter((mention) => mention.entity >= 0)
    const key = (span: { start: number; end: number }): string => `${span.start}-${span.end}`
    const gold = group(gum.mentions, (mention) => mention.chain, key)
    const found = group(linked, (mention) => String(mention.entity), key)
    addConll(all, gold, found)
    const isActor = (type: string): boolean => /^(?:person|organization|place)$/.test(type)
    const several = (chains: readonly Chain[]): Chain[] => chains.filter((chain) => chain.length > 1)
    addConll(
      actors,
      several(group(gum.mentions, (mention) => (isActor(mention.type) ? mention.chain : null), key)),
      several(group(linked, (mention) => (isActor(mention.type) ? String(mention.entity) : null), key)),
    )
    const headOf = (token: number): string => String(tokens[token]?.start)
    addConll(
      heads,
      several(
        group(
          gum.mentions,
          (mention) => (isActor(mention.type) ? mention.chain : null),
          (mention) => String(mention.head),
        ),
      ),
      several(
        group(
          linked,
          (mention) => (isActor(mention.type) ? String(mention.entity) : null),
          (mention) => headOf(mention.token),
        ),
      ),
    )
  }
  console.log(`GUM ${side}, all mentions:            ${render(all)}`)
  console.log(`GUM ${side}, actors, chains of two+:  ${render(actors)}`)
  console.log(`GUM ${side}, the same, by head word:  ${render(heads)}`)
}

main()
