import { isLinked, type GapScores, scoreGap } from '../../bench/quality/coreferenceGap.js'
import { readNames } from '../../bench/quality/coreferencePipeline.js'
import type { Component } from '../../src/annotate/index.js'
import { resolveDocument } from '../../src/annotate/coreference/index.js'
import type { Lexicon } from '../../src/annotate/coreference/lexicon.js'
import { createRanker, type RankerFile, type Trees } from '../../src/annotate/coreference/ranker.js'
import { chooseByRanker } from '../../src/annotate/coreference/choose.js'
import type { Document } from '../../src/document/index.js'
import { boostTrees } from './boostTrees.js'
import { gapExample, gumExamples } from './examples.js'
import { type Example, learnRanker, withoutNone } from './logLinear.js'
import { type GapRow, readGap } from './readGap.js'
import { readGum } from './readGum.js'

/** A row of GAP, read up to names. */
export interface ReadRow {
  readonly row: GapRow
  readonly document: Document
}

/** Knows nothing: every candidate is as good as another, and the nearest wins. */
const BLANK: RankerFile = { format: 1, weights: { person: {}, it: {}, they: {} } }

/** Rows of one side of GAP, read up to names. */
export function readRows(side: 'development' | 'validation', components: readonly Component[]): readonly ReadRow[] {
  return readGap(side).map((row) => ({ row, document: readNames(row.id, row.text, components) }))
}

/** Examples that need no rows of GAP: GUM train. */
export function otherExamples(lexicon: Lexicon, components: readonly Component[]): readonly Example[] {
  return readGum('train').flatMap((document) =>
    gumExamples(document, readNames(document.id, document.text, components), lexicon),
  )
}

/**
 * Two rounds: what other pronouns of a text mean is told by the ranker itself, so that it is trained again on its own choices. The
 * first is log-linear, as it is quick; the second gives "he" and "she" trees besides.
 */
export function trainRanker(rows: readonly ReadRow[], other: readonly Example[], lexicon: Lexicon): RankerFile {
  const examplesBy = (ranker: RankerFile): readonly Example[] => {
    const choose = chooseByRanker(createRanker(ranker))
    return [...rows.flatMap(({ row, document }) => gapExample(row, document, lexicon, choose) ?? []), ...other]
  }
  const examples = examplesBy(learnRanker(examplesBy(BLANK)))
  const { weights } = learnRanker(examples)
  const personal = examples.filter(({ kind }) => kind === 'person').map(withoutNone)
  return {
    format: 2,
    weights: { ...weights, person: scaleAll(weights.person, LINEAR_SHARE) },
    trees: { person: [scaleTrees(boostTrees(personal), 1 - LINEAR_SHARE)] },
  }
}

/** Share of the log-linear score beside the trees': alone these are as good on GAP, but leave more pronouns of news texts open. */
const LINEAR_SHARE = 0.4

const round = (value: number): number => Math.round(10000 * value) / 10000

function scaleAll(weights: Readonly<Record<string, number>>, by: number): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(weights).map(([name, weight]) => [name, round(by * weight)]))
}

function scaleTrees(trees: Trees, by: number): Trees {
  return { ...trees, values: trees.values.map((value) => round(by * value)) }
}

/** GAP figures of a ranker on rows that it was not trained on. */
export function evaluateRanker(rows: readonly ReadRow[], ranker: RankerFile, lexicon: Lexicon): GapScores {
  const choose = chooseByRanker(createRanker(ranker))
  const read = new Map(rows.map(({ row, document }) => [row, resolveDocument(document, { lexicon }, choose)]))
  return scoreGap([...read.keys()], (row, name) => isLinked(read.get(row) as Document, row, name))
}

/** Cross-validated GAP figures: every row is answered by a ranker trained without it. */
export function crossValidate(
  rows: readonly ReadRow[],
  other: readonly Example[],
  lexicon: Lexicon,
  folds: number,
): GapScores {
  const read = new Map<GapRow, Document>()
  for (let fold = 0; fold < folds; fold++) {
    const ranker = trainRanker(
      rows.filter((_, index) => index % folds !== fold),
      other,
      lexicon,
    )
    const choose = chooseByRanker(createRanker(ranker))
    for (const { row, document } of rows.filter((_, index) => index % folds === fold)) {
      read.set(row, resolveDocument(document, { lexicon }, choose))
    }
  }
  return scoreGap([...read.keys()], (row, name) => isLinked(read.get(row) as Document, row, name))
}
