import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Attribution, createAttributor } from '../../src/attribute/index.js'
import { readAttributionModels } from '../../src/attribute/model/loadModels.js'
import { annotateText, createGround } from '../../training/attribute/prepare.js'
import { sharedFolder } from '../../training/attribute/readCorpus.js'

// Writes predictions for a side of PolNeAR in the form the shared scorer reads.
//   npx tsx bench/quality/attributions.ts OUT.jsonl [dev|train] [MODEL_FOLDER]
//   --fold   a report and the quoted fragments inside it as one attribution, as the corpus annotates them
const fold = process.argv.includes('--fold')
const [out = '.cache/attributions.jsonl', side = 'dev', model] = process.argv.slice(2).filter((arg) => arg !== '--fold')
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
    return JSON.stringify({ document: { id, text }, attributions: fold ? foldReports(attributions) : attributions })
  })
mkdirSync(dirname(out), { recursive: true })
writeFileSync(out, `${lines.join('\n')}\n`)
const speed = (ms: number): string => `${(units / 1000 / ms).toFixed(2)} MB/s`
console.error(`${lines.length} articles; annotation ${speed(reading)}, attribution ${speed(attributing)}`)

/** Each report takes in the quotations of the same cue that stand inside its content. */
function foldReports(attributions: readonly Attribution[]): readonly Attribution[] {
  const taken = new Set<Attribution>()
  const cueOf = ({ cue }: Attribution): string => cue.map(({ start, end }) => `${start}-${end}`).join()
  const folded = attributions.map((report) => {
    if (report.kind !== 'indirect' || report.cue.length === 0) return report
    const inside = attributions.filter(
      (other) =>
        other.kind !== 'indirect' &&
        cueOf(other) === cueOf(report) &&
        other.content.every((part) => report.content.some(({ start, end }) => start <= part.start && part.end <= end)),
    )
    for (const other of inside) taken.add(other)
    return inside.length > 0 ? { ...report, kind: 'mixed' as const } : report
  })
  return folded.filter((_, i) => !taken.has(attributions[i]!))
}
