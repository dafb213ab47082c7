/** Closed-class words that show where a clause begins, and verbs that report speech or thought. */

const split = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** Words that open a subordinate clause when a verb follows. */
export const SUBORDINATORS = split(
  'because although though while whereas unless until since if whether after before when whenever once lest as so that',
)

/** Words that open a relative clause when a verb follows. */
export const RELATIVES = split('who whom whose which that where when why')

/** Verbs whose complement is what somebody says, writes, thinks or finds out. */
export const REPORT_VERBS = split(
  'say tell announce claim add argue state insist warn report suggest note explain write tweet acknowledge admit confirm deny ' +
    'declare contend assert allege believe think maintain stress recall reveal predict estimate promise vow pledge respond reply ' +
    'reiterate conclude indicate complain testify accuse describe speculate worry fear hope know realize learn hear find show',
)

/** Words too common to say what a clause is about; kept as terms only where they negate. */
export const STOP_LEMMAS = split(
  'the a an and or but nor of to in on at by for with from as into over about than then so that this these those there here ' +
    'it its he him his she her they them their we us our you your i me my who whom whose which what when where why how be have ' +
    "do will would shall should can could may might must not no n't if while because although though since until also just " +
    'only very more most much many some any all both each other another such own same too up out down off after before again ' +
    "’s 's s mr mrs ms dr say tell",
)
