import { TABLES, type TableName } from '../../src/report/data/tables.js'
import { writeCsv } from '../../src/report/data/writeCsv.js'
import { getView } from './data.js'

/** Saves a table or the whole dossier as a file made on the spot. */
export function exportOnPress(): void {
  document.addEventListener('click', (event) => {
    const wanted = (event.target as Element).closest?.<HTMLElement>('[data-export]')?.dataset.export
    if (wanted !== undefined) void saveAs(wanted)
  })
}

async function saveAs(wanted: string): Promise<void> {
  const { dossier } = await getView()
  if (wanted === 'json') save('dossier.json', 'application/json', `${JSON.stringify(dossier, null, 2)}\n`)
  // Spreadsheets take a CSV for another encoding unless it says that it is UTF-8.
  else save(`${wanted}.csv`, 'text/csv;charset=utf-8', `\ufeff${writeCsv(TABLES[wanted as TableName](dossier))}`)
}

function save(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
