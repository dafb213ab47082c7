/**
 * Builds the package into dist/: the TypeScript of src/, the command in few files, the page of the HTML report, the JSON Schema of the
 * dossier.
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

// What nearly every run of the command loads, with what that needs: one file opened in place of some 150.
const BUNDLED = [
  ...['zod', 'commander', 'tinyglobby', 'fdir', 'picomatch', 'picocolors'],
  ...['string-width', 'get-east-asian-width', 'strip-ansi', 'ansi-regex', 'emoji-regex'],
]

// From its second run on, Node 22 and later take the compiled code from their cache.
const LAUNCHER = `#!/usr/bin/env node
import module from 'node:module'
module.enableCompileCache?.()
await import('../bundle/main.js')
`

const stamp = fingerprint()
if (!process.argv.includes('--force') && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp) process.exit(0)

mkdirSync(DIST, { recursive: true })
rmSync(STAMP, { force: true })
const results = await Promise.allSettled([compileTypeScript(), buildPage()])
removeStale(DIST)
const failures = results.filter((result) => result.status === 'rejected').map((result) => result.reason)
if (failures.length === 0) {
  await bundleCommand()
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

/**
 * The command as one file and a chunk for each part that is loaded later, in place of some 500 modules: opening those takes a third
 * of a second. A module that looks for files beside itself still finds them: in the bundle, its address is that of its own file in
 * dist/. The licences of the dependencies in the bundle go beside it.
 */
async function bundleCommand() {
  const { build } = await import('vite')
  rmSync(join(DIST, 'bundle'), { recursive: true, force: true })
  const { output } = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    envDir: false,
    publicDir: false,
    plugins: [{ name: 'synoptic-own-address', transform: keepOwnAddress }],
    ssr: { noExternal: BUNDLED },
    build: {
      ssr: join(DIST, 'cli/main.js'),
      outDir: DIST,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        output: { entryFileNames: 'bundle/main.js', chunkFileNames: 'bundle/[name].js', hoistTransitiveImports: false },
      },
    },
  })
  writeFileSync(join(DIST, 'bundle/licences.txt'), gatherLicences(output.flatMap((part) => part.moduleIds ?? [])))
  writeFileSync(join(DIST, 'cli/main.js'), LAUNCHER)
}

function gatherLicences(modules) {
  const packages = modules.flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(id) ?? [])
  const texts = [...new Set(packages)].sort().map((folder) => {
    const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry))
    if (file === undefined) throw new Error(`${name} has no licence file: leave it out of BUNDLED`)
    return `${name} ${version}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`
  })
  return texts.join('\n\n')
}

function keepOwnAddress(code, id) {
  if (!id.startsWith(DIST) || !code.includes('import.meta.url')) return null
  const own = relative(join(DIST, 'bundle'), id).replaceAll('\\', '/')
  return code.replaceAll('import.meta.url', `new URL(${JSON.stringify(own)}, import.meta.url).href`)
}

/** Removes what earlier builds left of sources that are gone. */
function removeStale(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (path === join(DIST, 'web') || path === join(DIST, 'bundle')) continue
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
