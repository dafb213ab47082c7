import { z } from 'zod'
import { dossierSchema, SCHEMA_ID } from './schema.js'

/** The dossier's contract as JSON Schema (draft 2020-12), for programs in other languages. */
export function dossierJsonSchema(): Record<string, unknown> {
  return { $id: SCHEMA_ID, title: 'Synoptic dossier, version 1', ...z.toJSONSchema(dossierSchema) }
}
