import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createDocument, withLayer } from '../../document/index.js'
import { readMarked } from '../numbers/testing/makeTokens.js'
import { findTimes } from '../times/index.js'
import { createQuantities, readQuantities } from './createQuantities.js'

/** `text | quantities`: each quantity as `kind bounds unit hedge (counted / head)`, what is plain left out. */
function expectQuantities(row: string): void {
  const [source = '', wanted = ''] = row.split(' | ')
  const { text, tokens, sentences, spans } = readMarked(source)
  const times = findTimes(text, tokens, sentences, '2025-08-16')
  const found = readQuantities(text, tokens, sentences, times)
  const told = found.map(({ kind, low, high, unit, approximation, counted }) =>
    [
      kind,
      low === high ? `${low}` : `${low}..${high}`,
      unit,
      approximation === 'exact' ? '' : approximation,
      counted === null ? '' : `(${counted.text} / ${counted.head})`,
    ]
      .filter((part) => part !== '')
      .join(' '),
  )
  expect(told).toEqual(wanted === '' ? [] : wanted.split('; '))
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(
    spans.map(({ start, end }) => text.slice(start, end)),
  )
}

describe('counts', () => {
  it.each([
    '[At least 12] people_NNS were_AUX killed_VBN. | count 12 person at-least (people were killed / person)',
    '[12] Italian_JJ soldiers_NNS fell_VBD. | count 12 person (Italian soldiers / soldiers)',
    'A blast killed_VBD [seven]. | count 7 person (killed / kill)',
    'A blast killed_VBD [more than 30] and wounded_VBD [dozens]. | count 30 person more-than (killed / kill); count 24..99 person vague (wounded / wound)',
    'It killed_VBD [two] night_NN-shift_VB workers_NNS and sent_VBD [14] others home. | count 2 person (night-shift workers / workers); count 14 person (others / others)',
    '[Two] night_NN-shift_NN nurses_NNS fled_VBD. | count 2 person (night-shift nurses / nurses)',
    'A crowd_NN of [51,000] saw_VBD it. | count 51000 person (crowd / crowd)',
    'It cost_VBD [three] others dear. | count 3 (others / others)',
    '[Twelve] dead_JJ in raid. | count 12 person (dead / dead)',
    '[Nearly 3,000] homes_NNS burned_VBD. | count 3000 less-than (homes / homes)',
    '[Twenty-five] planes_NNS landed_VBD. | count 25 (planes / planes)',
    '[Two hundred and fifty] ships_NNS sailed_VBD. | count 250 (ships / ships)',
    '[10 to 15 million] viewers_NNS watched_VBD. | count 10000000..15000000 person (viewers / viewers)',
    '[10-15] homes_NNS fell_VBD. | count 10..15 (homes / homes)',
    'Between [10 and 15] homes_NNS fell_VBD. | count 10..15 (homes / homes)',
    '[Two or three] ships_NNS sank_VBD. | count 2..3 (ships / ships)',
    'It rose_VBD from [5] to [10]. | count 5; count 10',
    '[Up to 50] ships_NNS sank_VBD. | count 50 at-most (ships / ships)',
    '[As many as 50] ships_NNS sank_VBD. | count 50 at-most (ships / ships)',
    '[No fewer than 50] ships_NNS sank_VBD. | count 50 at-least (ships / ships)',
    '[Just over 50] ships_NNS sank_VBD. | count 50 more-than (ships / ships)',
    '[Fewer than 50] ships_NNS sank_VBD. | count 50 less-than (ships / ships)',
    '[An estimated 50] ships_NNS sank_VBD. | count 50 about (ships / ships)',
    '[A total of 50] ships_NNS sank_VBD. | count 50 (ships / ships)',
    '[Some 50] ships_NNS sank_VBD. | count 50 about (ships / ships)',
    '[Another 50] ships_NNS sank_VBD. | count 50 (ships / ships)',
    '[Dozens] of ships_NNS sank_VBD. | count 24..99 vague (ships / ships)',
    '[Hundreds] of people_NNS fled_VBD. | count 200..999 person vague (people / person)',
    '[Tens of thousands] of people_NNS fled_VBD. | count 20000..99999 person vague (people / person)',
    '[Hundreds of thousands] fled_VBD. | count 200000..999999 vague',
    '[Scores] of ships_NNS sank_VBD. | count 40..99 vague (ships / ships)',
    '[Several] ships_NNS sank_VBD. | count 3..9 vague (ships / ships)',
    '[A few] ships_NNS sank_VBD. | count 2..5 vague (ships / ships)',
    '[A couple] of ships_NNS sank_VBD. | count 2 about (ships / ships)',
    '[A handful] of ships_NNS sank_VBD. | count 3..6 vague (ships / ships)',
    '[A dozen] ships_NNS sank_VBD. | count 12 (ships / ships)',
    '[Two dozen] ships_NNS sank_VBD. | count 24 about (ships / ships)',
    '[Half a million] people_NNS fled_VBD. | count 500000 person (people / person)',
    '[2.5 million] people_NNS fled_VBD. | count 2500000 person (people / person)',
    '[No] casualties_NNS were_AUX reported_VBN. | count 0 person (casualties / casualties)',
    '[Three] Rangers_NNP were_AUX killed_VBN. | count 3 person (Rangers were killed / rangers)',
    'They ran_VBD over [two] dams_NNS. | count 2 (dams / dams)',
    '[Five] officers_NNS Thursday night fell_VBD. | count 5 person (officers / officers)',
    'It has [one] wheel_NN. | count 1 (wheel / wheel)',
    '[5,000] sq homes_NNS. | count 5000',
  ])('%s', (row) => expectQuantities(row))
})

