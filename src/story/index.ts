/** Groups documents by the event they tell of. A story is a set of documents, always held in the order of their ids. */
export type { Story } from './story.js'
