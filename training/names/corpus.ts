import { join } from 'node:path'
import { corpora, readText } from '../vectors/paths.js'

/** One article as tokens with BIO tags; `breaks` holds the index of each token that opens a new paragraph. */
export interface TaggedArticle {
  readonly id: string
  readonly outlet: string
  readonly words: readonly string[]
  readonly tags: readonly string[]
  readonly breaks: readonly number[]
}

/** Articles of one side (`train` or `dev`) of the names corpus, with the first column of tags. */
export function readTagged(side: 'train' | 'dev'): TaggedArticle[] {
  const articles: TaggedArticle[] = []
  let words: string[] = []
  let tags: string[] = []
  let breaks: number[] = []
  for (const line of readText(join(corpora, 'ner', `${side}.tsv.gz`)).split('\n')) {
    if (line.startsWith('# article = ')) {
      words = []
      tags = []
      breaks = [0]
      const [id = '', outlet = ''] = line.split('\t').map((field) => field.slice(field.indexOf(' = ') + 3))
      articles.push({ id, outlet, words, tags, breaks })
    } else if (line === '') {
      if (breaks.at(-1) !== words.length) breaks.push(words.length)
    } else {
      const [word = '', tag = 'O'] = line.split('\t')
      words.push(word)
      tags.push(tag)
    }
  }
  return articles
}
