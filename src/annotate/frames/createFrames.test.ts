import { describe, expect, it } from 'vitest'
import { type Document, withLayer } from '../../document/index.js'
import type { Frame } from '../layers.js'
import { createFrames } from './createFrames.js'
import { makeMention, readParse } from './testing/readParse.js'

/** A frame as one line: `lemma flags <span> role/marker=phrase …`. */
function show(document: Document, frame: Frame): string {
  const { text } = document
  const parts = frame.participants.map(
    (part) => `${part.role}${part.marker === '' ? '' : `/${part.marker}`}=${text.slice(part.start, part.end)}`,
  )
  const flags = [
    frame.negated ? 'not' : '',
    frame.modality === 'asserted' ? '' : frame.modality,
    frame.tense === 'none' ? '' : frame.tense,
    frame.passive ? 'passive' : '',
  ].filter((flag) => flag !== '')
  return [
    `${frame.lemma}${flags.map((flag) => ` ${flag}`).join('')}`,
    `<${text.slice(frame.start, frame.end)}>`,
    ...parts,
  ].join(' | ')
}

function read(parse: string): readonly string[] {
  const document = createFrames().annotate(readParse(parse))
  return document.layers.frames!.map((frame) => show(document, frame))
}

describe('createFrames on hand-given parses', () => {
  it('reads subject, object and place of an active clause', () => {
    expect(
      read(`
        Police NNS 2 nsubj
        arrested VBD 0 root arrest
        two CD 4 nummod
        men NNS 2 obj
        in IN 6 case
        town NN 2 obl
        . . 2 punct`),
    ).toEqual(['arrest past | <Police arrested two men in town> | agent=Police | patient=two men | place/in=town'])
  })

  it('gives the passive its patient and its agent behind "by"', () => {
    expect(
      read(`
        Two CD 2 nummod
        men NNS 4 nsubj:pass
        were VBD 4 aux:pass be
        arrested VBN 0 root arrest
        by IN 6 case
        police NN 4 obl:agent
        . . 4 punct`),
    ).toEqual(['arrest past passive | <Two men were arrested by police> | patient=Two men | agent/by=police'])
  })

  it('reads the second participle of a headline or a list as passive', () => {
    const lines = read(`
      Six CD 3 nsubj:pass
      were VBD 3 aux:pass be
      killed VBN 0 root kill
      and CC 6 cc
      nine CD 6 nsubj
      injured VBN 3 conj injure`)
    expect(lines[1]).toBe('injure past passive | <nine injured> | patient=nine')
  })

  it('shares the subject among joined verbs and leaves the conjunction out of their spans', () => {
    expect(
      read(`
        Ruiz NNP 2 nsubj
        landed VBD 0 root land
        and CC 4 cc
        left VBD 2 conj leave
        . . 2 punct`),
    ).toEqual(['land past | <Ruiz landed> | agent=Ruiz', 'leave past | <left> | agent=Ruiz'])
  })

  it('makes each member of a joined subject a participant', () => {
    expect(
      read(`
        Ruiz NNP 4 nsubj
        and CC 3 cc
        Okoro NNP 1 conj
        met VBD 0 root meet`),
    ).toEqual(['meet past | <Ruiz and Okoro met> | agent=Ruiz | agent=Okoro'])
  })

  it('puts the noun of a relative clause in the pronoun’s place', () => {
    expect(
      read(`
        The DT 2 det
        man NN 6 nsubj
        who WP 4 nsubj
        fled VBD 2 acl:relcl flee
        was VBD 6 aux:pass be
        caught VBN 0 root catch`),
    ).toEqual([
      'catch past passive | <The man who fled was caught> | patient=The man',
      'flee past | <who fled> | agent=The man',
    ])
  })

  it('fills the empty place of a bare relative clause', () => {
    expect(
      read(`
        He PRP 2 nsubj
        kept VBD 0 root keep
        the DT 4 det
        car NN 2 obj
        she PRP 6 nsubj
        sold VBD 4 acl:relcl sell`),
    ).toEqual([
      'keep past | <He kept the car> | agent=He | patient=the car',
      'sell past | <she sold> | patient=the car | agent=she',
    ])
  })

  it('parts a report from what it reports and says which embeds which', () => {
    const document = createFrames().annotate(
      readParse(`
        Ruiz NNP 2 nsubj
        said VBD 0 root say
        that IN 6 mark
        talks NNS 6 nsubj
        will MD 6 aux
        resume VB 2 ccomp
        . . 2 punct`),
    )
    const frames = document.layers.frames!
    expect(frames.map((frame) => show(document, frame))).toEqual([
      'say past | <Ruiz said> | agent=Ruiz',
      'resume future future | <talks will resume> | agent=talks',
    ])
    expect(frames.map((frame) => frame.parent)).toEqual([-1, 0])
  })

  it('reads "would" under a report as the future', () => {
    expect(
      read(`
        She PRP 2 nsubj
        said VBD 0 root say
        she PRP 5 nsubj
        would MD 5 aux
        leave VB 2 ccomp`)[1],
    ).toContain('leave future')
  })

  it.each([
    ['not', 'did VBD 4 aux do\nnot RB 4 advmod', 'leave not'],
    ['never', 'has VBZ 4 aux have\nnever RB 4 advmod', 'leave not'],
    ['may', 'may MD 4 aux\nstill RB 4 advmod', 'leave possible'],
    ['must', 'must MD 4 aux\nnow RB 4 advmod', 'leave required'],
    ['perhaps', 'perhaps RB 4 advmod\nalso RB 4 advmod', 'leave possible'],
    ['is to', 'is VBZ 4 aux be\nto TO 4 mark', 'leave future'],
  ])('reads %s', (_, words, start) => {
    const [line = ''] = read(`He PRP 4 nsubj\n${words}\nleave VB 0 root`)
    expect(line.startsWith(start)).toBe(true)
  })

  it.each([
    ['failed', 'fail', 'land not'],
    ['refused', 'refuse', 'land not'],
    ['wanted', 'want', 'land desired'],
    ['agreed', 'agree', 'land future'],
    ['had', 'have', 'land required'],
  ])('lets "%s to" rule the infinitive', (word, lemma, start) => {
    const lines = read(`He PRP 2 nsubj\n${word} VBD 0 root ${lemma}\nto TO 4 mark\nland VB 2 xcomp`)
    expect(lines.find((line) => line.startsWith(start))).toContain('agent=He')
  })

  it('gives the object of the governor to the infinitive as its subject', () => {
    expect(
      read(`
        He PRP 2 nsubj
        urged VBD 0 root urge
        her PRP 2 obj
        to TO 5 mark
        leave VB 2 xcomp`)[1],
    ).toBe('leave desired | <to leave> | agent=her')
  })

  it('negates by the determiner of the subject and by "without"', () => {
    expect(read('No DT 2 det\nship NN 3 nsubj\nsank VBD 0 root sink')[0]).toContain('sink not past')
    expect(
      read('He PRP 2 nsubj\nleft VBD 0 root leave\nwithout IN 4 mark\nspeaking VBG 2 advcl speak').find((line) =>
        line.startsWith('speak'),
      ),
    ).toContain('speak not')
  })

  it('reads conditions, questions, orders and what was not so', () => {
    expect(
      read('If IN 3 mark\nthey PRP 3 nsubj\nleave VBP 6 advcl\nhe PRP 6 nsubj\nwill MD 6 aux\nstay VB 0 root'),
    ).toEqual([
      'leave conditional present | <they leave> | agent=they',
      'stay future future | <he will stay> | agent=he',
    ])
    expect(read('Did VBD 3 aux do\nhe PRP 3 nsubj\nleave VB 0 root\n? . 3 punct')[0]).toContain('leave question past')
    expect(read('Leave VB 0 root\nnow RB 1 advmod')[0]).toContain('leave imperative')
    expect(read('He PRP 4 nsubj\nwould MD 4 aux\nhave VB 4 aux\nwon VBN 0 root win')[0]).toContain('win counterfactual')
  })

  it('reads the copula with its attribute', () => {
    expect(read('Ruiz NNP 4 nsubj\nis VBZ 4 cop be\nthe DT 4 det\nmayor NN 0 root')).toEqual([
      'mayor present | <Ruiz is the mayor> | agent=Ruiz | attribute=the mayor',
    ])
  })

  it('reads a describing apposition and leaves a second name alone', () => {
    expect(read('Ruiz NNP 5 nsubj\n, , 4 punct\nthe DT 4 det\nmayor NN 1 appos\nspoke VBD 0 root speak')).toEqual([
      'mayor | <Ruiz, the mayor> | agent=Ruiz | attribute=the mayor',
      'speak past | <Ruiz, the mayor spoke> | agent=Ruiz',
    ])
    expect(read('Lima NNP 4 nsubj\n, , 3 punct\nPeru NNP 1 appos\nshook VBD 0 root shake')).toHaveLength(1)
  })

  it('reads participles behind a noun as told of it', () => {
    const lines = read(`
      The DT 2 det
      man NN 6 nsubj
      killed VBN 2 acl kill
      in IN 5 case
      town NN 3 obl
      waved VBD 0 root wave`)
    expect(lines).toContain('kill past passive | <killed in town> | patient=The man | place/in=town')
  })

  it('takes roles of oblique phrases from what they name', () => {
    const parsed = readParse(`
      Ruiz NNP 2 nsubj
      gave VBD 0 root give
      it PRP 2 obj
      to IN 5 case
      Okoro NNP 2 obl
      on IN 7 case
      Friday NNP 2 obl
      in IN 9 case
      Lima NNP 2 obl
      because IN 12 case
      of IN 10 fixed
      rain NN 2 obl`)
    const start = parsed.text.indexOf('Friday')
    const friday = {
      start,
      end: start + 6,
      type: 'date',
      value: '2025-08-15',
      range: null,
      precision: 'day',
      anchored: true,
      approximation: 'exact',
    } as const
    let document = withLayer(parsed, 'times', [friday])
    document = withLayer(document, 'mentions', [
      makeMention(document, 4, 7, 'person'),
      makeMention(document, 8, 3, 'place'),
    ])
    const read = createFrames().annotate(document)
    const [frame] = read.layers.frames!
    expect(show(read, frame!)).toBe(
      'give past | <Ruiz gave it to Okoro on Friday in Lima because of rain> | agent=Ruiz | patient=it | recipient/to=Okoro | time/on=Friday | place/in=Lima | cause/because of=rain',
    )
    expect(frame!.participants.map((part) => part.entity)).toEqual([-1, -1, 7, -1, 3, -1])
    expect(frame!.times).toEqual([0])
  })

  it('keeps times with the clause they stand in', () => {
    const parsed = readParse(`
      Ruiz NNP 2 nsubj
      said VBD 0 root say
      Monday NNP 2 obl:tmod
      he PRP 5 nsubj
      left VBD 2 ccomp leave
      Friday NNP 5 obl:tmod`)
    const at = (word: string) => {
      const start = parsed.text.indexOf(word)
      return {
        start,
        end: start + 6,
        type: 'date',
        value: null,
        range: null,
        precision: 'day',
        anchored: true,
        approximation: 'exact',
      } as const
    }
    const frames = createFrames().annotate(withLayer(parsed, 'times', [at('Monday'), at('Friday')])).layers.frames!
    expect(frames.map((frame) => [frame.lemma, frame.times])).toEqual([
      ['say', [0]],
      ['leave', [1]],
    ])
  })

  it('shares the object of a verb joined right behind', () => {
    const lines = read(
      'He PRP 2 nsubj\nshot VBD 0 root shoot\nand CC 4 cc\nkilled VBD 2 conj kill\na DT 6 det\nman NN 4 obj',
    )
    expect(lines).toEqual([
      'shoot past | <He shot> | agent=He | patient=a man',
      'kill past | <killed a man> | agent=He | patient=a man',
    ])
  })

  it('makes the noun before "where" the place', () => {
    const lines = read('The DT 2 det\nhall NN 0 root\nwhere WRB 5 advmod\nthey PRP 5 nsubj\nmet VBD 2 acl:relcl meet')
    expect(lines).toEqual(['meet past | <where they met> | place/where=The hall | agent=they'])
  })

  it('leaves the noun out of a clause that only follows "of"', () => {
    expect(read('charge NN 0 root\nof IN 3 mark\nrunning VBG 1 acl run\nit PRP 3 obj')).toEqual([
      'run | <running it> | patient=it',
    ])
  })

  it('trims marks but keeps a closing bracket with its opening', () => {
    expect(
      read('He PRP 2 nsubj\nfell VBD 0 root fall\n( ( 4 punct\nhard RB 2 advmod\n) ) 4 punct\n. . 2 punct')[0],
    ).toContain('<He fell (hard)>')
  })
})

describe('createFrames without a parse', () => {
  it('reads a shallow tree from the parts of speech', () => {
    expect(
      read(`
        Police NNS 0 dep
        arrested VBD 1 dep arrest
        two CD 1 dep
        men NNS 1 dep
        in IN 1 dep
        town NN 1 dep`),
    ).toEqual(['arrest past | <Police arrested two men in town> | agent=Police | patient=two men | place/in=town'])
  })
})