describe('money', () => {
  it.each([
    'It cost_VBD [$4.5 billion]. | money 4500000000 USD',
    'It cost_VBD [£3m]. | money 3000000 GBP',
    'It cost_VBD [R92 million]. | money 92000000 ZAR',
    'It cost_VBD [R120 000]. | money 120000 ZAR',
    'It cost_VBD [Rs 40,000]. | money 40000 INR',
    'It cost_VBD [RM36.1 million]. | money 36100000 MYR',
    'It cost_VBD [GHS22billion]. | money 22000000000 GHS',
    'It cost_VBD [1,200 colones]. | money 1200 CRC',
    'It cost_VBD [200 shillings]. | money 200 shilling',
    'It cost_VBD [€20]. | money 20 EUR',
    'It cost_VBD [US$5 million]. | money 5000000 USD',
    'It cost_VBD [A$5bn]. | money 5000000000 AUD',
    'It cost_VBD [20 euros]. | money 20 EUR',
    'It cost_VBD [50 cents]. | money 0.5 USD',
    'It cost_VBD [about $2,000]. | money 2000 USD about',
    'It cost_VBD [$5-10 million]. | money 5000000..10000000 USD',
    'It cost_VBD [$5 to $10]. | money 5..10 USD',
    'It cost_VBD [100 rubles]. | money 100 RUB',
    'It cost_VBD [3 million U.S. dollars]. | money 3000000 USD',
    'It cost_VBD [20 Canadian dollars]. | money 20 CAD',
    'It stole_VBD [billions of dollars]. | money 2000000000..9999999999 USD vague',
    'It cost_VBD [5,000 pounds]. | money 5000 GBP',
    'It fell_VBD from [$5] to [$3]. | money 5 USD; money 3 USD',
  ])('%s', (row) => expectQuantities(row))
})

describe('shares and ratios', () => {
  it.each([
    'Prices rose_VBD [5%]. | percent 5 %',
    'Prices rose_VBD [7.5 percent]. | percent 7.5 %',
    'Prices rose_VBD [15 per cent]. | percent 15 %',
    'Rates rose_VBD [2 percentage points]. | percent 2 pp',
    'Rates rose_VBD [50 basis points]. | percent 0.5 pp',
    'Prices rose_VBD [5% to 10%]. | percent 5..10 %',
    '[Two-thirds] of voters_NNS agreed_VBD. | ratio 0.6666666666666666 (voters / voters)',
    '[Half] of voters_NNS agreed_VBD. | ratio 0.5 (voters / voters)',
    '[A third] of voters_NNS agreed_VBD. | ratio 0.3333333333333333 (voters / voters)',
    '[One in five] women_NNS agreed_VBD. | ratio 0.2 (women / woman)',
    '[Nine out of ten] women_NNS agreed_VBD. | ratio 0.9 (women / woman)',
    'It has [three times] as many. | ratio 3 times',
    'He won_VBD by [more than 2 to 1]. | ratio 2 more-than',
  ])('%s', (row) => expectQuantities(row))
})

