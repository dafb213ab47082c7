import { describe, expect, it } from 'vitest'
import { createDocument, getLayer, withLayer } from '../document/index.js'
import { type Component, checkPipeline, runPipeline } from './component.js'

const splitter: Component = {
  name: 'splitter',
  requires: [],
  provides: ['sentences'],
  annotate: (document) => withLayer(document, 'sentences', []),
}
const finder: Component = {
  name: 'finder',
  requires: ['sentences'],
  provides: ['times'],
  annotate: (document) => withLayer(document, 'times', []),
}

describe('checkPipeline', () => {
  it('lets components pass that stand in order', () => {
    expect(() => checkPipeline([splitter, finder])).not.toThrow()
  })

  it('throws PIPELINE_UNMET naming the component and the layer', () => {
    expect(() => checkPipeline([finder, splitter])).toThrow(
      expect.objectContaining({ code: 'PIPELINE_UNMET', message: expect.stringMatching(/"finder".*"sentences"/) }),
    )
  })
})

describe('runPipeline', () => {
  it('adds layers to a copy and leaves the document as it was', () => {
    const document = createDocument({ id: 'a', text: 'One.' })
    const read = runPipeline([splitter, finder], document)
    expect(Object.keys(read.layers)).toEqual(['sentences', 'times'])
    expect(document.layers).toEqual({})
  })
})

describe('getLayer', () => {
  it('throws DOCUMENT_NOT_ANNOTATED for a layer nobody wrote', () => {
    expect(() => getLayer(createDocument({ id: 'a', text: 'One.' }), 'tokens')).toThrow(
      expect.objectContaining({ code: 'DOCUMENT_NOT_ANNOTATED' }),
    )
  })
})
