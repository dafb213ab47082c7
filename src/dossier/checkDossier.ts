import { SynopticError } from '../text/index.js'
import { type Dossier, type DossierSpan, dossierSchema } from './schema.js'
import { compareDossierSpans } from './spans.js'

/**
 * Every way in which a dossier breaks its contract, in words with the place; empty when it holds.
 *
 * Checks the schema, then what a schema cannot say: spans quote their account exactly, ids are unique and refer to something,
 * lists are in order, nobody is both telling and silent, every account has one origin, quotation content carries its words.
 */
export function findViolations(candidate: unknown): readonly string[] {
  const parsed = dossierSchema.safeParse(candidate)
  if (!parsed.success) return parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  const dossier = parsed.data
  const found: string[] = []
  const say = (message: string): void => void found.push(message)
  checkSpans(dossier, say)
  checkIds(dossier, say)
  checkReferences(dossier, say)
  checkClaims(dossier, say)
  checkConflicts(dossier, say)
  checkOrigins(dossier, say)
  checkQuotes(dossier, say)
  checkTexts(dossier, say)
  return found
}

/**
 * Returns the dossier when every invariant holds.
 *
 * @throws SynopticError `DOSSIER_INVALID` listing the first violations
 */
export function checkDossier(candidate: unknown): Dossier {
  const violations = findViolations(candidate)
  if (violations.length === 0) return candidate as Dossier
  const shown = violations.slice(0, 5).join('; ')
  throw new SynopticError(
    'DOSSIER_INVALID',
    `the dossier breaks its contract in ${violations.length} place(s): ${shown}`,
  )
}

type Say = (message: string) => void

/** Calls `visit` for every span anywhere in the value, with a path to it. */
function eachSpan(value: unknown, path: string, visit: (span: DossierSpan, path: string) => void): void {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) eachSpan(item, `${path}[${index}]`, visit)
  } else if (typeof value === 'object' && value !== null) {
    if ('exact' in value && 'document' in value) visit(value as DossierSpan, path)
    else for (const [key, item] of Object.entries(value)) eachSpan(item, path === '' ? key : `${path}.${key}`, visit)
  }
}

function checkSpans(dossier: Dossier, say: Say): void {
  const texts = new Map(dossier.documents.map((document) => [document.id, document.text]))
  eachSpan({ ...dossier, documents: [] }, '', (span, path) => {
    const text = texts.get(span.document)
    if (text === undefined) say(`${path}: there is no document "${span.document}"`)
    else if (span.end > text.length || span.start >= span.end)
      say(`${path}: span [${span.start}, ${span.end}) is outside its text`)
    else if (text.slice(span.start, span.end) !== span.exact) say(`${path}: the exact words differ from the text`)
  })
}

function checkIds(dossier: Dossier, say: Say): void {
  const sections = ['documents', 'origins', 'entities', 'attributions', 'quoteGroups', 'claims', 'conflicts'] as const
  for (const section of sections) {
    const ids = dossier[section].map((item) => item.id)
    if (new Set(ids).size !== ids.length) say(`${section}: an id is used twice`)
  }
  const ids = dossier.documents.map((document) => document.id)
  if (ids.some((id, i) => i > 0 && ids[i - 1]! >= id)) say('documents: not in the order of their ids')
}

function checkReferences(dossier: Dossier, say: Say): void {
  const known = {
    document: new Set(dossier.documents.map((item) => item.id)),
    entity: new Set(dossier.entities.map((item) => item.id)),
    attribution: new Set(dossier.attributions.map((item) => item.id)),
    claim: new Set(dossier.claims.map((item) => item.id)),
    conflict: new Set(dossier.conflicts.map((item) => item.id)),
  }
  const need = (kind: keyof typeof known, id: string | null, path: string): void => {
    if (id !== null && !known[kind].has(id)) say(`${path}: there is no ${kind} "${id}"`)
  }
  for (const item of dossier.attributions) {
    need('document', item.document, `attributions.${item.id}`)
    need('entity', item.speaker?.entity ?? null, `attributions.${item.id}.speaker`)
    for (const other of item.speaker?.others ?? []) need('entity', other, `attributions.${item.id}.speaker`)
  }
  for (const item of dossier.quoteGroups)
    for (const id of item.attributions) need('attribution', id, `quoteGroups.${item.id}`)
  for (const item of dossier.claims) {
    for (const id of item.documents) need('document', id, `claims.${item.id}`)
    for (const id of item.saidBy) need('entity', id, `claims.${item.id}.saidBy`)
    for (const { document } of item.silent) need('document', document, `claims.${item.id}.silent`)
  }
  for (const item of dossier.conflicts) {
    need('document', item.within, `conflicts.${item.id}.within`)
    for (const id of item.claims) need('claim', id, `conflicts.${item.id}.claims`)
  }
  for (const item of dossier.positions)
    for (const id of [item.actor, ...item.reportedBy]) need('entity', id, 'positions')
  for (const item of dossier.framing.labels) need('entity', item.entity, 'framing.labels')
  for (const item of dossier.framing.loaded) need('entity', item.about, 'framing.loaded')
  for (const item of dossier.omissions) {
    need('claim', item.claim, 'omissions')
    need('document', item.document, 'omissions')
  }
  for (const item of dossier.brief) {
    for (const id of item.claims) need('claim', id, 'brief')
    for (const id of item.disputed) need('conflict', id, 'brief')
  }
}

