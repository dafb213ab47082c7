import { keepBackButton } from './back.js'
import { copyOnPress } from './copy.js'
import { exportOnPress } from './exports.js'
import { filterConflicts, filterQuotes } from './filters.js'
import { hydrateMatrix } from './matrix.js'
import { showFound } from './navigation.js'
import { showOthers } from './others.js'
import { openForPrint } from './print.js'

document.documentElement.classList.add('scripted')
showFound()
keepBackButton()
filterConflicts()
filterQuotes()
copyOnPress()
exportOnPress()
showOthers()
openForPrint()
hydrateMatrix()