describe('measures', () => {
  it.each([
    'He ran_VBD [5 miles]. | measure 5 mi',
    'It rose_VBD [30in]. | measure 30 in',
    'A [20 million-square-foot] hall_NN rose_VBD. | measure 20000000 sqft (hall / hall)',
    'He ran_VBD [10km]. | measure 10 km',
    'It fell_VBD [30 feet]. | measure 30 ft',
    'It covers_VBZ [100 square miles]. | measure 100 sqmi',
    'It covers_VBZ [1,200 sq ft]. | measure 1200 sqft',
    'It blew_VBD at [80 mph]. | measure 80 mph',
    'It blew_VBD at [80 miles per hour]. | measure 80 mph',
    'It blew_VBD at [130 kilometers an hour]. | measure 130 km/h',
    'It hit_VBD [30 degrees Celsius]. | measure 30 °C',
    'It hit_VBD [minus 5 degrees Fahrenheit]. | measure -5 °F',
    'It hit_VBD [30°C]. | measure 30 °C',
    'A [7.8-magnitude] quake_NN hit_VBD. | measure 7.8 magnitude (quake / quake)',
    'A [magnitude 6.1] quake_NN hit_VBD. | measure 6.1 magnitude (quake / quake)',
    'It weighs_VBZ [5 kg]. | measure 5 kg',
    'It weighs_VBZ [about 20 tons]. | measure 20 ton about',
    'It spilled_VBD [2 million gallons] of oil_NN. | measure 2000000 gal (oil / oil)',
  ])('%s', (row) => expectQuantities(row))
})

describe('ages, ordinals, results and identifiers', () => {
  it.each([
    'A [38-year-old] man won_VBD. | age 38 year',
    'Ana Ruiz, [45], won_VBD. | age 45 year',
    'A man [aged 38] won_VBD. | age 38 year',
    'An [850-year-old] hall fell_VBD. | age 850 year',
    'A [six-month-old] girl fell_VBD. | age 6 month',
    'She is [19 years old]. | age 19 year',
    'She is in her [40s]. | age 40..49 year',
    'People [aged 18 to 25] won_VBD. | age 18..25 year',
    'The [third] round_NN began_VBD. | ordinal 3 (round / round)',
    'The [21st] round_NN began_VBD. | ordinal 21 (round / round)',
    'They passed_VBD it [348-77]. | score 77..348',
    'They won_VBD [2-1]. | score 1..2',
    'They voted_VBD [52 to 48]. | score 48..52',
    'It was a [3-2] win. | score 2..3',
    'Flight [370] landed_VBD. | identifier 370',
    'Article [5] holds_VBZ. | identifier 5',
    'Room [12] is full. | identifier 12',
    'Call [555-0100] now. | identifier 555',
    'He lives_VBZ at [10] Elm Street. | identifier 10',
    'An F-[16] fell_VBD. | identifier 16',
  ])('%s', (row) => expectQuantities(row))
})

describe('what is no quantity', () => {
  it.each([
    'It fell_VBD in 2017.',
    'They met_VBD on August 15, 2025, for three hours.',
    'No one won_VBD.',
    'One of them won_VBD.',
    'At first he won_VBD.',
    'See pic.example/a0Ow32cg now.',
    'It closes_VBZ at 5 p.m. every day.',
  ])('%s', (row) => expectQuantities(row))
})

describe('createQuantities', () => {
  it('adds a layer of sorted quantities that touch no time, whatever the text', () => {
    const words = fc.constantFrom(
      ...`the a of in to and - , . % $ £ 5 15 2025 1,500 2.5 million dozen dozens hundreds half third twenty at least more than
      people dollars percent miles km aged year old days no one two Flight p.m. May`.split(/\s+/),
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 40 }), (list) => {
        const { text, tokens, sentences } = readMarked(list.join(' '))
        const times = findTimes(text, tokens, sentences, '2025-08-16')
        let document = createDocument({ id: 'a', text })
        document = withLayer(withLayer(withLayer(document, 'tokens', tokens), 'sentences', sentences), 'times', times)
        let end = 0
        for (const quantity of createQuantities().annotate(document).layers.quantities!) {
          expect(quantity.start).toBeGreaterThanOrEqual(end)
          expect(quantity.low).toBeLessThanOrEqual(quantity.high)
          for (const time of times) expect(time.start >= quantity.end || quantity.start >= time.end).toBe(true)
          if (quantity.counted !== null) {
            expect(text.slice(quantity.counted.span.start, quantity.counted.span.end)).toBe(quantity.counted.text)
          }
          end = quantity.end
        }
        expect(end).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 400 },
    )
  })
})
