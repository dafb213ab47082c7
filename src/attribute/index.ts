/** Finds who says what in an account: source, cue and content, quoted or not, with the speaker resolved to an entity. */
export type { Attribution } from './layers.js'
export { createAttributor } from './createAttributor.js'
export type { AttributionModels } from './model/attributionModels.js'
export { findQuotations, type Quotation } from './quotations/findQuotations.js'
