import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { type AttributionSettings, readAttributionModels } from '../../src/attribute/model/loadModels.js'
import type { ModelManifest } from '../../src/model/index.js'
import { writeModel } from '../shared/writeModel.js'
import { mixCrfs } from './mixCrfs.js'
import { quantize } from './quantize.js'

// Writes the mean of several trainings: of the taggers and the keeping model weight by weight; the judge of quotations, the manifest and
// the word classes, which all must share, are those of the first. A folder given twice counts twice.
//   npx tsx training/attribute/mix.ts OUT KEEP_THRESHOLD FOLDER…
const [out, threshold, ...folders] = process.argv.slice(2)
const [first] = folders
if (out === undefined || threshold === undefined || first === undefined)
  throw new Error('not enough arguments: give OUT KEEP_THRESHOLD FOLDER…')
const centres = folders.map((folder) => gunzipSync(readFileSync(join(folder, 'centres.bin.gz'))))
if (centres.some((other) => !other.equals(centres[0]!)))
  throw new Error('these trainings have different word classes: mix those of one corpus and one set of vectors')
const models = folders.map(readAttributionModels)
const mixed = {
  cue: mixCrfs(models.map(({ cue }) => cue)),
  role: mixCrfs(models.map(({ role }) => role)),
  keep: mixCrfs(models.map(({ keep }) => keep)),
}
const packed = { cue: quantize(mixed.cue), role: quantize(mixed.role), keep: quantize(mixed.keep) }
const { quotation, quotationThreshold } = models[0]!
const settings: AttributionSettings = {
  cue: { scale: packed.cue.scale, transitions: [...mixed.cue.transitions] },
  role: { scale: packed.role.scale, transitions: [...mixed.role.transitions] },
  keep: { scale: packed.keep.scale, transitions: [...mixed.keep.transitions] },
  quotation,
  keepThreshold: Number(threshold),
  quotationThreshold,
}
const manifest = JSON.parse(readFileSync(join(first, 'model.json'), 'utf8')) as ModelManifest
writeModel(
  out,
  { ...manifest, version: '2', command: 'npx tsx training/attribute/mix.ts (see card.md)' },
  {
    'cue.bin.gz': packed.cue.bytes,
    'role.bin.gz': packed.role.bytes,
    'keep.bin.gz': packed.keep.bytes,
    'centres.bin.gz': centres[0]!,
    'settings.json': `${JSON.stringify(settings, null, 1)}\n`,
  },
)
