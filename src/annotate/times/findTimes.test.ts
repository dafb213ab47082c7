import { describe, expect, it } from 'vitest'
import { readMarked } from '../numbers/testing/makeTokens.js'
import { findTimes } from './createTimes.js'

/** Published on Saturday 16 August 2025 unless a line says otherwise: `text | values`, expected spans in brackets. */
function expectTimes(row: string, publishedAt: string | null = '2025-08-16'): void {
  const [source = '', values = ''] = row.split(' | ')
  const { text, tokens, sentences, spans } = readMarked(source)
  const found = findTimes(text, tokens, sentences, publishedAt)
  const told = found.map((time) => `[${text.slice(time.start, time.end)}] ${time.value ?? '-'}`)
  const wanted = values === '' ? [] : values.split('; ')
  expect(told).toEqual(spans.map((span, index) => `[${text.slice(span.start, span.end)}] ${wanted[index] ?? '?'}`))
}

describe('what is no time', () => {
  it.each([
    "The Women's March said_VBD so. |",
    "It cost_VBD $5 million, or $70 million in today's money. |",
    'It cost_VBD $9 in today’s dollars. |',
  ])('%s', (row) => expectTimes(row))
})

describe('full dates', () => {
  it.each([
    'They met_VBD on [August 15, 2025]. | 2025-08-15',
    'They met_VBD on [Aug. 15, 2025], in Oslo. | 2025-08-15',
    'They met_VBD on [15 August 2025]. | 2025-08-15',
    'They met_VBD on [15 Aug 2025]. | 2025-08-15',
    'They met_VBD on [Friday, August 15, 2025]. | 2025-08-15',
    'They met_VBD on [the 15th of August, 2025]. | 2025-08-15',
    'Filed [2025-08-15]. | 2025-08-15',
    'Filed on [15/8/2025]. | 2025-08-15',
    'Filed on [8/15/2025]. | 2025-08-15',
    'The deal of [15.8.2025] holds_VBZ. | 2025-08-15',
    'It opened_VBD in [May 2019]. | 2019-05',
    'It opened_VBD in [September of 2019]. | 2019-09',
    'The attacks of [9/11] changed_VBD it. | 2001-09-11',
    'The temple fell_VBD in [AD 70]. | 0070',
    'The wall was_VBD built in [490 BC]. | BC0490',
  ])('%s', (row) => expectTimes(row))

  it('leaves the day open where both orders of a numeric date fit', () => {
    const { text, tokens, sentences } = readMarked('Filed on 3/4/2025.')
    const [time] = findTimes(text, tokens, sentences, '2025-08-16')
    expect(time).toMatchObject({ value: '2025', range: { start: '2025-01-01', end: '2025-12-31' } })
  })
})

describe('weekdays and tense', () => {
  it.each([
    'The leaders met_VBD on [Friday]. | 2025-08-15',
    'The leaders met_VBD on [Monday]. | 2025-08-11',
    'The leaders met_VBD on [Saturday]. | 2025-08-16',
    'The leaders will_MD meet_VB on [Monday]. | 2025-08-18',
    'The leaders are_AUX expected_VBN to meet_VB on [Tuesday]. | 2025-08-19',
    'The leaders plan_VBP to meet_VB on [Tuesday]. | 2025-08-19',
    'Talks are_AUX scheduled_VBN for [Wednesday]. | 2025-08-20',
    'The trial is_AUX due on [Thursday]. | 2025-08-21',
    'The primary is_VBZ [Tuesday]. | 2025-08-19',
    'There is_VBZ a vote on [Tuesday]. | 2025-08-19',
    'The shots rang_VBD out on [Monday night]. | 2025-08-11TNI',
    'He spoke_VBD [Friday morning]. | 2025-08-15TMO',
    'He left_VBD [last Friday]. | 2025-08-15',
    'He left_VBD [last Saturday]. | 2025-08-09',
    'She will_MD leave_VB [next Friday]. | 2025-08-22',
    'She will_MD leave_VB [this coming Friday]. | 2025-08-22',
    'He resigned_VBD [Thurs., Aug. 14]. | 2025-08-14',
    'He resigned_VBD on [Wed. afternoon]. | 2025-08-13TAF',
  ])('%s', (row) => expectTimes(row))
})

