/**
 * Written forms that end in a full stop of their own, lower case and without it.
 *
 * `title`: a name follows, so a sentence never ends here. `open`: a sentence may end here too, the next word tells.
 * `number`: an abbreviation only before a digit (`No. 10`), else a word.
 */
export type AbbreviationKind = 'title' | 'open' | 'number'

const TITLES =
  'mr mrs ms messrs mme mlle dr drs prof sen sens rep reps gov govs gen col lt sgt capt cmdr cpl pvt maj adm brig ' +
  'rev fr hon pres supt det insp sr. st ft mt rt amb atty asst assoc dept dist exec vs v viz cf ca approx e.g i.e ' +
  'univ natl intl tel ext ed eds vol pp fig figs al. lieut comdr det. secy treas'
const OPEN =
  'inc corp co ltd llc plc bros jr sr esq etc al u.s u.k u.n e.u d.c p.m a.m u.s.a l.a n.y n.j u.s.s.r ph.d m.d b.a m.a ' +
  'b.c a.d jan feb mar apr jun jul aug sept sep oct nov dec tues wed thur thurs fri ave blvd rd hwy pkwy calif ariz ' +
  'colo conn fla ga kan ky md mich minn mont neb nev okla ore pa penn tenn tex va vt wis wyo ark ala mo n.c s.c n.d ' +
  's.d n.h n.m r.i w.va mass que ont alta hrs mins secs min sec hr yr yrs lb lbs oz ft. sq cu est no. dept. gov. ' +
  'dr. ave. approx. sun. mon. sat. dem. rep. ind. ill del ste inst assn comm mfg mph bldg apt rm wash'
const BEFORE_NUMBER = 'no nos art sec ch para p pp vol fig op gal sat sun mon tue tues jan feb mar apr jun jul aug sep'

const kinds = new Map<string, AbbreviationKind>()
for (const word of BEFORE_NUMBER.split(' ')) kinds.set(word, 'number')
for (const word of OPEN.split(' ')) if (!word.endsWith('.')) kinds.set(word, 'open')
for (const word of TITLES.split(' ')) if (!word.endsWith('.')) kinds.set(word, 'title')

/** How a word (lower case, last full stop taken off) behaves as an abbreviation; undefined where it is none we know. */
export function getAbbreviation(word: string): AbbreviationKind | undefined {
  return kinds.get(word)
}

/** Words that are abbreviations only when capitalised: `Co.`, `Wash.`, `Ill.`, `Mar.`, `Gen.` … */
export const CAPITAL_ONLY: ReadonlySet<string> = new Set(
  (
    'co ill del wash ore mass ark ala pa ga md mo va kan ind mar gen gov rep hon fr rev sun sat mon wed fri adm maj det ' +
    'col ed est min sec st mt ft ms pres cal miss ct dem conn penn tex mont ave inc exec inst comm vol fig art amb'
  ).split(' '),
)
