import { loadAligner } from '../align/aligner.js'
import { stemWord } from '../align/stem.js'

/** How rare a word is in news at large: natural logarithm of articles over those that have it, 0 for one in all. */
export type WordRarity = (norm: string) => number

/**
 * Rarity by the counts that the aligner ships, which are read on first use.
 *
 * @throws SynopticError `MODEL_MISSING` or `MODEL_DAMAGED`
 */
export const rarityInNews: WordRarity = (norm) => loadAligner().news.rarity(stemWord(norm))
