/** Finds numbers: how many of what, how much money, which share, how far, how old; and how sure the words are of it. */
export { createQuantities, readQuantities } from './createQuantities.js'
