/**
 * Words that are lower case unless a sentence starts with them. After an abbreviation (`U.S.`, `Inc.`, `p.m.`) a capital
 * proves nothing; one of these with a capital does.
 */
export const STARTERS: ReadonlySet<string> = new Set(
  (
    'the a an this that these those it its he she they we i you his her their our my your who what when where why how ' +
    'which there here if in on at by for from with without as after before during since until while although though ' +
    'because but and or so yet nor not no some many most several both each all any few other others another more less ' +
    'one two three four five six seven eight nine ten however meanwhile then now still also only even once instead ' +
    'moreover therefore thus later earlier today yesterday tomorrow last next under over between among about against ' +
    'despite according to of is are was were has have had do does did can could will would should may might must just ' +
    'like unlike such asked said nobody everyone someone nothing everything something anyone none neither either ' +
    'officials police people prosecutors authorities critics supporters experts analysts investigators witnesses ' +
    'residents lawmakers democrats republicans'
  ).split(' '),
)

/** Verbs that report speech; after `?”` or `!”` they show that the sentence goes on. */
export const REPORTING: ReadonlySet<string> = new Set(
  (
    'said says say asked asks ask told tells wrote writes added adds replied replies shouted shouts yelled yells cried ' +
    'cries tweeted tweets exclaimed wondered wonders demanded demands joked jokes continued continues recalled recalls ' +
    'responded responds quipped quips declared declares insisted insists answered answers chanted chants posted posts ' +
    'announced announces remarked remarks screamed screams called calls went goes read reads queried inquired muttered'
  ).split(' '),
)

/** Subjects that report no speech. */
export const SILENT: ReadonlySet<string> = new Set(['nobody', 'none', 'nothing', 'neither', 'no'])

/** What may follow a time of day without a new sentence: `5 p.m. Monday`, `9 a.m. EST`. */
export const AFTER_HOUR: ReadonlySet<string> = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august ' +
    'september october november december jan feb mar apr jun jul aug sept sep oct nov dec et est edt ct cst cdt mt mst ' +
    'mdt pt pst pdt gmt utc bst cet cest ist jst eastern central mountain pacific greenwich moscow beijing tokyo london ' +
    'tonight'
  ).split(' '),
)
