/** Identity across accounts: which entities of a story's documents are the same. Every document keeps its own reading of who is who. */
export { linkEntities } from './linkEntities.js'
