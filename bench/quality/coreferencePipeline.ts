import * as annotate from '../../src/annotate/index.js'
import { loadCoreferenceModels } from '../../src/annotate/coreference/index.js'
import { createDocument, type Document, getLayer, withLayer } from '../../src/document/index.js'

type Component = annotate.Component

const lexicon = loadCoreferenceModels().lexicon

/** The components before coreference. */
export function readingPipeline(): readonly Component[] {
  const found = annotate as unknown as Record<string, () => Component>
  const out = [annotate.createSyntax()]
  if (process.env.STANDIN !== '1' && found.createNames !== undefined) out.push(found.createNames())
  else out.push(standIn())
  return out
}

function standIn(): Component {
  return {
    name: 'standin',
    requires: ['tokens', 'sentences'],
    provides: ['mentions'],
    annotate(document: Document): Document {
      const tokens = getLayer(document, 'tokens')
      const sentences = getLayer(document, 'sentences')
      const mentions: annotate.Mention[] = []
      for (const s of sentences) {
        let i = s.firstToken
        while (i < s.endToken) {
          const w = document.text.slice(tokens[i]!.start, tokens[i]!.end)
          const cap = (k: number): boolean => /^\p{Lu}/u.test(document.text.slice(tokens[k]!.start, tokens[k]!.end))
          if (
            !cap(i) ||
            (i === s.firstToken && tokens[i]!.pos !== 'PROPN' && tokens[i]!.pos !== 'NOUN' && tokens[i]!.pos !== 'X')
          ) {
            i++
            continue
          }
          let j = i + 1
          while (j < s.endToken && (cap(j) || (tokens[j]!.norm === 'of' && j + 1 < s.endToken && cap(j + 1) && false)))
            j++
          let a = i
          const text = (x: number, y: number): string => document.text.slice(tokens[x]!.start, tokens[y - 1]!.end)
          const low = (k: number): string => tokens[k]!.norm.replace(/\.$/, '')
          let titled = false
          while (a < j - 1 && TITLE.has(low(a))) {
            a++
            titled = true
          }
          if (STOP.has(low(a)) && a === s.firstToken) a++
          if (a < j) {
            const words = text(a, j).toLowerCase().split(/\s+/)
            const person =
              titled ||
              (words.length > 1 && words.length < 5 && lexicon.given.has(words[0]!)) ||
              (words.length === 1 && lexicon.given.has(words[0]!))
            mentions.push({
              start: tokens[a]!.start,
              end: tokens[j - 1]!.end,
              type: person ? 'person' : 'organization',
              form: 'name',
              token: j - 1,
              entity: -1,
              members: [],
              probability: 0.5,
            })
          }
          void w
          i = j
        }
      }
      const surnames = new Set(
        mentions.filter((m) => m.type === 'person').map((m) => document.text.slice(m.start, m.end).split(' ').at(-1)!),
      )
      return withLayer(
        document,
        'mentions',
        mentions.map((m) => {
          const t = document.text.slice(m.start, m.end)
          return m.type !== 'person' && !t.includes(' ') && surnames.has(t) ? { ...m, type: 'person' as const } : m
        }),
      )
    },
  }
}
const TITLE = new Set(
  'mr mrs ms sen rep gov president senator secretary minister judge dr captain king queen lady sir governor chief general colonel lieutenant'.split(
    ' ',
  ),
)
const STOP = new Set(
  'the a an in on at when after before but and he she it they his her its their this that these those with for from by as if while there what who i we you not no one two both some many most all during despite according although since'.split(
    ' ',
  ),
)

/** An account read up to names. */
export function readNames(id: string, text: string, components: readonly Component[]): Document {
  return annotate.runPipeline(components, createDocument({ id, text }))
}
