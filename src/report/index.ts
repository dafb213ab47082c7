/** Renders a dossier for people and for programs. Every renderer shows text of the accounts as text, whatever stands in it. */
export { renderTerminal, TERMINAL_SECTIONS, type TerminalOptions } from './terminal/renderTerminal.js'
export { renderMarkdown } from './markdown/renderMarkdown.js'
export { renderJson } from './data/renderJson.js'
export { renderJsonLd } from './data/renderJsonLd.js'
export { CSV_TABLES, renderCsv } from './data/renderCsv.js'
export { type Table, TABLES, type TableName } from './data/tables.js'
export { renderHtml } from './html/renderHtml.js'
export { type ReadingOptions, renderReading } from './terminal/renderReading.js'