function checkClaims(dossier: Dossier, say: Say): void {
  for (const claim of dossier.claims) {
    const tells = new Set(claim.evidence.map((span) => span.document))
    if (!sameMembers(tells, claim.documents)) say(`claims.${claim.id}: documents and evidence differ`)
    if (!claim.evidence.some((span) => span.exact === claim.text))
      say(`claims.${claim.id}: its text is none of its evidence`)
    if (claim.independent > claim.documents.length) say(`claims.${claim.id}: more independent origins than accounts`)
    if (claim.silent.some((item) => tells.has(item.document)))
      say(`claims.${claim.id}: an account both tells it and is silent`)
  }
  const byImportance = dossier.claims.map((claim) => claim.importance)
  if (byImportance.some((value, i) => i > 0 && byImportance[i - 1]! < value))
    say('claims: not in falling order of importance')
}

function checkConflicts(dossier: Dossier, say: Say): void {
  for (const conflict of dossier.conflicts) {
    const documents = new Set<string>()
    for (const side of conflict.sides) {
      if (!sameMembers(new Set(side.evidence.map((span) => span.document)), side.documents)) {
        say(`conflicts.${conflict.id}: documents and evidence of a side differ`)
      }
      for (const id of side.documents) documents.add(id)
      if (!side.evidence.some((span) => span.exact.includes(side.value)))
        say(`conflicts.${conflict.id}: a value is not in its evidence`)
    }
    if (conflict.within !== null && !(documents.size === 1 && documents.has(conflict.within))) {
      say(`conflicts.${conflict.id}: "within" names one account, the sides stand in others`)
    }
    if (conflict.within === null && documents.size < 2) say(`conflicts.${conflict.id}: all sides stand in one account`)
    if (conflict.strength === 'contradiction' && conflict.nature !== 'conflict') {
      say(`conflicts.${conflict.id}: a contradiction cannot be explained away as ${conflict.nature}`)
    }
  }
  const rank = dossier.conflicts.map((conflict) => (conflict.strength === 'contradiction' ? 0 : 1))
  if (rank.some((value, i) => i > 0 && rank[i - 1]! > value)) say('conflicts: a tension stands before a contradiction')
}

function checkOrigins(dossier: Dossier, say: Say): void {
  const count = new Map<string, number>(dossier.documents.map((document) => [document.id, 0]))
  for (const origin of dossier.origins) {
    if (origin.kind !== 'own' && origin.evidence.length === 0) say(`origins.${origin.id}: nothing shown for it`)
    if (origin.kind === 'shared-passage') continue
    for (const id of origin.documents) count.set(id, (count.get(id) ?? 0) + 1)
  }
  for (const [id, times] of count) if (times !== 1) say(`origins: account "${id}" is in ${times} of them, not in one`)
}

function checkQuotes(dossier: Dossier, say: Say): void {
  const byId = new Map(dossier.attributions.map((item) => [item.id, item]))
  for (const item of dossier.attributions) {
    const spans = [...item.content, ...item.cue, ...item.source]
    if (spans.some((span) => span.document !== item.document)) say(`attributions.${item.id}: words of another account`)
    if (item.content.some((span, i) => i > 0 && compareDossierSpans(item.content[i - 1]!, span) >= 0)) {
      say(`attributions.${item.id}: content not in reading order`)
    }
  }
  for (const group of dossier.quoteGroups) {
    const length = group.variants[0]?.length ?? 0
    if (group.variants.length > 0 && group.variants.length !== group.attributions.length)
      say(`quoteGroups.${group.id}: a row per quote is missing`)
    if (group.variants.some((row) => row.length !== length)) say(`quoteGroups.${group.id}: rows of different length`)
    group.variants.forEach((row, index) => {
      const document = byId.get(group.attributions[index] ?? '')?.document
      if (row.some((cell) => cell !== null && cell.document !== document))
        say(`quoteGroups.${group.id}: a row quotes another account`)
    })
  }
}

/** Free-standing text must be words of its evidence: nothing is shown that no account says. */
function checkTexts(dossier: Dossier, say: Say): void {
  for (const item of dossier.timeline)
    if (!item.evidence.some((span) => span.exact.includes(item.text))) say('timeline: text without evidence')
  for (const item of dossier.brief)
    if (!item.evidence.some((span) => span.exact.includes(item.text))) say('brief: text without evidence')
  for (const item of dossier.framing.labels) {
    if (!item.evidence.some((span) => span.exact.includes(item.text))) say('framing.labels: text without evidence')
  }
  for (const item of dossier.positions) {
    const texts = new Map(dossier.documents.map((document) => [document.id, document.text]))
    const stands = (words: string): boolean =>
      item.evidence.some((span) => (texts.get(span.document) ?? '').includes(words))
    if (!stands(item.matter)) say('positions: matter without evidence')
    if (item.condition !== null && !stands(item.condition)) say('positions: condition without evidence')
  }
  for (const entity of dossier.entities) {
    for (const role of entity.roles)
      if (!role.evidence.some((span) => span.exact.includes(role.text)))
        say(`entities.${entity.id}: role without evidence`)
  }
}

function sameMembers(set: ReadonlySet<string>, list: readonly string[]): boolean {
  return set.size === new Set(list).size && list.every((item) => set.has(item))
}
