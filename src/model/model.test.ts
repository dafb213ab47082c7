import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { packRows } from '../../training/shared/packRows.js'
import { FeatureList, findBest, findBestPath, hashString, LinearModel, readModel } from './index.js'
import { createPlainKernel, createVectorKernel } from './kernel/createKernel.js'
import { createRowTable } from './rowTable.js'

const folder = mkdtempSync(join(tmpdir(), 'synoptic-model-'))
afterAll(() => rmSync(folder, { recursive: true }))

const weights = Buffer.from('weights')
const manifest = {
  format: 1,
  task: 'toy',
  command: 'npx tsx training/toy/run.ts',
  files: [{ name: 'w.bin', bytes: 7, sha256: createHash('sha256').update(weights).digest('hex') }],
}

describe('readModel', () => {
  it('gives the bytes of a folder that matches its manifest', () => {
    writeFileSync(join(folder, 'model.json'), JSON.stringify(manifest))
    writeFileSync(join(folder, 'w.bin'), weights)
    expect(readModel(folder).text('w.bin')).toBe('weights')
  })

  it.each([
    ['another hash', 'model.json', JSON.stringify({ ...manifest, files: [{ ...manifest.files[0], sha256: 'f00' }] })],
    ['another length', 'w.bin', 'weight'],
    ['a format it does not know', 'model.json', JSON.stringify({ ...manifest, format: 9 })],
    ['a manifest that is no JSON', 'model.json', '{'],
  ])('refuses %s as MODEL_DAMAGED', (_, name, content) => {
    writeFileSync(join(folder, 'model.json'), JSON.stringify(manifest))
    writeFileSync(join(folder, 'w.bin'), weights)
    writeFileSync(join(folder, name), content)
    expect(() => readModel(folder)).toThrow(expect.objectContaining({ code: 'MODEL_DAMAGED' }))
  })

  it('says MODEL_MISSING where there is no folder', () => {
    expect(() => readModel(join(folder, 'none'))).toThrow(expect.objectContaining({ code: 'MODEL_MISSING' }))
  })

  it('refuses a section that the manifest does not name', () => {
    writeFileSync(join(folder, 'model.json'), JSON.stringify(manifest))
    writeFileSync(join(folder, 'w.bin'), weights)
    expect(() => readModel(folder).section('other.bin')).toThrow(expect.objectContaining({ code: 'MODEL_DAMAGED' }))
  })
})

describe('LinearModel', () => {
  it('adds the rows of the features it knows', () => {
    const features = new FeatureList()
    features.add(1, hashString('red'))
    features.add(1, hashString('unknown'))
    const rows = [{ hash: features.hashes[0]!, cells: [[1, 0.5] as const, [2, -1] as const] }]
    const model = new LinearModel(['a', 'b', 'c'], packRows(rows, { scale: 10 }))
    const scores = new Int32Array(3)
    model.addScores(features.hashes, features.count, scores)
    expect([...scores]).toEqual([0, 5, -10])
    expect(findBest(scores, 3)).toBe(1)
  })

  it('gives back any rows that were packed, with and without vector instructions', () => {
    const labels = Array.from({ length: 254 }, (_, label) => `${label}`)
    const row = fc.record({
      hash: fc.integer(),
      cells: fc.uniqueArray(
        fc.tuple(fc.nat(253), fc.oneof(fc.integer({ min: -128, max: 127 }), fc.integer({ min: -9000, max: 9000 }))),
        { selector: (cell) => cell[0], maxLength: 40 },
      ),
    })
    fc.assert(
      fc.property(fc.uniqueArray(row, { selector: (item) => item.hash }), (rows) => {
        const table = createRowTable(packRows(rows, { scale: 1 }), labels.length)
        const kernels = [createVectorKernel(table), createPlainKernel(table)]
        for (const item of rows) {
          const expected = new Int32Array(table.scores.length)
          for (const [label, weight] of item.cells) expected[label] = weight
          for (const kernel of kernels) {
            table.hashes[0] = item.hash
            kernel?.(1)
            expect(table.scores).toEqual(expected)
          }
        }
        expect(kernels[0]).not.toBeNull()
      }),
    )
  })

  it('keeps sums of many rows apart from each other, whatever their number', () => {
    const rows = Array.from({ length: 300 }, (_, row) => ({
      hash: row,
      cells: Array.from({ length: 20 }, (_, label) => [label, label % 2 === 0 ? 127 : -128] as const),
    }))
    const labels = Array.from({ length: 20 }, (_, label) => `${label}`)
    const scores = new Int32Array(20).fill(1)
    new LinearModel(labels, packRows(rows, { scale: 1 })).addScores(
      Int32Array.from(rows, (row) => row.hash),
      rows.length,
      scores,
    )
    expect([...scores]).toEqual(labels.map((_, label) => 1 + 300 * (label % 2 === 0 ? 127 : -128)))
  })

  it('adds rows of many labels exactly', () => {
    const weight = fc.integer({ min: -900, max: 900 })
    const table = fc.array(fc.array(weight, { minLength: 40, maxLength: 40 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(table, (weights) => {
        const rows = weights.map((row, hash) => ({
          hash: hash * 77_777,
          cells: row.map((value, label) => [label, value] as const),
        }))
        const labels = weights[0]!.map((_, label) => `${label}`)
        const model = new LinearModel(labels, packRows(rows, { scale: 1 }))
        const scores = new Int32Array(labels.length)
        model.addScores(
          Int32Array.from(rows, (row) => row.hash),
          rows.length,
          scores,
        )
        expect([...scores]).toEqual(labels.map((_, label) => weights.reduce((sum, row) => sum + row[label]!, 0)))
      }),
    )
  })

  it('refuses labels that it does not have', () => {
    const bytes = packRows([{ hash: 7, cells: [[2, 5]] }], { scale: 1 })
    expect(() => new LinearModel(['a', 'b'], bytes)).toThrow(expect.objectContaining({ code: 'MODEL_DAMAGED' }))
  })

  it('refuses weights that end early', () => {
    const bytes = packRows([{ hash: 7, cells: [[1, 5]] }], { scale: 1 })
    expect(() => new LinearModel(['a', 'b'], bytes.subarray(0, bytes.length - 1))).toThrow(/too early/)
  })
})

describe('findBestPath', () => {
  it('never takes a forbidden step, however well it scores', () => {
    const emissions = Int32Array.from([9, 1, 0, 9])
    const allowed = Uint8Array.from([1, 0, 1, 1, 1, 1])
    const path = findBestPath(emissions, { scores: new Int32Array(6), allowed }, 2, 2)
    expect([...path]).toEqual([1, 1])
  })
})
