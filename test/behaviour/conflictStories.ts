/** Two words or phrases, one of the first account and one of the second, that stand for the two sides of a difference. */
export type Sides = readonly [first: string, second: string]

/** A small story told by two invented accounts, with what must and must not be shown of it. */
export interface ConflictStory {
  readonly name: string
  readonly published: readonly [string, string]
  readonly texts: readonly [string, string]
  /** Both cannot hold: shown, and called a contradiction. */
  readonly contradictions: readonly Sides[]
  /** Shown side by side as a tension or more. */
  readonly shown?: readonly Sides[]
  /** May be shown, but never as a contradiction: rounding, updates, estimates, other precision. */
  readonly explained?: readonly Sides[]
  /** Another subject, measure or day: never shown. */
  readonly unrelated?: readonly Sides[]
}

export const DISASTERS: readonly ConflictStory[] = [
  {
    name: 'a factory fire',
    published: ['2026-02-05', '2026-02-05'],
    texts: [
      `A fire destroyed the Corwin paper mill in Ashby on Tuesday night, injuring 17 workers. The blaze began in a storage hall shortly after 9 p.m. and spread to the roof. About 200 firefighters fought it until morning. The mill employs 640 people and opened in 1957. Mayor Helen Marsh said the town had lost its heart.`,
      `Firefighters spent the night at the Corwin paper mill in Ashby, where a fire on Tuesday injured 21 workers. The fire started in a storage hall and reached the roof within minutes. Some 200 firefighters were at the scene. The mill, which employs 640 people, opened in 1957. Twelve streets around it were closed.`,
    ],
    contradictions: [['injuring 17 workers', 'injured 21 workers']],
    unrelated: [
      ['640 people', '21 workers'],
      ['17 workers', '640 people'],
      ['200 firefighters', '21 workers'],
    ],
  },
  {
    name: 'a flood whose toll grows',
    published: ['2026-04-10', '2026-04-12'],
    texts: [
      `At least nine people died when the river Tarn burst its banks near Lodève on Thursday, officials said. Around 3,000 residents left their homes. The water rose to 4.2 meters, the highest since 1994. Rescue teams were searching for six people.`,
      `The death toll of the floods along the river Tarn has risen to 14, officials said on Sunday. Nearly 3,100 residents had left their homes. The water rose to 4.2 meters near Lodève on Thursday, the highest since 1994. Two people were still missing.`,
    ],
    contradictions: [],
    explained: [
      ['At least nine people died', 'risen to 14'],
      ['Around 3,000 residents', 'Nearly 3,100 residents'],
      ['six people', 'Two people'],
    ],
  },
  {
    name: 'a train that left the rails',
    published: ['2026-05-19', '2026-05-19'],
    texts: [
      `A commuter train left the rails outside Port Elgin on Monday morning. The train was travelling at 112 kilometers an hour when it derailed. No one was killed. The driver, Tomas Brandt, 41, was taken to hospital. The line will stay closed until Friday.`,
      `A commuter train derailed near Port Elgin on Monday morning, killing one passenger. The train was travelling at 86 kilometers an hour when it derailed, the operator said. The driver was unhurt. The line will stay closed until Friday.`,
    ],
    contradictions: [
      ['112 kilometers an hour', '86 kilometers an hour'],
      ['No one was killed', 'killing one passenger'],
    ],
    unrelated: [['41', '86']],
  },
]

