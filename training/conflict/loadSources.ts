import type { TreeModel } from '../../src/compare/conflict/trees.js'
import { cached } from './cacheFile.js'
import type { Sources } from './crossValidate.js'
import { loadGoldExamples } from './goldExamples.js'
import { loadMarkedExamples } from './markedExamples.js'
import { loadSeededExamples } from './seededExamples.js'

/** Seeds of each type that training draws. */
export const SEEDS_PER_TYPE = 30

/** Everything that is learnt from, as kept under `.cache/conflict/`; made where it is not there, or anew with `fresh`. Takes about three minutes then. */
export async function loadSources(
  matter: TreeModel,
  { fresh = false, seedsPerType = SEEDS_PER_TYPE }: { readonly fresh?: boolean; readonly seedsPerType?: number } = {},
): Promise<Sources> {
  return {
    stories: await cached('gold', fresh, () => loadGoldExamples(matter)),
    seeded: await cached('seeds', fresh, () => loadSeededExamples(seedsPerType, matter)),
    marked: await cached('marks', fresh, () => loadMarkedExamples(matter)),
  }
}
