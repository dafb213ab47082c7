/** A logistic regression over clipped standard scores: `bias + Σ weight · clip((value − mean) / scale)`. */
export interface LinearModel {
  readonly means: readonly number[]
  readonly scales: readonly number[]
  readonly weights: readonly number[]
  readonly bias: number
}

// Four standard deviations: a passage of a hundred words must not outweigh everything else.
const CLIP = 4

/** A value's standard score, clipped. */
export function standardize(
  model: Pick<LinearModel, 'means' | 'scales'>,
  values: readonly number[],
): readonly number[] {
  return values.map((value, index) =>
    Math.max(-CLIP, Math.min(CLIP, (value - model.means[index]!) / model.scales[index]!)),
  )
}

/** The log-odds of the model. */
export function sumLinear(model: LinearModel, values: readonly number[]): number {
  return standardize(model, values).reduce((sum, value, index) => sum + value * model.weights[index]!, model.bias)
}
