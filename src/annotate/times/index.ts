/** Finds dates, times of day, durations and frequencies, and says which days they mean. Rules and a calendar, no model. */
export { createTimes, findTimes } from './createTimes.js'
