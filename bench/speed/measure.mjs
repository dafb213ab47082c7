// Measures the built package on one story: `node bench/speed/measure.mjs <story.json> <rounds>` prints one line of JSON.
//
// Plain JavaScript, run by plain Node on dist/: what users run, without a loader's cost. Times are seconds of processor time, all
// threads together, so that a busy machine changes them little; each is the least of the rounds.
import { readFileSync } from 'node:fs'
import nlp from 'compromise/two'
import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import { createComponents, createReader } from '../../dist/claim/createReader.js'
import { compareDocuments } from '../../dist/compare/compareDocuments.js'

// 200 KB are read by the peers in seconds; their speed does not depend on the size.
const PEER_BYTES = 200_000

const [file, rounds] = process.argv.slice(2)
const documents = JSON.parse(readFileSync(file, 'utf8'))
const sizeOf = (list) => list.reduce((sum, document) => sum + Buffer.byteLength(document.text), 0)
const bytes = sizeOf(documents)

// Warm-up: models are loaded and the code is compiled.
compareDocuments(documents.slice(0, 30).map(createReader()))

let best = null
for (let round = 0; round < Number(rounds); round++) {
  const result = measure()
  if (best === null || result.annotate + result.compare < best.annotate + best.compare) best = result
}
const peakMegabytes = process.resourceUsage().maxRSS / 1024

const few = takeBytes(PEER_BYTES)
const wink = winkNLP(model, ['sbd', 'pos'])
const peers = {
  compromise: speedOf((text) => nlp(text)),
  wink: speedOf((text) => wink.readDoc(text).tokens().out(wink.its.pos)),
}
console.log(JSON.stringify({ accounts: documents.length, bytes, ...best, peakMegabytes, peers }))

function measure() {
  const stages = {}
  const read = []
  const began = processorTime()
  const components = createComponents()
  for (const document of documents) {
    let annotated = document
    for (const component of components) {
      const start = performance.now()
      annotated = component.annotate(annotated)
      stages[component.name] = (stages[component.name] ?? 0) + (performance.now() - start) / 1000
    }
    const { tokens, frames, ...layers } = annotated.layers
    read.push({ ...annotated, layers })
  }
  const middle = processorTime()
  const steps = {}
  let step = null
  let start = performance.now()
  const enter = (next) => {
    const now = performance.now()
    if (step !== null) steps[step] = (now - start) / 1000
    step = next
    start = now
  }
  compareDocuments(read, enter)
  enter(null)
  return { annotate: middle - began, compare: processorTime() - middle, stages, steps }
}

function takeBytes(most) {
  const taken = []
  for (const document of documents) if (sizeOf(taken) < most) taken.push(document)
  return taken
}

/** Bytes a second of a pass over the texts, after a pass to warm up. */
function speedOf(pass) {
  for (const { text } of few) pass(text)
  const start = processorTime()
  for (const { text } of few) pass(text)
  return sizeOf(few) / (processorTime() - start)
}

function processorTime() {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}
