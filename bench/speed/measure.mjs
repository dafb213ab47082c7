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

// Ratios are taken on so much of the story; none of the three depends on the size.
const COMPARED_BYTES = 50_000
const COMPARED_ROUNDS = 6

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

const reader = createReader()
const wink = winkNLP(model, ['sbd', 'pos'])
const speeds = compareSpeeds({
  synoptic: (document) => reader(document),
  compromise: ({ text }) => nlp(text),
  wink: ({ text }) => wink.readDoc(text).tokens().out(wink.its.pos),
})
console.log(JSON.stringify({ accounts: documents.length, bytes, ...best, peakMegabytes, speeds }))

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

/** Bytes a second of each pass over the same texts: in turns, so that all meet the same load of the machine, the best of the rounds. */
function compareSpeeds(passes) {
  const few = []
  for (const document of documents) if (sizeOf(few) < COMPARED_BYTES) few.push(document)
  const speeds = {}
  for (let round = 0; round < COMPARED_ROUNDS; round++) {
    for (const [name, pass] of Object.entries(passes)) {
      const start = processorTime()
      for (const document of few) pass(document)
      speeds[name] = Math.max(speeds[name] ?? 0, sizeOf(few) / (processorTime() - start))
    }
  }
  return speeds
}

function processorTime() {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}
