/** Container format written by this version; others are refused. */
export const MODEL_FORMAT = 1

/** One data set a model was trained on. `sha256` is of the file as read, compressed or not. */
export interface ModelData {
  readonly name: string
  readonly licence: string
  readonly sha256: string
}

/** One file of a model folder. */
export interface ModelFile {
  /** File name inside the folder, e.g. `weights.bin.gz`; `.gz` files are unpacked when read. */
  readonly name: string
  readonly bytes: number
  readonly sha256: string
}

/** `model.json`: what a model is, what it was made from, how good it is. */
export interface ModelManifest {
  readonly format: number
  readonly task: string
  /** Version of the weights, raised with each new training. */
  readonly version: string
  readonly labels: readonly string[]
  /** The features in words, for people; the code that computes them is named in the card. */
  readonly features: readonly string[]
  /** The command that builds this folder. */
  readonly command: string
  readonly seed: number
  readonly data: readonly ModelData[]
  /** Scores on development parts, by measure and where it applies by label; numbers in [0, 1] or counts. */
  readonly scores: { readonly [name: string]: number | { readonly [label: string]: number } }
  readonly files: readonly ModelFile[]
}