describe('months and days without a year', () => {
  it.each([
    'Prices rose_VBD in [May]. | 2025-05',
    'Prices rose_VBD in [November]. | 2024-11',
    'Prices will_MD rise_VB in [November]. | 2025-11',
    'It was_VBD inspected_VBN in [September]. | 2024-09',
    'Prices will_MD rise_VB in [May]. | 2026-05',
    'He was_VBD arrested_VBN on [July 4]. | 2025-07-04',
    'He was_VBD arrested_VBN on [December 24]. | 2024-12-24',
    'The trial will_MD open_VB on [January 5]. | 2026-01-05',
    'He died_VBD in [early March]. | 2025-03',
    'He died_VBD in [mid-July]. | 2025-07',
    'He left_VBD at [the end of June]. | 2025-06',
    'It fell_VBD [last March]. | 2025-03',
    'It will_MD open_VB [next March]. | 2026-03',
    'It opened_VBD in [August last year]. | 2024-08',
    'Rain fell_VBD from [May 4] to [May 9]. | 2025-05-04; 2025-05-09',
    'Rain fell_VBD on [12]-[13 May 2024]. | 2024-05-12; 2024-05-13',
    'Rain fell_VBD on [May 4] and [5]. | 2025-05-04; 2025-05-05',
    'Rain fell_VBD between [March] and [May]. | 2025-03; 2025-05',
    'Rain fell_VBD in [April] and [June 1955]. | 1955-04; 1955-06',
  ])('%s', (row) => expectTimes(row))
})

describe('parts of stretches', () => {
  it.each([
    'It opened_VBD in [the first week of March]. | 2025-W10',
    'It opened_VBD on [the last Friday of March 2024]. | 2024-03-29',
    'It opened_VBD on [the second day of 2024]. | 2024-01-02',
    'It opened_VBD in [the last week of 2024]. | 2024-W52',
    'It will_MD open_VB by [the end of next month]. | 2025-09',
    "It will_MD open_VB by [month's end]. | 2025-08",
    'It opened_VBD over [the weekend]. | 2025-W33-WE',
    'It will_MD open_VB by [the summer]. | 2025-SU',
    'It opened_VBD on [the night of July 4]. | 2025-07-04TNI',
    'A [weeklong] strike ended_VBD. | P1W',
  ])('%s', (row) => expectTimes(row))
})

describe('today and its neighbours', () => {
  it.each([
    'He said_VBD so [today]. | 2025-08-16',
    'He said_VBD so [yesterday]. | 2025-08-15',
    'He will_MD say_VB so [tomorrow morning]. | 2025-08-17TMO',
    'He speaks_VBZ [tonight]. | 2025-08-16TNI',
    'He left_VBD [the day before yesterday]. | 2025-08-14',
    'He spoke_VBD [last night]. | 2025-08-15TNI',
    'He spoke_VBD [this morning]. | 2025-08-16TMO',
    'He left_VBD [last week]. | 2025-W32',
    'He left_VBD [earlier this week]. | 2025-W33',
    'He leaves_VBZ [next week]. | 2025-W34',
    'It closed_VBD [last month]. | 2025-07',
    'It closes_VBZ [next year]. | 2026',
    'It closed_VBD [earlier this year]. | 2025',
    'It opened_VBD [last summer]. | 2024-SU',
    'It opens_VBZ [next spring]. | 2026-SP',
    'It will_MD open_VB by [the end of the year]. | 2025',
    'It is_AUX [now] open. | PRESENT_REF',
    'It is_AUX [currently] open. | PRESENT_REF',
    'The [former] mayor won_VBD. | PAST_REF',
  ])('%s', (row) => expectTimes(row))
})

describe('distances', () => {
  it.each([
    'She left_VBD [three days ago]. | 2025-08-13',
    'She left_VBD [two years ago]. | 2023',
    'She left_VBD [a decade ago]. | 201',
    'She left_VBD [six months ago]. | 2025-02',
    'It will_MD close_VB in [five years]. | 2030',
    'It will_MD close_VB in [ten days]. | 2025-08-26',
    'It will_MD be_VB the worst year in [50 years]. | P50Y',
    'He fell_VBD on [Monday]. [Two days later] he died_VBD. | 2025-08-11; 2025-08-13',
    'He fell_VBD on [Monday]. [The next day] he died_VBD. | 2025-08-11; 2025-08-12',
    'He fell_VBD on [Monday], [a day earlier] than planned. | 2025-08-11; 2025-08-10',
    'He ran_VBD [two days after] the vote. | P2D',
    'It lasted_VBD [the last year and a half]. | P1.5Y',
    'A [monthslong] probe ended_VBD. | PXM',
    'He left_VBD [two days before] [Christmas 2023]. | 2023-12-23; 2023-12-25',
    'He left_VBD [a few days later]. | FUTURE_REF',
  ])('%s', (row) => expectTimes(row))
})

