import type { ModelData } from '../../src/model/index.js'
import { corpusPath, readText } from './corpora.js'
import { readConllu, type TreebankSentence } from './readConllu.js'
import { describeData } from './writeModel.js'

const FILES = {
  'ewt-train': ['UD English EWT 2, train', 'CC BY-SA 4.0'],
  'ewt-dev': ['UD English EWT 2, dev (scores only)', 'CC BY-SA 4.0'],
  'gum-news-interview-train': ['UD English GUM, news and interview, train', 'CC BY 4.0 (texts CC BY 2.5)'],
  'gum-news-interview-dev': ['UD English GUM, news and interview, dev (scores only)', 'CC BY 4.0 (texts CC BY 2.5)'],
} as const

export type TreebankPart = keyof typeof FILES

/** Sentences of one part of the treebanks. */
export function readTreebank(part: TreebankPart): TreebankSentence[] {
  return readConllu(readText(treebankPath(part)))
}

/** The lines of a manifest for these parts. */
export function describeTreebanks(parts: readonly TreebankPart[]): ModelData[] {
  return parts.map((part) => describeData(FILES[part][0], FILES[part][1], treebankPath(part)))
}

function treebankPath(part: TreebankPart): string {
  return corpusPath('ud', `${part}.conllu.gz`)
}
