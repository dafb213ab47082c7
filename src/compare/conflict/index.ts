/** Finds what accounts of one story tell differently and says of which type it is. Rules propose, a learned model decides what is shown. */
export { findConflicts } from './findConflicts.js'
