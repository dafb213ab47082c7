import type { WordClasses } from './wordClasses.js'
import type { WordInfo } from './wordTable.js'

/**
 * How lemmas are formed, learnt from treebanks: for a tag and an ending, how many characters to cut and what to add.
 *
 * Keys are `tag⇥ending` (the longest known ending counts) or `tag⇥=word` for whole words; values `cut⇥addition`.
 */
export interface LemmaRules {
  readonly endings: ReadonlyMap<string, ReadonlyMap<string, Edit>>
  readonly words: ReadonlyMap<string, ReadonlyMap<string, Edit>>
}

interface Edit {
  readonly cut: number
  readonly addition: string
}

/** Longest ending that is looked at. */
export const LONGEST_ENDING = 6

/** Reads `tag⇥ending⇥cut⇥addition` lines; an ending that starts with `=` is a whole word. */
export function readLemmaRules(text: string): LemmaRules {
  const endings = new Map<string, Map<string, Edit>>()
  const words = new Map<string, Map<string, Edit>>()
  for (const line of text.split('\n')) {
    const [tag, ending, cut, addition] = line.split('\t')
    if (tag === undefined || ending === undefined || cut === undefined) continue
    const whole = ending.startsWith('=')
    const table = whole ? words : endings
    const edits = table.get(tag) ?? new Map<string, Edit>()
    table.set(tag, edits)
    edits.set(whole ? ending.slice(1) : ending, { cut: Number(cut), addition: addition ?? '' })
  }
  return { endings, words }
}

/** Names keep their capitals in the lemma; everything else is lower case. */
export function getLemmaForm(word: string, norm: string, tag: string): string {
  return tag === 'NNP' || tag === 'NNPS' ? word.replace(/’/g, "'") : norm
}

// forms made by an ending, where a lemma that is no word shows a wrong cut
const INFLECTED: ReadonlySet<string> = new Set(['VBD', 'VBN', 'VBG', 'VBZ', 'NNS', 'JJR', 'JJS', 'RBR', 'RBS'])

/**
 * The dictionary form of a word under a Penn tag: `said` VBD → `say`, `women` NNS → `woman`, `n’t` RB → `not`.
 *
 * Words of forms never seen fall to the longest known ending, and without one stay as they are. Where that gives no word
 * of the word list but a small change does (`provok` → `provoke`, `hott` → `hot`), the change is made.
 */
export function lemmatize(
  info: Pick<WordInfo, 'word' | 'norm'>,
  tag: string,
  rules: LemmaRules,
  classes: WordClasses,
): string {
  const form = getLemmaForm(info.word, info.norm, tag)
  const known = rules.words.get(tag)?.get(form)
  if (known !== undefined) return applyEdit(form, known)
  const lemma = applyEdit(form, findEnding(form, rules.endings.get(tag)))
  return INFLECTED.has(tag) && classes(lemma).fine === 0 ? repairLemma(lemma, classes) : lemma
}

function repairLemma(lemma: string, classes: WordClasses): string {
  const last = lemma.at(-1) ?? ''
  const candidates = [`${lemma}e`, `${lemma}${last}`]
  if (last === 'e' || last === lemma.at(-2)) candidates.push(lemma.slice(0, -1))
  if (last === 'm') candidates.push(`${lemma}b`)
  return candidates.find((candidate) => candidate.length > 2 && classes(candidate).fine > 0) ?? lemma
}

function applyEdit(form: string, edit: Edit | undefined): string {
  if (edit === undefined || edit.cut > form.length || edit.cut + edit.addition.length === 0) return form
  const lemma = form.slice(0, form.length - edit.cut) + edit.addition
  return lemma === '' ? form : lemma
}

function findEnding(form: string, edits: ReadonlyMap<string, Edit> | undefined): Edit | undefined {
  if (edits === undefined) return undefined
  for (let size = Math.min(LONGEST_ENDING, form.length); size >= 0; size -= 1) {
    const edit = edits.get(form.slice(form.length - size))
    if (edit !== undefined) return edit
  }
  return undefined
}
