/** Every code a thrown error or a diagnostic may carry. Each is explained in docs/errors.md; a test checks that. */
export const CODES = [
  'DOCUMENT_NOT_ANNOTATED',
  'SPAN_OUT_OF_RANGE',
  'MODEL_DAMAGED',
  'MODEL_MISSING',
  'PIPELINE_UNMET',
  'INPUT_MISSING',
  'INPUT_EMPTY',
  'INPUT_BINARY',
  'INPUT_ENCODING',
  'INPUT_UNREADABLE',
  'INPUT_TOO_LARGE',
  'INPUT_UNKNOWN_FORMAT',
  'FETCH_REFUSED',
  'FETCH_DISALLOWED',
  'FETCH_FAILED',
  'ADDRESSES_LEFT',
  'RECORD_INVALID',
  'DOCUMENT_DUPLICATE',
  'DOCUMENT_TRUNCATED',
  'DOCUMENT_PAYWALLED',
  'LANGUAGE_UNSUPPORTED',
  'TOKEN_TOO_LONG',
  'PARAGRAPH_TOO_LONG',
  'TIME_UNANCHORED',
  'TOO_FEW_DOCUMENTS',
  'SILENCE_CAPPED',
  'STATE_UNREADABLE',
  'CORRECTION_UNMET',
  'STORY_INCOMPLETE',
  'DOSSIER_INVALID',
  'OPTION_INVALID',
] as const

export type Code = (typeof CODES)[number]

/**
 * Wrong use, or an artefact that is damaged: the program cannot go on with it.
 *
 * The message says what came, what was allowed and what to do. `cause` keeps the error it was made from.
 */
export class SynopticError extends Error {
  readonly code: Code

  constructor(code: Code, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'SynopticError'
    this.code = code
  }
}
