import { getLemmaForm, LONGEST_ENDING } from '../../src/annotate/syntax/lemmatize.js'
import { normalizeWord } from '../../src/text/index.js'
import type { TreebankSentence } from '../shared/readConllu.js'
import { listIrregular } from './irregular.js'

/** Tags whose words have lemmas of their own making; misspellings and foreign words teach nothing. */
const SKIPPED: ReadonlySet<string> = new Set(['GW', 'FW', 'ADD', 'AFX', 'XX'])

/**
 * Learns lemma rules as lines for `readLemmaRules`: for each tag the majority edit of each ending where it differs from
 * that of the shorter ending, then whole words that the endings get wrong.
 */
export function learnLemmas(sentences: readonly TreebankSentence[]): string {
  const forms = countForms(sentences)
  const lines: string[] = []
  for (const [tag, edits] of forms) {
    const endings = learnEndings(edits)
    for (const [ending, edit] of endings) lines.push(`${tag}\t${ending}\t${edit}`)
    for (const [form, counts] of edits) {
      const best = findMajority(counts)
      if (best !== applyEndings(form, endings)) lines.push(`${tag}\t=${form}\t${best}`)
    }
  }
  return `${lines.sort().join('\n')}\n`
}

type Counts = Map<string, number>

/** Tag, then form, then edit (`cut⇥addition`) with its count. */
function countForms(sentences: readonly TreebankSentence[]): Map<string, Map<string, Counts>> {
  const forms = new Map<string, Map<string, Counts>>()
  const add = (tag: string, form: string, lemma: string): void => {
    const edits = forms.get(tag) ?? new Map<string, Counts>()
    forms.set(tag, edits)
    const counts = edits.get(form) ?? new Map<string, number>()
    edits.set(form, counts)
    const edit = describeEdit(form, lemma)
    counts.set(edit, (counts.get(edit) ?? 0) + 1)
  }
  for (const sentence of sentences) {
    sentence.words.forEach((word, index) => {
      const tag = sentence.xpos[index]!
      const lemma = sentence.lemmas[index]!
      if (!SKIPPED.has(tag) && lemma !== '_') add(tag, getLemmaForm(word, normalizeWord(word), tag), lemma)
    })
  }
  for (const [form, tag, lemma] of listIrregular()) if (!forms.get(tag)?.has(form)) add(tag, form, lemma)
  return forms
}

function describeEdit(form: string, lemma: string): string {
  let shared = 0
  while (shared < form.length && shared < lemma.length && form[shared] === lemma[shared]) shared += 1
  return `${form.length - shared}\t${lemma.slice(shared)}`
}

/** Endings from short to long, each kept when its majority edit is not that of the ending it extends. */
function learnEndings(edits: ReadonlyMap<string, Counts>): Map<string, string> {
  const totals = new Map<string, Counts>()
  for (const [form, counts] of edits) {
    const edit = findMajority(counts)
    for (let size = 0; size <= Math.min(LONGEST_ENDING, form.length - 1); size += 1) {
      const ending = form.slice(form.length - size)
      const found = totals.get(ending) ?? new Map<string, number>()
      totals.set(ending, found)
      // every form counts once: rules are for forms not seen
      found.set(edit, (found.get(edit) ?? 0) + 1)
    }
  }
  const endings = new Map<string, string>()
  const sorted = [...totals].sort((a, b) => a[0].length - b[0].length || (a[0] < b[0] ? -1 : 1))
  for (const [ending, counts] of sorted) {
    const edit = findMajority(counts)
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
    // 2: one form alone is an exception, not a rule
    if (total < 2 && ending !== '') continue
    if (edit !== applyEndings(ending, endings)) endings.set(ending, edit)
  }
  return endings
}

function applyEndings(form: string, endings: ReadonlyMap<string, string>): string | undefined {
  for (let size = Math.min(LONGEST_ENDING, form.length); size >= 0; size -= 1) {
    const edit = endings.get(form.slice(form.length - size))
    if (edit !== undefined) return edit
  }
  return undefined
}

function findMajority(counts: Counts): string {
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]![0]
}