export const POLITICS: readonly ConflictStory[] = [
  {
    name: 'a vote in a parliament',
    published: ['2026-03-20', '2026-03-20'],
    texts: [
      `The parliament of Norland approved the pension law on Thursday by 93 votes to 71. Prime Minister Ida Holm called the vote a victory. The law raises the pension age to 67. Opposition leader Karl Wessel said his party would go to court.`,
      `The parliament of Norland approved the pension law on Wednesday by 93 votes to 71. The law raises the pension age to 68. Prime Minister Ida Holm thanked her coalition. The opposition will not go to court, its leader Karl Wessel said.`,
    ],
    contradictions: [
      ['on Thursday', 'on Wednesday'],
      ['pension age to 67', 'pension age to 68'],
    ],
    shown: [['his party would go to court', 'will not go to court']],
    unrelated: [['71', '68']],
  },
  {
    name: 'an election counted in two steps',
    published: ['2026-06-08', '2026-06-09'],
    texts: [
      `With 60 percent of the ballots counted, Lena Duarte had 51 percent of the vote in the race for governor of Santa Rita. Her rival, Paul Egan, had 44 percent. Turnout was 63 percent, the election office said.`,
      `Lena Duarte won the race for governor of Santa Rita with 49 percent of the vote after all ballots were counted. Paul Egan came second with 46 percent. Turnout was 63 percent. Egan conceded on Monday night.`,
    ],
    contradictions: [],
    explained: [
      ['51 percent', '49 percent'],
      ['44 percent', '46 percent'],
    ],
    unrelated: [['60 percent of the ballots', '49 percent']],
  },
  {
    name: 'a mayor who goes',
    published: ['2026-01-15', '2026-01-15'],
    texts: [
      `Mayor Oscar Lindqvist resigned on Wednesday after an audit of the harbor project. He denied taking money from the builders. The council will choose his successor on 2 February. Lindqvist had led the city for 11 years.`,
      `Oscar Lindqvist, the governor, resigned on Wednesday over the harbor project. He admitted taking money from the builders. The council will choose his successor on 9 February. He had been in office for 11 years.`,
    ],
    contradictions: [
      ['Mayor', 'governor'],
      ['2 February', '9 February'],
    ],
    shown: [['denied taking money', 'admitted taking money']],
  },
]

export const COURTS: readonly ConflictStory[] = [
  {
    name: 'a sentence',
    published: ['2026-09-11', '2026-09-11'],
    texts: [
      `A judge in Halden sentenced the banker Viktor Lange to seven years in prison on Thursday. Lange, 52, was found guilty of fraud. Prosecutors had asked for nine years. He stole $4.3 million from 38 clients. “I am sorry for what I did,” he told the court.`,
      `The banker Viktor Lange was sentenced to five years in prison by a court in Halden on Thursday. Lange, 52, was found guilty of fraud. Prosecutors had asked for nine years. He stole $4.3 million from 38 clients. “I am not sorry for what I did,” he told the court.`,
    ],
    contradictions: [
      ['seven years in prison', 'five years in prison'],
      ['I am sorry for what I did', 'I am not sorry for what I did'],
    ],
    unrelated: [
      ['nine years', 'five years'],
      ['seven years', 'nine years'],
      ['38 clients', '52'],
    ],
  },
  {
    name: 'an arrest',
    published: ['2026-07-02', '2026-07-02'],
    texts: [
      `Police arrested a man in Carrow on Tuesday over the theft of three paintings from the Lindley Museum. The suspect confessed, police said. The paintings are worth more than $2 million. They were found in a garage in Carrow.`,
      `Police arrested a man on Tuesday over the theft of three paintings from the Lindley Museum. The suspect has not confessed, police said. The paintings are worth about $2 million. They were found in a boat in Penryn.`,
    ],
    contradictions: [],
    shown: [['The suspect confessed', 'has not confessed']],
    explained: [['more than $2 million', 'about $2 million']],
  },
]

