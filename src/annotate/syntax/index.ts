/** Tokens, sentences, parts of speech, lemmas and a dependency parse of one text: the layers `tokens` and `sentences`. */
export { createSyntax } from './createSyntax.js'
export { loadSyntaxModels, readSyntaxModels, type SyntaxModels } from './syntaxModels.js'
