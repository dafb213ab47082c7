export { SMALL } from './numberWords.js'
