import { z } from 'zod'

/**
 * The dossier, version 1: everything found about one story, as JSON.
 *
 * A contract: fields may be added, never renamed or dropped. `description`s end up in the published JSON Schema.
 */
export const SCHEMA_ID = 'synoptic-dossier/1'

const span = z
  .object({
    document: z.string().describe('Id of the document the words stand in.'),
    start: z.int().nonnegative().describe('First UTF-16 code unit of the words in the document’s text.'),
    end: z.int().positive().describe('One past the last UTF-16 code unit.'),
    exact: z.string().min(1).describe('The words themselves: documents[id].text.slice(start, end).'),
  })
  .describe('Words of one account, by place and by letter.')

const evidence = z.array(span).min(1).describe('Where it stands; never empty.')
const probability = z.number().min(0).max(1).describe('Calibrated probability that the finding is right.')
const silence = z
  .enum(['notSaid', 'notYetKnown', 'notRead'])
  .describe(
    'notSaid: the account does not say it; notYetKnown: published before it was known; notRead: the account was not read in full.',
  )

const document = z.object({
  id: z.string(),
  title: z.string().nullable().describe('Headline; null when none was given.'),
  outlet: z.string().nullable().describe('Who published it.'),
  authors: z.array(z.string()),
  url: z.string().nullable(),
  publishedAt: z.string().nullable().describe('ISO 8601 date or date-time; null when unknown.'),
  modifiedAt: z.string().nullable().describe('ISO 8601 date or date-time of the last change the outlet declares.'),
  language: z.string().nullable().describe('BCP 47 primary tag.'),
  text: z.string().describe('The account in full. All spans count in it.'),
  credit: z.string().nullable().describe('Agency or outlet named in a credit line.'),
  state: z.enum(['complete', 'truncated', 'paywalled', 'failed']),
  compared: z
    .boolean()
    .describe('False where the account is shown but was left out of the comparison (another language, nothing read).'),
  provenance: z.object({
    origin: z.string(),
    format: z.string(),
    fetchedAt: z.string().nullable(),
    sha256: z.string().nullable(),
  }),
  sentences: z.array(z.tuple([z.int(), z.int()])).describe('Start and end of every sentence, for reading views.'),
})

const origin = z.object({
  id: z.string(),
  documents: z.array(z.string()).min(1),
  kind: z.enum(['wire', 'copy', 'shared-passage', 'own']),
  reason: z.string().describe('Why these documents count as one witness.'),
  evidence: z.array(span).describe('The shared words or the credit line; empty only for kind "own".'),
})

const role = z.object({ text: z.string(), evidence })

const entity = z.object({
  id: z.string(),
  name: z.string(),
  type: z.enum(['person', 'organization', 'place', 'other']),
  detail: z.string().describe('Finer type: person, organization, place, group, facility, product, event, other.'),
  aliases: z.array(z.string()),
  mentions: evidence,
  roles: z.array(role),
})

const attribution = z.object({
  id: z.string(),
  document: z.string(),
  kind: z
    .enum(['direct', 'mixed', 'indirect'])
    .describe('direct: at least a full clause quoted; mixed: quoted words woven in; indirect: none quoted.'),
  content: evidence.describe(
    'The words said; without quotation marks for direct and mixed; several where the reporter interrupts one utterance.',
  ),
  cue: z.array(span).describe('The reporting words; empty where absent.'),
  source: z.array(span).describe('The words that name the source; empty where absent.'),
  speaker: z
    .object({
      entity: z.string().nullable().describe('Entity id; null for an unnamed source.'),
      name: z.string(),
      others: z.array(z.string()).describe('Entity ids of joint speakers beyond the first.'),
    })
    .nullable()
    .describe('Resolved through coreference; null where nobody is named.'),
  addressee: span.nullable(),
  when: z.string().nullable().describe('ISO 8601 day or TIMEX3 value of when it was said, where the text tells.'),
  probability,
})

const quoteGroup = z.object({
  id: z.string(),
  attributions: z.array(z.string()).min(1),
  variants: z
    .array(z.array(span.nullable()))
    .describe('Word-level collation: a row per quote, rows of equal length, gaps as null.'),
  difference: z.enum(['none', 'typography', 'cut', 'wording', 'attribution']),
})

