import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'

const folder = new URL('../../.cache/conflict/', import.meta.url)

/** What `make` gives, kept as JSON under `.cache/conflict/` until `fresh` asks for it anew. Only plain data survives. */
export async function cached<T>(name: string, fresh: boolean, make: () => T | Promise<T>): Promise<T> {
  const file = new URL(`${name}.json`, folder)
  if (!fresh && existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as T
  const made = await make()
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, JSON.stringify(made))
  return made
}
