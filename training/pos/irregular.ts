/** Irregular forms that the treebanks may lack: `lemma past participle` and `singular plural`. */
const VERBS =
  'arise arose arisen|awake awoke awoken|bear bore borne|beat beat beaten|befall befell befallen|bend bent bent|' +
  'bet bet bet|bid bid bid|bind bound bound|bite bit bitten|bleed bled bled|blow blew blown|breed bred bred|' +
  'broadcast broadcast broadcast|burst burst burst|cast cast cast|cling clung clung|creep crept crept|deal dealt dealt|' +
  'dig dug dug|draw drew drawn|dwell dwelt dwelt|feed fed fed|flee fled fled|fling flung flung|fly flew flown|' +
  'forbid forbade forbidden|forecast forecast forecast|foresee foresaw foreseen|forgive forgave forgiven|' +
  'forgo forwent forgone|forsake forsook forsaken|freeze froze frozen|grind ground ground|hang hung hung|' +
  'hide hid hidden|hurt hurt hurt|kneel knelt knelt|leap leapt leapt|lend lent lent|light lit lit|mislead misled misled|' +
  'mistake mistook mistaken|outdo outdid outdone|overcome overcame overcome|oversee oversaw overseen|' +
  'overtake overtook overtaken|overthrow overthrew overthrown|override overrode overridden|plead pled pled|' +
  'quit quit quit|rebuild rebuilt rebuilt|rid rid rid|ride rode ridden|ring rang rung|rise rose risen|seek sought sought|' +
  'shake shook shaken|shed shed shed|shine shone shone|shoot shot shot|shrink shrank shrunk|sink sank sunk|' +
  'slay slew slain|slide slid slid|slit slit slit|sow sowed sown|spin spun spun|split split split|spread spread spread|' +
  'spring sprang sprung|steal stole stolen|stick stuck stuck|sting stung stung|stink stank stunk|stride strode stridden|' +
  'strike struck struck|string strung strung|strive strove striven|swear swore sworn|sweep swept swept|' +
  'swell swelled swollen|swim swam swum|swing swung swung|tear tore torn|throw threw thrown|thrust thrust thrust|' +
  'tread trod trodden|undergo underwent undergone|undertake undertook undertaken|undo undid undone|' +
  'uphold upheld upheld|upset upset upset|wake woke woken|weave wove woven|weep wept wept|wind wound wound|' +
  'withdraw withdrew withdrawn|withhold withheld withheld|withstand withstood withstood|wring wrung wrung'
const NOUNS =
  'man men|woman women|child children|person people|foot feet|tooth teeth|goose geese|mouse mice|ox oxen|wife wives|' +
  'life lives|knife knives|leaf leaves|thief thieves|half halves|wolf wolves|shelf shelves|loaf loaves|self selves|' +
  'crisis crises|analysis analyses|thesis theses|basis bases|hypothesis hypotheses|diagnosis diagnoses|oasis oases|' +
  'criterion criteria|phenomenon phenomena|medium media|datum data|bacterium bacteria|referendum referendums|' +
  'stimulus stimuli|alumnus alumni|nucleus nuclei|cactus cacti|fungus fungi|axis axes|appendix appendices|index indices|' +
  'series series|species species|aircraft aircraft|spacecraft spacecraft|headquarters headquarters|sheep sheep|' +
  'fish fish|deer deer|offspring offspring|policeman policemen|policewoman policewomen|congressman congressmen|' +
  'congresswoman congresswomen|spokesman spokesmen|spokeswoman spokeswomen|businessman businessmen|' +
  'fisherman fishermen|fireman firemen|gunman gunmen|grandchild grandchildren|hero heroes|potato potatoes|' +
  'tomato tomatoes|echo echoes|veto vetoes|embargo embargoes|torpedo torpedoes'

/** Triples of form, Penn tag and lemma. */
export function listIrregular(): (readonly [form: string, tag: string, lemma: string])[] {
  const found: (readonly [string, string, string])[] = []
  for (const row of VERBS.split('|')) {
    const [lemma, past, participle] = row.split(' ') as [string, string, string]
    found.push([past, 'VBD', lemma], [participle, 'VBN', lemma])
  }
  for (const row of NOUNS.split('|')) {
    const [lemma, plural] = row.split(' ') as [string, string]
    found.push([plural, 'NNS', lemma])
  }
  return found
}
