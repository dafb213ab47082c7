/**
 * Measures the coreference component alone on news texts already read up to names: megabytes of text per second.
 *
 *   npx tsx bench/quality/coreferenceSpeed.ts
 */
import { createCoreference } from '../../src/annotate/index.js'
import { corpusPath, readText } from '../../training/shared/corpora.js'
import { readingPipeline, readNames } from './coreferencePipeline.js'

const components = readingPipeline()
const texts = readText(corpusPath('news-text', '0.jsonl.gz'))
  .split('\n')
  .slice(0, 150)
  .map((line) => (JSON.parse(line) as { text: string }).text)
const documents = texts.map((text, index) => readNames(String(index), text, components))
const size = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
const coreference = createCoreference()
const rounds: number[] = []
for (let round = 0; round < 7; round++) {
  const started = performance.now()
  for (const document of documents) coreference.annotate(document)
  rounds.push(size / 1e6 / ((performance.now() - started) / 1000))
}
rounds.splice(0, 2)
rounds.sort((a, b) => a - b)
console.log(
  `coreference alone: ${rounds[2]?.toFixed(2)} MB/s (${rounds[0]?.toFixed(2)}–${rounds.at(-1)?.toFixed(2)}), ${(size / 1e6).toFixed(2)} MB`,
)