const claim = z.object({
  id: z.string(),
  text: z.string().describe('The clearest telling, quoted: the exact words of one of its evidence spans.'),
  evidence: evidence.describe('The clause in each account that tells it.'),
  documents: z.array(z.string()).min(1),
  independent: z.int().positive().describe('Upper bound of independent origins among them.'),
  status: z.enum(['corroborated', 'single', 'disputed']),
  voice: z.enum(['reporter', 'attributed']),
  saidBy: z.array(z.string()).describe('Entity ids of those the accounts attribute it to.'),
  importance: z.number().min(0).max(1).describe('For ordering.'),
  silent: z
    .array(z.object({ document: z.string(), why: silence }))
    .describe('Accounts that do not tell it; left empty beyond the limit that a SILENCE_CAPPED diagnostic names.'),
})

const conflict = z.object({
  id: z.string(),
  kind: z.enum([
    'date',
    'number',
    'place',
    'participants',
    'role',
    'name',
    'sequence',
    'outcome',
    'format',
    'polarity',
    'attribution',
    'quote-wording',
    'cause',
    'other',
  ]),
  strength: z
    .enum(['contradiction', 'tension'])
    .describe('contradiction: both cannot hold as told; tension: a careful reader should see them side by side.'),
  nature: z
    .enum(['conflict', 'update', 'estimates', 'rounding'])
    .describe('The last three are tensions explained by time of publication, by sources or by precision.'),
  subject: z.string(),
  sides: z.array(z.object({ value: z.string(), documents: z.array(z.string()).min(1), evidence })).min(2),
  within: z.string().nullable().describe('The document’s id where one account contradicts itself.'),
  rule: z.object({
    id: z.string(),
    inputs: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  }),
  claims: z.array(z.string()).describe('Ids of the claims it touches.'),
  probability,
})

const timelineEntry = z.object({
  when: z.object({ start: z.string(), end: z.string(), precision: z.string(), text: z.string() }),
  text: z.string(),
  evidence,
  disputed: z.boolean(),
})

const position = z.object({
  actor: z.string().describe('Entity id.'),
  matter: z.string(),
  kind: z.enum(['wants', 'offers', 'refuses', 'warns', 'promises', 'agrees', 'denies', 'asks']),
  condition: z.string().nullable(),
  reportedBy: z
    .array(z.string())
    .describe('Ids of the entities by whose word it is told; empty in an outlet’s own voice.'),
  evidence,
})

const framing = z.object({
  labels: z.array(
    z.object({
      entity: z.string(),
      document: z.string(),
      text: z.string(),
      voice: z.enum(['reporter', 'attributed']),
      evidence,
    }),
  ),
  loaded: z.array(z.object({ document: z.string(), evidence, probability, about: z.string().nullable() })),
})

export const dossierSchema = z.object({
  schema: z.literal(SCHEMA_ID),
  generator: z.object({
    name: z.literal('synoptic'),
    version: z.string(),
    models: z.array(z.object({ task: z.string(), version: z.string() })),
  }),
  story: z.object({
    id: z.string(),
    title: z.string(),
    when: z.object({ start: z.string(), end: z.string() }).nullable(),
    where: z.string().nullable(),
  }),
  documents: z.array(document),
  origins: z.array(origin).describe('Each document is in exactly one origin other than a shared passage.'),
  entities: z.array(entity),
  attributions: z.array(attribution),
  quoteGroups: z.array(quoteGroup),
  claims: z.array(claim),
  conflicts: z.array(conflict),
  timeline: z.array(timelineEntry),
  positions: z.array(position),
  framing,
  omissions: z
    .array(z.object({ claim: z.string(), document: z.string(), why: silence }))
    .describe('Important claims an account leaves out.'),
  brief: z
    .array(
      z.object({
        text: z.string(),
        evidence,
        claims: z.array(z.string()),
        disputed: z.array(z.string()).describe('Ids of conflicts that touch this line.'),
      }),
    )
    .max(8),
  diagnostics: z.array(z.object({ code: z.string(), document: z.string().nullable(), message: z.string() })),
})

export type Dossier = z.infer<typeof dossierSchema>
export type DossierSpan = z.infer<typeof span>
export type DossierDocument = z.infer<typeof document>
export type DossierClaim = z.infer<typeof claim>
export type DossierConflict = z.infer<typeof conflict>
export type DossierAttribution = z.infer<typeof attribution>
export type DossierEntity = z.infer<typeof entity>
export type DossierQuoteGroup = z.infer<typeof quoteGroup>
