/** Finds who says what in an account: source, cue and content, quoted or not, with the speaker resolved to an entity. */
export type { Attribution } from './layers.js'
