import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { SynopticError } from '../../text/index.js'
import { FEATURES } from './features.js'
import { PAIR_FEATURES } from './pairFeatures.js'
import type { TreeModel } from './trees.js'
import type { WordRelations } from './wordRelations.js'

/** What decides which candidates are shown, and as what. */
export interface ConflictModel {
  readonly relations: WordRelations
  /** Probability that a careful reader would want to see the two sides side by side. */
  readonly real: TreeModel
  /** Probability that both cannot hold as told. */
  readonly contradiction: TreeModel
  readonly thresholds: { readonly real: number; readonly contradiction: number }
  /** Probability that one passage contradicts, and supports, another; by words alone. */
  readonly pairAgainst: TreeModel
  readonly pairFor: TreeModel
}

interface Manifest {
  readonly format: number
  readonly files: Readonly<Record<string, string>>
}

const folder = new URL('../../../models/conflict/', import.meta.url)
const REMEDY = 'run npx tsx training/conflict/run.ts or reinstall the package'
let loaded: ConflictModel | null = null

/**
 * The shipped conflict model, read on first use and kept.
 *
 * @throws SynopticError `MODEL_MISSING` when a file is not there, `MODEL_DAMAGED` when hash, format or features do not fit
 */
export function loadConflictModel(): ConflictModel {
  loaded ??= readConflictModel((name) => {
    const url = new URL(name, folder)
    return existsSync(url) ? readFileSync(url, 'utf8') : null
  })
  return loaded
}

/** Reads and checks the model through a function that gives a file's text by name, or null where there is none. */
export function readConflictModel(read: (name: string) => string | null): ConflictModel {
  const need = (name: string): string => {
    const text = read(name)
    if (text === null) throw new SynopticError('MODEL_MISSING', `model "conflict" lacks ${name}: ${REMEDY}`)
    return text
  }
  const manifest = JSON.parse(need('model.json')) as Manifest
  if (manifest.format !== 1) {
    throw new SynopticError(
      'MODEL_DAMAGED',
      `model "conflict" has format ${manifest.format}, this version reads 1: ${REMEDY}`,
    )
  }
  const parse = <T>(name: string): T => {
    const text = need(name)
    if (createHash('sha256').update(text).digest('hex') !== manifest.files[name]) {
      throw new SynopticError('MODEL_DAMAGED', `model "conflict" file ${name} does not match its hash: ${REMEDY}`)
    }
    return JSON.parse(text) as T
  }
  const words = parse<{ readonly antonyms: string; readonly synonyms: string }>('relations.json')
  const decision = parse<Pick<ConflictModel, 'real' | 'contradiction' | 'thresholds'>>('decision.json')
  const pair = parse<{ readonly against: TreeModel; readonly for: TreeModel }>('pair.json')
  checkFeatures(decision.real, FEATURES)
  checkFeatures(decision.contradiction, FEATURES)
  checkFeatures(pair.against, PAIR_FEATURES)
  checkFeatures(pair.for, PAIR_FEATURES)
  return {
    relations: readWordRelations(words),
    real: decision.real,
    contradiction: decision.contradiction,
    thresholds: decision.thresholds,
    pairAgainst: pair.against,
    pairFor: pair.for,
  }
}

/** Hashed word pairs from base64 of little-endian 32-bit numbers. */
export function readWordRelations(packed: { readonly antonyms: string; readonly synonyms: string }): WordRelations {
  const unpack = (text: string): Uint32Array => {
    const bytes = Buffer.from(text, 'base64')
    return Uint32Array.from({ length: bytes.length >> 2 }, (_, index) => bytes.readUInt32LE(index * 4))
  }
  return { antonyms: unpack(packed.antonyms), synonyms: unpack(packed.synonyms) }
}

function checkFeatures(model: TreeModel, expected: readonly string[]): void {
  if (model.features.length === expected.length && model.features.every((name, index) => name === expected[index]))
    return
  throw new SynopticError(
    'MODEL_DAMAGED',
    `model "conflict" reads ${model.features.length} features, this version gives ${expected.length} others: ${REMEDY}`,
  )
}
