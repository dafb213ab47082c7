/** Assembles what was found about a story into the dossier and checks it. The schema is the contract every output and program reads. */

export { assembleDossier, type DossierFrame } from './assembleDossier.js'
export { assembleReading, type Reading, type ReadingQuantity, type ReadingTime } from './assembleReading.js'
export { checkDossier, findViolations } from './checkDossier.js'
export { type CompileOptions, compileDossier } from './compileDossier.js'
export { dossierJsonSchema } from './jsonSchema.js'
export {
  type Dossier,
  type DossierAttribution,
  type DossierClaim,
  type DossierConflict,
  type DossierDocument,
  type DossierEntity,
  type DossierQuoteGroup,
  type DossierSpan,
  dossierSchema,
  SCHEMA_ID,
} from './schema.js'
