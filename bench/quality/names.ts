import { loadNames } from '../../src/annotate/names/index.js'
import { scoreOnText, scoreOnTokens } from '../../training/names/devScores.js'
import { renderTallies } from '../../training/names/score.js'

/** Prints the figures of docs/names.md: `npx tsx bench/quality/names.ts`. */
function main(): void {
  const model = loadNames()
  console.log('corpus tokens')
  console.log(renderTallies(scoreOnTokens(model)))
  console.log('raw text')
  console.log(renderTallies(scoreOnText(model)))
}

if (process.argv[1]?.endsWith('quality/names.ts')) main()
