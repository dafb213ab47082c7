/** Trains what one passage says of another, over all labelled pairs: `npx tsx training/conflict/runPair.ts`. See bench/quality/contradiction.ts. */
import { loadPairRows, type SetWeights, trainPairModel } from './pairModels.js'
import { writeConflictModel } from './writeConflictModel.js'

const WEIGHTS: SetWeights = { fever: 0.6, rte: 1, negation: 0.12, made: 0.12 }
const { rows, made } = loadPairRows()
const model = {
  against: trainPairModel([...rows, ...made], 'against', WEIGHTS),
  for: trainPairModel([...rows, ...made], 'for', WEIGHTS),
}
writeConflictModel({ 'pair.json': `${JSON.stringify(model)}\n` }, {})
