/** Nouns for what somebody said or wrote: whose they are, his are the words. */
const SPEECHES: ReadonlySet<string> = new Set(
  `word words remark comment statement message tweet post letter email e-mail memo note testimony speech address announcement response reply
  answer claim argument assertion stance view position opinion declaration pledge promise warning threat call phrase line quote quip
  description characterization rebuke retort admission explanation accusation allegation complaint criticism denial apology
  slogan vow motto article column op-ed essay book blog biography video interview`.split(/\s+/),
)

/** Papers that give other people's words besides their own. */
const PAPERS: ReadonlySet<string> = new Set(
  `indictment affidavit lawsuit suit complaint filing transcript report document documents papers records recording audio video
  testimony warrant petition`.split(/\s+/),
)

/** True for "words", "statement", "tweet": singular or plural, lower case. */
export function isSpeechNoun(norm: string): boolean {
  return SPEECHES.has(norm) || (norm.endsWith('s') && SPEECHES.has(norm.slice(0, -1)))
}

/** True for "indictment", "transcript": singular or plural, lower case. */
export function isPaperNoun(norm: string): boolean {
  return PAPERS.has(norm) || (norm.endsWith('s') && PAPERS.has(norm.slice(0, -1)))
}
