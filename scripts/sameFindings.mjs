// Compares two dossiers of the same accounts given in another order: they must be the same to the byte.
import { readFileSync } from 'node:fs'

const [first, second] = process.argv.slice(2).map((file) => readFileSync(file, 'utf8'))
if (first !== second) {
  const at = [...first].findIndex((character, i) => character !== second[i])
  console.error(`the dossiers differ from character ${at} on: …${first.slice(Math.max(0, at - 80), at + 40)}…`)
  process.exit(1)
}
