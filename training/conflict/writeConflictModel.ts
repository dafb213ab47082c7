import { existsSync, readFileSync } from 'node:fs'
import { SHARED } from '../../bench/seeded/readStories.js'
import { FEATURES } from '../../src/compare/conflict/features.js'
import { defaultModelDirectory } from '../../src/model/index.js'
import { describeData, writeModel } from '../shared/writeModel.js'

const FILES = ['relations.json', 'matter.json', 'decision.json']

/** Writes some files of models/conflict, keeps the others as they are, and renews the manifest; scores of old ones stay. */
export function writeConflictModel(
  changed: Readonly<Record<string, string>>,
  scores: Readonly<Record<string, number>>,
): void {
  const directory = defaultModelDirectory('conflict')
  const sections: Record<string, string> = {}
  for (const name of FILES) {
    const content =
      changed[name] ?? (existsSync(`${directory}/${name}`) ? readFileSync(`${directory}/${name}`, 'utf8') : null)
    if (content !== null) sections[name] = content
  }
  const corpus = (name: string, licence: string, file: string) =>
    describeData(name, licence, `${SHARED}/corpora/${file}`)
  writeModel(
    directory,
    {
      task: 'conflict',
      version: '1.0.0',
      labels: ['real', 'contradiction'],
      features: FEATURES,
      command: 'npx tsx training/conflict/run.ts',
      seed: 12_345,
      data: [
        corpus(
          'stories/dev (seeded contradictions, our own marks)',
          'amber: no text in the weights',
          'stories/dev.jsonl.gz',
        ),
        corpus('antonyms (counter-fitting: WordNet, PPDB), hashed', 'Apache-2.0', 'contradiction/antonyms.tsv'),
        corpus('synonyms (counter-fitting: WordNet, PPDB), hashed', 'Apache-2.0', 'contradiction/synonyms.tsv'),
      ],
      scores: { ...readScores(directory), ...scores },
    },
    sections,
  )
}

function readScores(directory: string): Readonly<Record<string, number>> {
  const path = `${directory}/model.json`
  if (!existsSync(path)) return {}
  return (JSON.parse(readFileSync(path, 'utf8')) as { readonly scores?: Readonly<Record<string, number>> }).scores ?? {}
}
