/** Assembles what was found about a story into the dossier and checks it. The schema is the contract every output and program reads. */
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