describe('years and longer', () => {
  it.each([
    'It has_VBZ stood_VBN since [2017]. | 2017',
    'It fell_VBD in [mid-2024]. | 2024',
    'It fell_VBD in [the first quarter of 2025]. | 2025-Q1',
    'It fell_VBD in [the second half of 2016]. | 2016-H2',
    'It rose_VBD in [Q3 2024]. | 2024-Q3',
    'It rose_VBD in [the 1990s]. | 199',
    'It rose_VBD in [the 1960s] and [70s]. | 196; 197',
    "It rose_VBD in [the late '90s]. | 199",
    'It rose_VBD in [the nineteenth century]. | 18',
    'It was_VBD signed_VBN in [spring 2019]. | 2019-SP',
    'It was_VBD signed_VBN in [the winter of 1941]. | 1941-WI',
    'He led_VBD it in [1939]-[45]. | 1939; 1945',
    'He led_VBD it from [2010] to [2014]. | 2010; 2014',
    'The [1968] accords held_VBD. | 1968',
    'It pays_VBZ for [fiscal year 2025]. | 2025',
  ])('%s', (row) => expectTimes(row))
})

describe('times of day', () => {
  it.each([
    'It began_VBD at [5 p.m.] on [Friday]. | 2025-08-15T17:00; 2025-08-15',
    'It began_VBD on [Friday] at [15:00 GMT]. | 2025-08-15; 2025-08-15T15:00Z',
    'It began_VBD at [3.30 p.m.] on [Friday]. | 2025-08-15T15:30; 2025-08-15',
    'It began_VBD at [9:34 p.m. EST] on [Friday]. | 2025-08-15T21:34-05; 2025-08-15',
    'It began_VBD at [noon] on [Friday]. | 2025-08-15T12:00; 2025-08-15',
    'It began_VBD at [half past two] on [Friday]. | 2025-08-15T02:30; 2025-08-15',
    'It began_VBD at [0530 hrs] on [Friday]. | 2025-08-15T05:30; 2025-08-15',
    'It begins_VBZ at [5 p.m.]. | XXXX-XX-XXT17:00',
  ])('%s', (row) => expectTimes(row))
})

describe('lengths and frequencies', () => {
  it.each([
    'They spoke_VBD for [nearly three hours]. | PT3H',
    'They spoke_VBD for [two and a half hours]. | PT2.5H',
    'A [two-year] ban held_VBD. | P2Y',
    'It lasted_VBD [a week]. | P1W',
    'It lasted_VBD [several days]. | PXD',
    'It lasted_VBD [more than a decade]. | P1DE',
    'It held_VBD over [the next six months]. | P6M',
    'It held_VBD for [45 minutes]. | PT45M',
    'It meets_VBZ [every Monday]. | XXXX-WXX-1',
    'It meets_VBZ [twice a week]. | P1W',
    'It meets_VBZ [every two weeks]. | P2W',
    'The [daily] count rose_VBD. | XXXX-XX-XX',
    'It meets_VBZ on [Mondays]. | XXXX-WXX-1',
  ])('%s', (row) => expectTimes(row))
})

describe('holidays', () => {
  it.each([
    'He left_VBD on [Christmas Eve]. | 2024-12-24',
    'He will_MD leave_VB before [Thanksgiving]. | 2025-11-27',
    'He left_VBD on [Easter Sunday 2024]. | 2024-03-31',
    "He left_VBD on [New Year's Day]. | 2025-01-01",
    'He left_VBD on [Good Friday]. | 2025-04-18',
    'He will_MD speak_VB on [Labor Day]. | 2025-09-01',
  ])('%s', (row) => expectTimes(row))
})

describe('words and numbers that are no times', () => {
  it.each([
    'He may win_VB.',
    'Theresa May won_VBD.',
    'Mrs. May said_VBD no.',
    'They march_VBP on.',
    'A second man fell_VBD.',
    'Shares fall_VBP.',
    'The Sun rose_VBD.',
    'A 38-year-old man and a boy of 12 months old left_VBD.',
    'He is_AUX 19 years old.',
    'They killed_VBD 2000 rebels.',
    'Some 1900 men died_VBD.',
    'It cost_VBD $2000.',
    'Flight 1984 landed_VBD.',
    'The fall of the city came_VBD.',
    'Three quarters of them left_VBD.',
    'The vote was_VBD 52 to 48.',
    'He read_VBD USA Today.',
  ])('%s', (row) => expectTimes(row))
})

