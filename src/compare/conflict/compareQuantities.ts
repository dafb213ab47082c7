import type { Approximation, Quantity } from '../../annotate/index.js'

/**
 * How two numbers of the same measure stand to each other.
 *
 * `equal`: same value, same hedge. `precision`: one is the other with a hedge ("at least 5" and "5").
 * `rounding`: one is the other with fewer digits ("$43,350" and "$43,000"). `range`: the values they allow meet.
 * `differ`: no value fits both. `incomparable`: another measure, so nothing can be said.
 */
export type QuantityRelation = 'equal' | 'precision' | 'rounding' | 'range' | 'differ' | 'incomparable'

export interface QuantityComparison {
  readonly relation: QuantityRelation
  /** Smaller middle value over the larger, in [0, 1]; 1 where equal, 0 where incomparable or signs differ. */
  readonly ratio: number
}

/** What comparing needs of a quantity; spans and counted words are the caller's business. */
export type Amount = Pick<Quantity, 'kind' | 'low' | 'high' | 'unit' | 'approximation'>

// Factors to one unit of each dimension, so that "12 ft" can meet "3.6 m". Keys are lower case.
const SCALES: ReadonlyMap<string, readonly [dimension: string, factor: number]> = new Map([
  ['mm', ['length', 0.001]],
  ['cm', ['length', 0.01]],
  ['m', ['length', 1]],
  ['meter', ['length', 1]],
  ['km', ['length', 1000]],
  ['kilometer', ['length', 1000]],
  ['in', ['length', 0.0254]],
  ['inch', ['length', 0.0254]],
  ['ft', ['length', 0.3048]],
  ['foot', ['length', 0.3048]],
  ['yd', ['length', 0.9144]],
  ['yard', ['length', 0.9144]],
  ['mi', ['length', 1609.344]],
  ['mile', ['length', 1609.344]],
  ['g', ['mass', 0.001]],
  ['kg', ['mass', 1]],
  ['kilogram', ['mass', 1]],
  ['t', ['mass', 1000]],
  ['tonne', ['mass', 1000]],
  ['ton', ['mass', 907.185]],
  ['lb', ['mass', 0.453592]],
  ['pound', ['mass', 0.453592]],
  ['km/h', ['speed', 1]],
  ['kph', ['speed', 1]],
  ['mph', ['speed', 1.609344]],
  ['second', ['time', 1]],
  ['minute', ['time', 60]],
  ['hour', ['time', 3600]],
  ['day', ['time', 86_400]],
  ['week', ['time', 604_800]],
  ['month', ['time', 2_629_800]],
  ['year', ['time', 31_557_600]],
])

/** Compares two amounts; units of one dimension are converted, money of two currencies is incomparable. */
export function compareQuantities(a: Amount, b: Amount): QuantityComparison {
  const scaled = toSameUnit(a, b)
  if (scaled === null) return { relation: 'incomparable', ratio: 0 }
  const [factorA, factorB] = scaled
  const x = { low: a.low * factorA, high: a.high * factorA, approximation: a.approximation }
  const y = { low: b.low * factorB, high: b.high * factorB, approximation: b.approximation }
  const ratio = getRatio((x.low + x.high) / 2, (y.low + y.high) / 2)
  // A factor brings rounding of its own: 12 ft is "3.7 m", so converted values get 5 %.
  const converted = factorA !== factorB
  if (isNear(x.low, y.low) && isNear(x.high, y.high)) {
    return { relation: x.approximation === y.approximation ? 'equal' : 'precision', ratio }
  }
  if (converted && ratio >= 0.95) return { relation: 'rounding', ratio }
  if (x.low === x.high && y.low === y.high && (isRounded(a.low, b.low) || isRounded(b.low, a.low)) && !converted) {
    return { relation: 'rounding', ratio }
  }
  const [lowX, highX] = getReach(x)
  const [lowY, highY] = getReach(y)
  return { relation: lowX <= highY && lowY <= highX ? 'range' : 'differ', ratio }
}

/** The values a person would let pass as told with this hedge. "More than 3" is not said of 30. */
function getReach(amount: { low: number; high: number; approximation: Approximation }): readonly [number, number] {
  const { low, high } = amount
  switch (amount.approximation) {
    case 'about':
      return [low - Math.abs(low) * 0.1, high + Math.abs(high) * 0.1]
    case 'at-least':
    case 'more-than':
      return [low, high + Math.abs(high) * 0.2]
    case 'at-most':
    case 'less-than':
      return [low - Math.abs(low) * 0.2, high]
    default:
      return [low, high]
  }
}

/** True when `coarse` is `fine` with fewer significant digits, rounded, or cut: 43350 → 43000, 313.89 → 300. */
export function isRounded(fine: number, coarse: number): boolean {
  const step = getStep(coarse)
  if (coarse === 0 || getStep(fine) >= step) return false
  // Whole numbers under 100 are told exactly: 21 dead against 20 dead is no rounding.
  if (Number.isInteger(fine) && Math.abs(fine) < 100) return false
  const up = coarse - fine
  return up <= step / 2 && -up < step && getRatio(fine, coarse) >= 0.9
}

/** The worth of the last significant digit: 43000 → 1000, 5.5 → 0.1, 0 → 1. Numbers written by people, at most 6 decimals. */
function getStep(value: number): number {
  if (value === 0) return 1
  let step = 1e-6
  const scaled = Math.round(Math.abs(value) * 1e6)
  for (let rest = scaled; rest % 10 === 0; rest /= 10) step *= 10
  return step
}

function getRatio(a: number, b: number): number {
  if (a === b) return 1
  if (a === 0 || b === 0 || a < 0 !== b < 0) return 0
  return Math.min(Math.abs(a), Math.abs(b)) / Math.max(Math.abs(a), Math.abs(b))
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))
}

/** The factors that bring both to one unit; null where the measures differ. */
function toSameUnit(a: Amount, b: Amount): readonly [number, number] | null {
  if (a.kind === 'identifier' || b.kind === 'identifier') return null
  const unitA = a.unit.toLowerCase()
  const unitB = b.unit.toLowerCase()
  if (a.kind === b.kind && unitA === unitB) return [1, 1]
  if (a.kind !== b.kind) return null
  const x = SCALES.get(unitA)
  const y = SCALES.get(unitB)
  return x !== undefined && y !== undefined && x[0] === y[0] ? [x[1], y[1]] : null
}
