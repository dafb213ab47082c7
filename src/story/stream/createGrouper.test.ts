import { describe, expect, it } from 'vitest'
import { createDocument, type Document } from '../../document/index.js'
import { parseCorrections } from '../corrections/corrections.js'
import { FEATURES } from '../score/features.js'
import type { StoryUpdate } from '../story.js'
import { leadLevels, tinyModel } from '../testing/tinyModel.js'
import { createGrouper, type GroupOptions } from './createGrouper.js'
import { groupStories } from './groupStories.js'

const FLOOD = 'The river Oster flooded the village of Mellin and Mayor Ada Lind opened the school to forty families.'
const FLOOD_AGAIN = 'In Mellin the school took in forty families after the Oster flooded, Mayor Ada Lind told them.'
const STRIKE =
  'Pilots of Northwind Air began a strike over pay and three hundred flights were cancelled at Kestrel airport.'

const account = (id: string, text: string, day = '2025-03-01', title: string | null = null): Document =>
  createDocument({ id, text, title, publishedAt: day })

const options = (more: GroupOptions = {}): GroupOptions => ({ model: tinyModel(), ...more })
const corrections = (value: object) => parseCorrections(JSON.stringify({ format: 'synoptic-corrections/1', ...value }))

// A story that runs for two days takes nothing in, and leads that are much alike count more than leads that are a little alike.
const LEVELS = leadLevels([0.2, -3], [0.5, 0.5], [1, 3])
const RUN = FEATURES.indexOf('days the story has run')
const SHORT = [
  [RUN, 1.5, 1, 2, 0],
  [-1, 0],
  [-1, -4],
]
const TURNING = { ...tinyModel(), joinAt: 0.6, trees: { ...LEVELS, trees: [...LEVELS.trees, SHORT] } }
const FIRST = 'The river Oster flooded the village of Mellin and Mayor Ada Lind opened the school.'
const RESIGNED = 'Mayor Ada Lind of Mellin resigned over the pumps that nobody had paid for since May.'
const AGAIN = 'Ada Lind, mayor of Mellin, resigned: nobody had paid for the pumps since May.'
const OPENING = [account('a', FIRST), account('b', RESIGNED, '2025-03-02')]

function group(documents: readonly Document[], more: GroupOptions = {}) {
  const grouper = createGrouper(options(more))
  const updates = documents.flatMap((document) => grouper.add(document))
  return { grouper, updates, kinds: updates.map(({ kind }) => kind), stories: members(grouper.stories()) }
}

const members = (stories: readonly { members: readonly { document: string }[] }[]): string[] =>
  stories.map((story) => story.members.map(({ document }) => document).join('+'))