describe('without a day of publication', () => {
  it('leaves what counts from it unanchored and tells no more than the words do', () => {
    const { text, tokens, sentences } = readMarked('They met_VBD on Friday, in May 2019 and last week.')
    const found = findTimes(text, tokens, sentences, null)
    expect(found.map((time) => [time.value, time.anchored])).toEqual([
      ['XXXX-WXX-5', false],
      ['2019-05', true],
      [null, false],
    ])
  })

  it('knows a weekday whose full date was told close by', () => {
    const { text, tokens, sentences } = readMarked(
      'It fell_VBD on August 15, 2025, they said_VBD. On Friday it rose_VBD.',
    )
    expect(findTimes(text, tokens, sentences, null).map((time) => time.value)).toEqual(['2025-08-15', '2025-08-15'])
  })

  it('counts from a date printed on a line of its own', () => {
    const { text, tokens, sentences } = readMarked('Lima shakes\nSaturday, August 16, 2025\nThey met_VBD on Friday.')
    expect(findTimes(text, tokens, sentences, null).map((time) => time.value)).toEqual(['2025-08-16', '2025-08-15'])
  })

  it('takes no date inside a sentence for it', () => {
    const { text, tokens, sentences } = readMarked('The deal of May 2, 2019, still holds_VBZ today in all its parts.')
    expect(findTimes(text, tokens, sentences, null).map((time) => time.anchored)).toEqual([true, false])
  })
})

describe('background in news', () => {
  it('goes on from a far date within its paragraph and comes back to now behind it', () => {
    const source =
      'He was_AUX jailed_VBN in March 2019. In June he fled_VBD. The next month he returned_VBD.\nIn June he died_VBD.'
    const { text, tokens, sentences } = readMarked(source)
    const values = findTimes(text, tokens, sentences, '2025-08-16').map((time) => time.value)
    expect(values).toEqual(['2019-03', '2019-06', '2019-07', '2025-06'])
  })

  it('leaves a far year behind with its sentence', () => {
    const source = 'He has_VBZ farmed_VBN there since 2009. It was_VBD inspected_VBN in May.'
    const { text, tokens, sentences } = readMarked(source)
    const stop = tokens.findIndex((token) => token.norm === '.') + 1
    const [whole] = sentences
    const two = [
      { ...whole!, endToken: stop, end: tokens[stop - 1]!.end },
      { ...whole!, firstToken: stop, start: tokens[stop]!.start },
    ]
    const values = findTimes(text, tokens, two, '2025-08-16').map((time) => time.value)
    expect(values).toEqual(['2009', '2025-05'])
  })

  it('still counts weekdays from the day of publication beside a far year', () => {
    const { text, tokens, sentences } = readMarked('The mayor from 2006 to 2012 spoke_VBD on Friday.')
    const values = findTimes(text, tokens, sentences, '2025-08-16').map((time) => time.value)
    expect(values).toEqual(['2006', '2012', '2025-08-15'])
  })
})

describe('histories', () => {
  const opening = 'War broke_VBD out in 1936. By 1937 it spread_VBD; in 1938 and 1939 cities fell_VBD.\n'
  it.each([
    ['On May 10, 1940, the army crossed_VBD. In [June] it won_VBD.', ['1940-06']],
    ['On May 10, 1940, the army crossed_VBD. [The following day] it won_VBD.', ['1940-05-11']],
    ['In December 1940 the army crossed_VBD. In [January] it won_VBD.', ['1941-01']],
    ['In May 1940 the army crossed_VBD. Later [that month] it won_VBD.', ['1940-05']],
    ['On June 10, 1940, it fell_VBD; [twelve days later] it rose_VBD.', ['1940-06-22']],
    ['In [the summer] of 1940 it fell_VBD. By [October] it rose_VBD.', ['1940-SU', '1940-10']],
  ])('resolves %s by the running story', (row, values) => {
    const { text, tokens, sentences } = readMarked(opening + row)
    const found = findTimes(text, tokens, sentences, '2009-12-19').map((time) => time.value)
    expect(found.slice(-values.length)).toEqual(values)
  })
})

describe('ranges and precision', () => {
  it('covers the whole stretch at both its ends', () => {
    const { text, tokens, sentences } = readMarked('Rain fell_VBD on 12-13 May 2024.')
    const ranges = findTimes(text, tokens, sentences, '2025-08-16').map((time) => time.range)
    expect(ranges).toEqual([
      { start: '2024-05-12', end: '2024-05-13' },
      { start: '2024-05-12', end: '2024-05-13' },
    ])
  })

  it.each([
    ['early March 2025', { start: '2025-03-01', end: '2025-03-16' }, 'month', 'about'],
    ['2024', { start: '2024-01-01', end: '2024-12-31' }, 'year', 'exact'],
    ['August 15, 2025', { start: '2025-08-15', end: '2025-08-15' }, 'day', 'exact'],
    ['the 1990s', { start: '1990-01-01', end: '1999-12-31' }, 'decade', 'exact'],
  ])('says how sharp "in %s" is', (words, range, precision, approximation) => {
    const { text, tokens, sentences } = readMarked(`It fell_VBD in ${words}.`)
    expect(findTimes(text, tokens, sentences, '2025-08-16')).toMatchObject([{ range, precision, approximation }])
  })
})
