import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Span } from '../../src/text/index.js'

/** One attribution as annotated: UTF-16 spans. */
export interface GoldAttribution {
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
  readonly content: readonly Span[]
}

/** An article of PolNeAR with the reading of its first annotator. */
export interface GoldArticle {
  readonly id: string
  readonly text: string
  readonly attributions: readonly GoldAttribution[]
}

/** Folder of the corpora beside the repository, or where `SYNOPTIC_SHARED` points. */
export function sharedFolder(): string {
  return process.env.SYNOPTIC_SHARED ?? new URL('../../../shared', import.meta.url).pathname
}

/** Every article of a side of PolNeAR (`train`, `dev`), by name. */
export function readCorpus(side: 'train' | 'dev'): readonly GoldArticle[] {
  const folder = join(sharedFolder(), 'corpora/polnear', side)
  if (!existsSync(folder))
    throw new Error(`no corpus at ${folder}: set SYNOPTIC_SHARED to the folder that holds corpora/`)
  const files = readdirSync(join(folder, 'attributions')).sort()
  return readdirSync(join(folder, 'text'))
    .sort()
    .flatMap((file): GoldArticle[] => {
      const id = file.replace(/\.txt$/, '')
      const annotation = files.find((name) => name.startsWith(`${id}_`))
      if (annotation === undefined) return []
      const text = readFileSync(join(folder, 'text', file), 'utf8')
      return [
        { id, text, attributions: parseBrat(readFileSync(join(folder, 'attributions', annotation), 'utf8'), text) },
      ]
    })
}

/** Reads brat stand-off: `T1⇥Source 89 106⇥words`, `E1⇥Attribution:T4 Content:T3 Cue:T2 Source:T1`; offsets in code points. */
export function parseBrat(annotation: string, text: string): readonly GoldAttribution[] {
  const units = toUnits(text)
  const spans = new Map<string, Span[]>()
  const found: GoldAttribution[] = []
  for (const line of annotation.split('\n')) {
    const [id, body] = line.split('\t')
    if (id === undefined || body === undefined) continue
    if (id.startsWith('T')) {
      const offsets = body.slice(body.indexOf(' ') + 1).split(';')
      const pieces = offsets.map((offset) => offset.trim().split(' ').map(Number))
      spans.set(
        id,
        pieces.map(([start, end]) => ({ start: units(start!), end: units(end!) })),
      )
    } else if (id.startsWith('E')) {
      const roles = { source: [] as Span[], cue: [] as Span[], content: [] as Span[] }
      for (const part of body.trim().split(/\s+/)) {
        const [name, target] = part.split(':')
        const role = name!.replace(/\d+$/, '').toLowerCase()
        if (role in roles) roles[role as keyof typeof roles].push(...(spans.get(target!) ?? []))
      }
      found.push(roles)
    }
  }
  return found
}

function toUnits(text: string): (codePoint: number) => number {
  const map: number[] = []
  let units = 0
  for (const char of text) {
    map.push(units)
    units += char.length
  }
  map.push(units)
  return (codePoint) => map[Math.min(codePoint, map.length - 1)]!
}