describe('createGrouper', () => {
  it('opens a story, adds to it, and opens another', () => {
    const { kinds, stories } = group([account('a', FLOOD), account('b', STRIKE), account('c', FLOOD_AGAIN)])
    expect(kinds).toEqual(['opened', 'opened', 'added'])
    expect(stories).toEqual(['a+c', 'b'])
  })

  it('explains a membership by shared terms, figures, score and days', () => {
    const { updates } = group([account('a', FLOOD), account('c', FLOOD_AGAIN, '2025-03-02')])
    const { membership } = (updates[1] as Extract<StoryUpdate, { kind: 'added' }>).member
    expect(membership.kind).toBe('likeness')
    expect(membership.score).toBeGreaterThanOrEqual(membership.threshold)
    expect(membership.shared.map(({ term }) => term)).toContain('Mayor Ada Lind')
    expect(membership.reasons).toEqual([{ figure: 'lead to nearest member', value: expect.any(Number), effect: 3 }])
    expect(membership.daysApart).toBe(1)
  })

  it('closes a story after the window and takes nothing into it any more', () => {
    const { updates, stories } = group([account('a', FLOOD), account('c', FLOOD_AGAIN, '2025-03-20')])
    expect(updates.map(({ kind }) => kind)).toEqual(['opened', 'closed', 'opened'])
    expect(stories).toEqual(['c'])
  })

  it('links a story to the closed one it goes on from', () => {
    const { updates } = group([account('a', FLOOD, '2025-03-01', 'Flood'), account('c', FLOOD, '2025-03-20')])
    expect(updates[2]).toMatchObject({ kind: 'opened', follows: { title: 'Flood' } })
  })

  describe('when a second account of a later event comes', () => {
    it('moves the first one there from the earlier story, and says so', () => {
      const documents = [...OPENING, account('c', AGAIN, '2025-03-03')]
      const { updates, stories } = group(documents, { model: TURNING })
      expect(updates.map(({ kind }) => kind)).toEqual(['opened', 'added', 'opened', 'split', 'merged'])
      expect(updates[3]).toMatchObject({ because: expect.stringMatching(/the account b fits better there/) })
      expect(stories).toEqual(['a', 'b+c'])
      expect(group(documents, { model: TURNING }).updates).toEqual(updates)
    })

    it('leaves it where it is after three days, and where a correction holds it', () => {
      const late = [...OPENING, account('c', AGAIN, '2025-03-06')]
      expect(group(late, { model: TURNING }).stories).toEqual(['a+b', 'c'])
      const held = { model: TURNING, corrections: corrections({ together: [['a', 'b']] }) }
      expect(group([...OPENING, account('c', AGAIN, '2025-03-03')], held).stories).toEqual(['a+b', 'c'])
    })
  })

  it('counts an account once', () => {
    expect(group([account('a', FLOOD), account('a', FLOOD)]).kinds).toEqual(['opened'])
  })

  it('names copies and how much they share', () => {
    const { updates } = group([account('a', FLOOD), account('b', `${FLOOD} ${STRIKE.slice(0, 30)}`)])
    expect(updates[1]).toMatchObject({ member: { membership: { kind: 'copy', copyOf: { document: 'a', share: 1 } } } })
  })

  it('takes accounts without a date as of the latest day', () => {
    const undated = createDocument({ id: 'c', text: FLOOD_AGAIN })
    expect(group([account('a', FLOOD), undated]).stories).toEqual(['a+c'])
  })

  it('takes accounts without a date that came before any other as of the first day', () => {
    const undated = createDocument({ id: 'c', text: FLOOD_AGAIN })
    const { kinds, stories } = group([undated, account('a', FLOOD), account('b', STRIKE, '2025-03-20')])
    expect(kinds).toEqual(['opened', 'added', 'closed', 'opened'])
    expect(stories).toEqual(['b'])
  })

  it('groups an account without words by itself', () => {
    expect(group([account('a', FLOOD), account('e', '…')]).stories).toEqual(['a', 'e'])
  })

  it('obeys together, apart and titles', () => {
    const documents = [account('a', FLOOD), account('b', STRIKE), account('c', FLOOD_AGAIN)]
    expect(group(documents, { corrections: corrections({ together: [['a', 'b']] }) }).stories).toEqual(['a+b+c'])
    expect(group(documents, { corrections: corrections({ apart: [['a', 'c']] }) }).stories).toEqual(['a', 'b', 'c'])
    const { grouper } = group(documents, { corrections: corrections({ titles: { c: 'Mellin under water' } }) })
    expect(grouper.stories()[0]?.title).toBe('Mellin under water')
  })

  it('merges stories that a later correction partner joins', () => {
    const said = corrections({
      together: [
        ['a', 'z'],
        ['b', 'z'],
      ],
    })
    const { kinds } = group([account('a', FLOOD), account('b', STRIKE), account('z', 'Nothing.')], {
      corrections: said,
    })
    expect(kinds).toEqual(['opened', 'added', 'added'])
  })

  it('goes on from a saved state as if it had never stopped', () => {
    const documents = [account('a', FLOOD), account('b', STRIKE), account('c', FLOOD_AGAIN, '2025-03-02')]
    const whole = group(documents)
    const first = group(documents.slice(0, 2)).grouper
    const second = createGrouper(options(), first.save())
    expect(documents.flatMap((document) => second.add(document))).toEqual(whole.updates.slice(2))
    expect(second.stories()).toEqual(whole.grouper.stories())
    expect(second.save()).toBe(whole.grouper.save())
  })

  it('parts what was together when corrections come after a saved state, and says so', () => {
    const first = group([account('a', FLOOD), account('c', FLOOD_AGAIN)]).grouper
    const second = createGrouper(options({ corrections: corrections({ apart: [['a', 'c']] }) }), first.save())
    expect(second.add(account('b', STRIKE)).map(({ kind }) => kind)).toEqual(['split', 'opened'])
    expect(members(second.stories())).toEqual(['a', 'c', 'b'])
  })

  it.each([
    ['{', /no valid JSON/],
    ['{"format":"synoptic-stories/0"}', /format/],
    ['{"format":"synoptic-stories/2","model":"other"}', /model other/],
    ['{"format":"synoptic-stories/2","model":"tiny"}', /damaged/],
  ])('refuses the state %s', (saved, message) => {
    const restore = () => createGrouper(options(), saved)
    expect(restore).toThrow(message)
    expect(restore).toThrow(expect.objectContaining({ code: 'STATE_UNREADABLE' }))
  })

  it.each([0, -1, Number.NaN, 400])('refuses a window of %s days', (windowDays) => {
    expect(() => createGrouper(options({ windowDays }))).toThrow(/window/)
  })
})

