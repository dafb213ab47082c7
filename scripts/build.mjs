/**
 * Builds the package into dist/: the TypeScript of src/, the page of the HTML report, the JSON Schema of the dossier.
 *
 * Does nothing when no source changed since the last build (`--force` builds anyway). The same sources give the same bytes.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const DIST = join(ROOT, 'dist')
const STAMP = join(DIST, '.build')
const SOURCES = [
  'src',
  'web',
  'scripts/build.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
]

const stamp = fingerprint()
if (!process.argv.includes('--force') && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp) process.exit(0)

mkdirSync(DIST, { recursive: true })
rmSync(STAMP, { force: true })
const results = await Promise.allSettled([compileTypeScript(), buildPage()])
removeStale(DIST)
const failures = results.filter((result) => result.status === 'rejected').map((result) => result.reason)
if (failures.length === 0) {
  await writeSchema()
  writeFileSync(STAMP, stamp)
} else {
  for (const failure of failures) console.error(`build: ${failure instanceof Error ? failure.message : failure}`)
  process.exit(1)
}

/** A hash over names, sizes and contents of all sources: what was copied or checked out again is not built again. */
function fingerprint() {
  const hash = createHash('sha256').update(process.version)
  for (const source of SOURCES) {
    for (const file of listFiles(join(ROOT, source))) {
      hash.update(`\0${relative(ROOT, file)}\0`).update(readFileSync(file))
    }
  }
  return hash.digest('hex')
}

function listFiles(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (/\.test\.tsx?$/.test(entry.name) ? [] : listFiles(join(path, entry.name))))
}

function compileTypeScript() {
  const compiler = join(ROOT, 'node_modules/@typescript/native/lib/tsc.js')
  return run(process.execPath, [compiler, '-p', join(ROOT, 'tsconfig.build.json')])
}

function run(command, args) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] })
    child.on('error', fail)
    child.on('close', (code) => (code === 0 ? done() : fail(new Error(`${args[0]} ended with ${code}`))))
  })
}

/**
 * The page in two steps: the script that runs in the browser, as one string; then the module that writes the page in Node,
 * with that string, the style and the components in it, so that neither Preact nor Vite reaches those who install the package.
 */
async function buildPage() {
  const { build } = await import('vite')
  const shared = {
    root: join(ROOT, 'web'),
    configFile: false,
    logLevel: 'warn',
    envDir: false,
    publicDir: false,
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  }
  const browser = await build({
    ...shared,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      lib: { entry: join(ROOT, 'web/client/main.ts'), formats: ['iife'], name: 'synoptic' },
    },
  })
  const script = [browser]
    .flat()[0]
    .output.find((part) => part.type === 'chunk')
    .code.trim()
  if (/<\/script|<!--/i.test(script)) throw new Error('the script of the page holds a mark that would end it early')
  await build({
    ...shared,
    plugins: [provideScript(script)],
    ssr: { noExternal: true },
    build: {
      ssr: join(ROOT, 'web/page.tsx'),
      outDir: join(DIST, 'web'),
      emptyOutDir: true,
      target: 'node20',
      minify: true,
      rolldownOptions: { output: { entryFileNames: 'page.js' } },
    },
  })
}

/** Makes the browser's script importable as `virtual:script`. */
function provideScript(script) {
  return {
    name: 'synoptic-script',
    resolveId: (id) => (id === 'virtual:script' ? '\0virtual:script' : null),
    load: (id) => (id === '\0virtual:script' ? `export const script = ${JSON.stringify(script)}` : null),
  }
}

/** Removes what earlier builds left of sources that are gone. */
function removeStale(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (path === join(DIST, 'web')) continue
    if (entry.isDirectory()) removeStale(path)
    else if (/\.(js|d\.ts)$/.test(entry.name)) {
      const source = join(ROOT, 'src', relative(DIST, path)).replace(/\.(js|d\.ts)$/, '')
      if (!existsSync(`${source}.ts`)) rmSync(path)
    }
  }
}

async function writeSchema() {
  const { dossierJsonSchema } = await import(pathToFileURL(join(DIST, 'dossier/jsonSchema.js')).href)
  writeFileSync(join(DIST, 'dossier.schema.json'), `${JSON.stringify(dossierJsonSchema(), null, 2)}\n`)
}
