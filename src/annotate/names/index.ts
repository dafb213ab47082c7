/** Finds names and says of what kind they are. Reads words, shapes, word classes and a text's other uses of the same words. */
export { createNames } from './createNames.js'
export { type FoundName, findNames, type NameModel } from './findNames.js'
export { createNameModel, loadNames } from './loadNames.js'
