import { keepBackButton } from './back.js'
import { offerCopies } from './copy.js'
import { exportOnPress } from './exports.js'
import { filterConflicts, filterQuotes, toggleMarks } from './filters.js'
import { hydrateMatrix } from './matrix.js'
import { showFound } from './navigation.js'
import { showOthers } from './others.js'
import { openForPrint } from './print.js'

document.documentElement.classList.add('scripted')
showFound()
filterConflicts()
filterQuotes()
toggleMarks()
offerCopies()
exportOnPress()
showOthers()
// After the others' words: a press that opens them is no jump.
keepBackButton()
openForPrint()
hydrateMatrix()
