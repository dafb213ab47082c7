import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Attribution, createAttributor } from '../../src/attribute/index.js'
import { readAttributionModels } from '../../src/attribute/model/loadModels.js'
import { annotateText, createGround } from '../../training/attribute/prepare.js'
import { sharedFolder } from '../../training/attribute/readCorpus.js'

// Writes predictions for a side of PolNeAR in the form the shared scorer reads: what one cue reports as one attribution,
// as the corpus annotates it.
//   npx tsx bench/quality/attributions.ts OUT.jsonl [dev|train] [MODEL_FOLDER]
//   --apart   a report and the quoted words inside it apart, as the product shows them
const apart = process.argv.includes('--apart')
const [out = '.cache/attributions.jsonl', side = 'dev', model] = process.argv
  .slice(2)
  .filter((arg) => arg !== '--apart')
const components = createGround()
const attributor = createAttributor(model === undefined ? undefined : readAttributionModels(model))
const folder = join(sharedFolder(), 'corpora/polnear', side, 'text')
let reading = 0
let attributing = 0
let units = 0
const lines = readdirSync(folder)
  .sort()
  .map((file) => {
    const text = readFileSync(join(folder, file), 'utf8')
    const id = file.replace(/\.txt$/, '')
    const start = performance.now()
    const ground = annotateText(components, id, text)
    const middle = performance.now()
    const { attributions = [] } = attributor.annotate(ground).layers
    attributing += performance.now() - middle
    reading += middle - start
    units += text.length
    return JSON.stringify({ document: { id, text }, attributions: apart ? attributions : joinByCue(attributions) })
  })
mkdirSync(dirname(out), { recursive: true })
writeFileSync(out, `${lines.join('\n')}\n`)
const speed = (ms: number): string => `${(units / 1000 / ms).toFixed(2)} MB/s`
console.error(`${lines.length} articles; annotation ${speed(reading)}, attribution ${speed(attributing)}`)

/** What one cue reports as one attribution: the corpus never gives a cue two (0 of 2,192 on dev, 6 of 19,833 in training). */
function joinByCue(attributions: readonly Attribution[]): readonly Attribution[] {
  const joined = new Map<string, Attribution>()
  attributions.forEach((attribution, place) => {
    const cue = attribution.cue.map(({ start, end }) => `${start}-${end}`).join()
    const key = cue === '' ? `none ${place}` : cue
    const before = joined.get(key) ?? { ...attribution, content: [] }
    const kind = attribution.kind === 'indirect' ? before.kind : attribution.kind
    joined.set(key, { ...before, kind, content: [...before.content, ...attribution.content] })
  })
  return [...joined.values()]
}
