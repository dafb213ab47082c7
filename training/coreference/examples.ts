import type { DraftMention } from '../../src/annotate/coreference/draft.js'
import type { Lexicon } from '../../src/annotate/coreference/lexicon.js'
import { prepare } from '../../src/annotate/coreference/prepare.js'
import type { Choice, Chooser } from '../../src/annotate/coreference/choose.js'
import { resolveMentions } from '../../src/annotate/coreference/resolve.js'
import { type Document, getLayer } from '../../src/document/index.js'
import type { Example } from './logLinear.js'
import type { GapRow } from './readGap.js'
import type { GumDocument } from './readGum.js'

function run(document: Document, lexicon: Lexicon, watch: (drafts: readonly DraftMention[]) => Chooser): void {
  const draft = prepare(
    document.text,
    getLayer(document, 'tokens'),
    getLayer(document, 'sentences'),
    getLayer(document, 'mentions'),
    lexicon,
  )
  resolveMentions(draft, watch(draft.drafts))
}

/** The example that a row of GAP gives; null where its pronoun was not found. Other pronouns are left to `choose`. */
export function gapExample(row: GapRow, document: Document, lexicon: Lexicon, choose: Chooser): Example | null {
  let example: Example | null = null
  run(document, lexicon, (drafts) => {
    const owners = row.names.map(
      (name) =>
        new Set(
          drafts
            .filter((draft) => draft.form === 'name' && draft.start < name.end && draft.end >= name.end)
            .map((draft) => draft.entity),
        ),
    )
    return (choice) => {
      if (choice.pronoun.start === row.pronounStart) example = labelGap(row, choice, owners)
      return choose(choice)
    }
  })
  return example
}

function labelGap(row: GapRow, choice: Choice, owners: readonly ReadonlySet<number>[]): Example | null {
  const isOf = (side: number, entity: number): boolean => owners[side]?.has(entity) === true
  const places = choice.candidates.map((candidate, place) => ({ entity: candidate.entity, place }))
  const right = [0, 1].flatMap((side) =>
    row.names[side]?.coreferent === true
      ? places.filter(({ entity }) => isOf(side, entity)).map(({ place }) => place)
      : [],
  )
  if (right.length === 0) {
    // Neither, or the right one was not found: anything but the names known to be wrong.
    for (const { entity, place } of places) if (!isOf(0, entity) && !isOf(1, entity)) right.push(place)
    right.push(choice.candidates.length)
  }
  return { kind: choice.kind, options: choice.features, right, weight: 1 }
}

/** An example for every third-person pronoun of a GUM document; antecedents are followed as annotated. */
export function gumExamples(gum: GumDocument, document: Document, lexicon: Lexicon): readonly Example[] {
  const examples: Example[] = []
  const chainOf = new Map(gum.mentions.map((mention) => [mention.head, mention.chain]))
  const tokens = getLayer(document, 'tokens')
  const chainAt = (draft: DraftMention): string | undefined => chainOf.get(tokens[draft.token]?.start ?? -1)
  run(document, lexicon, () => (choice) => {
    const chain = chainAt(choice.pronoun)
    const right = choice.candidates.flatMap((candidate, place) =>
      chain !== undefined && chainAt(candidate.mention) === chain ? [place] : [],
    )
    if (right.length === 0) right.push(choice.candidates.length)
    examples.push({ kind: choice.kind, options: choice.features, right, weight: 1 })
    const first = right[0] as number
    return { index: first === choice.candidates.length ? -1 : first, probability: 1 }
  })
  return examples
}