describe('updates', () => {
  it('make whoever applies them hold the stories as they are', () => {
    const sentences = [FLOOD, FLOOD_AGAIN, STRIKE, RESIGNED]
    const documents = Array.from({ length: 60 }, (_, i) => {
      const [a, b] = [sentences[(i * 7) % 4]!, sentences[(i * 5 + Math.floor(i / 3)) % 4]!]
      return account(
        `d${i}`,
        `Item ${i * 13}. ${a.slice(0, 20 + ((i * 17) % 60))} ${b}`,
        `2025-03-0${1 + Math.floor(i / 10)}`,
      )
    })
    const grouper = createGrouper(options({ model: TURNING }))
    const held = new Map<string, string[]>()
    const kinds = new Set<string>()
    for (const document of [...OPENING, account('c', AGAIN, '2025-03-03'), ...documents]) {
      for (const update of grouper.add(document)) {
        kinds.add(update.kind)
        if (update.kind === 'opened') held.set(update.story, [update.member.document])
        else if (update.kind === 'added') held.get(update.story)!.push(update.member.document)
        else if (update.kind === 'merged') {
          held.get(update.story)!.push(...held.get(update.from)!)
          held.delete(update.from)
        } else if (update.kind === 'split') {
          const gone = update.members.map((member): string => member.document)
          held.set(
            update.from,
            held.get(update.from)!.filter((id) => !gone.includes(id)),
          )
          held.set(update.story, gone)
        } else held.delete(update.story.id)
      }
      const shown = grouper.stories().map(({ id, members }) => [id, members.map((member) => member.document).sort()])
      expect([...held].map(([id, ids]) => [id, [...ids].sort()]).sort()).toEqual(shown.sort())
    }
    expect([...kinds].sort()).toEqual(['added', 'merged', 'opened', 'split'])
  })
})

describe('groupStories', () => {
  it('yields updates over an async iterable and closes what is open at the end', async () => {
    async function* documents() {
      yield account('a', FLOOD)
      yield account('c', FLOOD_AGAIN)
    }
    const kinds: string[] = []
    for await (const update of groupStories(documents(), options())) kinds.push(update.kind)
    expect(kinds).toEqual(['opened', 'added', 'closed'])
  })
})
