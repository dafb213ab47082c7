/** Words that say nothing of an event: function words, words of reporting, of time in general, and of web pages. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about above across after again against ago all almost alone along already also although always am among an and another any anyone
anything are around as ask asked asks at away back be became because become been before began begin behind being believe below between both but by
came can cannot can't caption click close come comes could couldn't copyright day days did didn't do does doesn't doing don't done down during each either
else enough enlarge even ever every everyone everything few first following for former found four from full further gave get gets getting give given go goes
going gone got had hadn't has hasn't have haven't having he he'd he'll her here hers herself he's him himself his how however i i'd if i'll i'm image
in including indeed instead into is isn't it it's its itself i've just keep kept know known last later least less let like likely long
look made make makes making many may maybe me mean might monday month months more most mr mrs ms much must my myself near need never new news next
no none nor not nothing now of off often on once one only onto or other others our ours ourselves out over own part per perhaps photo put quite
rather read really reported reporter reporters right said same saw say saying says second see seen several shall she she'd she'll she's should shouldn't show since so
some someone something still such sunday take taken takes tell than that that's the their theirs them themselves then there there's these they they'd they'll they're they've
thing things think this those though thought three through thursday thus time times to today together told tomorrow too took toward towards tuesday two under until up
upon us use used using very via wanted wants was wasn't way we we'd wednesday week weeks we'll well went were we're weren't we've what whatever when where
whether which while who whole whom whose why will with within without won't would wouldn't year years yes yesterday yet you you'd you'll your you're yours
yourself you've friday saturday getty images associated press toggle advertisement story continue reading video play updated published est edt gmt am pm
january february march april june july august september october november december according added adding`.split(/\s+/),
)
