import { describe, expect, it } from 'vitest'
import { findPdfFault } from './checkPdf.js'
import { smallPdf } from './testing/sources.js'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('a fault in a PDF', () => {
  it.each<[string, Uint8Array]>([
    ['a good file', smallPdf(['The pier (rebuilt'])],
    ['a file cut off', smallPdf(['The pier was rebuilt.']).subarray(0, 200)],
    ['a file saved a thousand times', bytes('4 0 obj\n<< /A [1 (a\\)b)] >>\nendobj\n'.repeat(1_000))],
    [
      'packed content that looks like brackets',
      bytes('4 0 obj\n<< /A 1 >>\nstream\n<<<<((\nendstream\nendobj\n'.repeat(1_000)),
    ],
    ['no PDF', bytes('((((')],
  ])('is not found in %s', (_, pdf) => expect(findPdfFault(pdf)).toBeNull())

  it.each(['4 0 obj\n<< /A\n', 'endobj 4 0 obj << /A ', '4 0 obj [ endobj ', '4 0 obj (a ', 'trailer << '])(
    'is found where many objects never end: %j',
    (part) => {
      expect(findPdfFault(bytes(part.repeat(50)))).toBeNull()
      expect(findPdfFault(bytes(part.repeat(52)))).toContain('have no end')
    },
  )

  it('is found in time with the length alone', () => {
    for (const text of ['1'.repeat(900_000), '1 '.repeat(400_000), `1${' '.repeat(900_000)}`, '('.repeat(900_000)]) {
      const before = process.cpuUsage()
      findPdfFault(bytes(text))
      expect(process.cpuUsage(before).user / 1000).toBeLessThan(500)
    }
  })
})
