import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { defaultModelDirectory } from '../model/index.js'

/** Task and version of every model that ships with the package, in the order of their tasks; what a dossier was made with. */
export function listModels(): readonly { readonly task: string; readonly version: string }[] {
  const folder = dirname(defaultModelDirectory('any'))
  return readdirSync(folder)
    .sort()
    .map((task) => join(folder, task, 'model.json'))
    .filter((file) => existsSync(file))
    .map((file) => {
      const { task, version } = JSON.parse(readFileSync(file, 'utf8')) as { task: string; version?: string }
      return { task, version: version ?? '1' }
    })
}