export const BUSINESS: readonly ConflictStory[] = [
  {
    name: 'a takeover',
    published: ['2026-10-01', '2026-10-01'],
    texts: [
      `Hallmark Foods agreed on Wednesday to buy the dairy group Milsen for $3.2 billion. The deal values each share at $41. Hallmark will close two plants and cut 450 jobs. The chief executive of Milsen, Rhea Sandoval, will leave.`,
      `Hallmark Foods agreed on Wednesday to buy the dairy group Milsen for $3.2 billion, or $47 a share. Hallmark will close four plants. About 450 jobs will go. Rhea Sandoval, the chief executive of Milsen, will stay.`,
    ],
    contradictions: [['two plants', 'four plants']],
    unrelated: [['450 jobs', 'four plants']],
  },
  {
    name: 'quarters of a carmaker',
    published: ['2026-08-04', '2026-08-04'],
    texts: [
      `Ardent Motors sold 120,400 cars in the second quarter, up from 98,200 in the first. Profit rose to $610 million. The company expects to sell 450,000 cars this year. Analysts had expected 118,000.`,
      `Ardent Motors reported a profit of $610 million for the second quarter. It sold about 120,000 cars. In the first quarter it had sold 98,200. The company expects to sell 450,000 cars this year, its chief executive Owen Pratt said.`,
    ],
    contradictions: [],
    explained: [
      ['120,400 cars', 'about 120,000 cars'],
      ['120,400 cars', '98,200'],
    ],
    unrelated: [
      ['98,200 in the first', '120,000 cars'],
      ['118,000', '98,200'],
    ],
  },
]

export const OTHERS: readonly ConflictStory[] = [
  {
    name: 'a cup final',
    published: ['2026-05-24', '2026-05-24'],
    texts: [
      `Rovers won the cup on Saturday, beating United 3-1 in front of 54,000 spectators in Marlow. Jonas Keita scored twice. It was the fourth title for the club. Coach Bea Novak said she would stay for another season.`,
      `Rovers won the cup on Sunday, beating United 3-1 in front of 54,000 spectators in Marlow. Daniel Osei scored twice. It was the fourth title for the club. United last won the cup in 2011.`,
    ],
    contradictions: [['on Saturday', 'on Sunday']],
    shown: [['Jonas Keita scored twice', 'Daniel Osei scored twice']],
  },
  {
    name: 'two rounds of talks',
    published: ['2026-11-06', '2026-11-07'],
    texts: [
      `Envoys of Kasmir and Tolvia met in Geneva on Thursday for the first round of talks. They spoke for four hours and reached no agreement. Kasmir wants its 26 prisoners back. The next round is planned for Friday.`,
      `Envoys of Kasmir and Tolvia met in Geneva on Friday for a second round of talks, which lasted two hours. They agreed on a ceasefire of ten days. On Thursday they had spoken for four hours. Kasmir wants its 26 prisoners back.`,
    ],
    contradictions: [],
    unrelated: [
      ['on Thursday for the first round', 'on Friday for a second round'],
      ['four hours', 'ten days'],
      ['four hours and', 'lasted two hours'],
    ],
  },
  {
    name: 'a border closed',
    published: ['2026-12-03', '2026-12-03'],
    texts: [
      `Tolvia closed its border with Kasmir on Wednesday after shots were fired at a patrol. Two soldiers were wounded. Foreign Minister Anna Reuss said the border would remain closed. “We will answer this with all our strength,” she said.`,
      `Tolvia closed its border with Kasmir on Wednesday after shots were fired at a patrol. Five soldiers were wounded. The border is open for food and medicine. “We will answer this with all our patience,” Foreign Minister Anna Reuss said.`,
    ],
    contradictions: [
      ['Two soldiers were wounded', 'Five soldiers were wounded'],
      ['with all our strength', 'with all our patience'],
    ],
  },
  {
    name: 'a spacecraft',
    published: ['2026-03-02', '2026-03-02'],
    texts: [
      `The probe Kestrel landed on the Moon on Sunday at 4:10 p.m. after a flight of 12 days. It carries 14 instruments. Engineers told reporters that all of them work. The mission cost $480 million.`,
      `The probe Kestrel landed on the Moon on Sunday after a flight of 12 days. It carries 16 instruments. The agency told reporters that the probe had sent its first picture. The mission cost almost $500 million. In 2019 a first probe failed 14 minutes before landing.`,
    ],
    contradictions: [['14 instruments', '16 instruments']],
    explained: [['$480 million', 'almost $500 million']],
    unrelated: [
      ['Engineers', 'The agency told reporters'],
      ['12 days', '14 minutes'],
    ],
  },
]
