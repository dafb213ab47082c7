/** Countries with the words for their people and things and the capital that stands for their government; folded. */
const COUNTRIES = `united states|american,americans,us,usa,america,united states of america|washington
united kingdom|british,britons,briton,uk,britain,great britain|london
russia|russian,russians,russian federation|moscow,kremlin
ukraine|ukrainian,ukrainians|kyiv,kiev
china|chinese,peoples republic of china,prc|beijing
france|french,frenchman|paris
germany|german,germans|berlin
italy|italian,italians|rome
spain|spanish,spaniard,spaniards|madrid
israel|israeli,israelis|jerusalem
palestine|palestinian,palestinians|ramallah
iran|iranian,iranians|tehran
iraq|iraqi,iraqis|baghdad
syria|syrian,syrians|damascus
turkey|turkish,turk,turks,turkiye|ankara
saudi arabia|saudi,saudis,saudi arabian|riyadh
egypt|egyptian,egyptians|cairo
india|indian,indians|new delhi,delhi
pakistan|pakistani,pakistanis|islamabad
afghanistan|afghan,afghans|kabul
japan|japanese|tokyo
north korea|north korean,north koreans,dprk|pyongyang
south korea|south korean,south koreans|seoul
vietnam|vietnamese|hanoi
philippines|philippine,filipino,filipinos|manila
indonesia|indonesian,indonesians|jakarta
malaysia|malaysian,malaysians|kuala lumpur
thailand|thai,thais|bangkok
myanmar|burmese,burma|naypyidaw
bangladesh|bangladeshi,bangladeshis|dhaka
sri lanka|sri lankan,sri lankans|colombo
nepal|nepali,nepalese|kathmandu
taiwan|taiwanese|taipei
singapore|singaporean,singaporeans|
australia|australian,australians|canberra
new zealand|new zealander,new zealanders|wellington
canada|canadian,canadians|ottawa
mexico|mexican,mexicans|mexico city
cuba|cuban,cubans|havana
venezuela|venezuelan,venezuelans|caracas
colombia|colombian,colombians|bogota
brazil|brazilian,brazilians|brasilia
argentina|argentine,argentinian,argentines|buenos aires
chile|chilean,chileans|santiago
peru|peruvian,peruvians|lima
bolivia|bolivian,bolivians|la paz
ecuador|ecuadorian,ecuadorians|quito
haiti|haitian,haitians|port au prince
honduras|honduran,hondurans|tegucigalpa
guatemala|guatemalan,guatemalans|guatemala city
el salvador|salvadoran,salvadorans|san salvador
nicaragua|nicaraguan,nicaraguans|managua
nigeria|nigerian,nigerians|abuja
south africa|south african,south africans|pretoria
kenya|kenyan,kenyans|nairobi
ethiopia|ethiopian,ethiopians|addis ababa
somalia|somali,somalis|mogadishu
sudan|sudanese|khartoum
south sudan|south sudanese|juba
uganda|ugandan,ugandans|kampala
rwanda|rwandan,rwandans|kigali
tanzania|tanzanian,tanzanians|dodoma
zimbabwe|zimbabwean,zimbabweans|harare
ghana|ghanaian,ghanaians|accra
mali|malian,malians|bamako
niger|nigerien,nigeriens|niamey
congo|congolese|kinshasa
libya|libyan,libyans|tripoli
tunisia|tunisian,tunisians|tunis
algeria|algerian,algerians|algiers
morocco|moroccan,moroccans|rabat
lebanon|lebanese|beirut
jordan|jordanian,jordanians|amman
yemen|yemeni,yemenis|sanaa
qatar|qatari,qataris|doha
kuwait|kuwaiti,kuwaitis|kuwait city
united arab emirates|emirati,emiratis,uae|abu dhabi
poland|polish,pole,poles|warsaw
hungary|hungarian,hungarians|budapest
romania|romanian,romanians|bucharest
bulgaria|bulgarian,bulgarians|sofia
greece|greek,greeks|athens
serbia|serbian,serb,serbs,serbians|belgrade
croatia|croatian,croat,croats|zagreb
kosovo|kosovar,kosovars|pristina
albania|albanian,albanians|tirana
austria|austrian,austrians|vienna
switzerland|swiss|bern
netherlands|dutch,holland|the hague
belgium|belgian,belgians|brussels
sweden|swedish,swede,swedes|stockholm
norway|norwegian,norwegians|oslo
denmark|danish,dane,danes|copenhagen
finland|finnish,finn,finns|helsinki
iceland|icelandic,icelander|reykjavik
ireland|irish,irishman|dublin
portugal|portuguese|lisbon
czech republic|czech,czechs,czechia|prague
slovakia|slovak,slovaks|bratislava
belarus|belarusian,belarusians|minsk
moldova|moldovan,moldovans|chisinau
georgia|georgian,georgians|tbilisi
armenia|armenian,armenians|yerevan
azerbaijan|azerbaijani,azeri,azerbaijanis|baku
kazakhstan|kazakh,kazakhs,kazakhstani|astana
uzbekistan|uzbek,uzbeks|tashkent
estonia|estonian,estonians|tallinn
latvia|latvian,latvians|riga
lithuania|lithuanian,lithuanians|vilnius
liberia|liberian,liberians|monrovia
sierra leone|sierra leonean,sierra leoneans|freetown
guinea|guinean,guineans|conakry
ivory coast|ivorian,ivorians,cote divoire|yamoussoukro
senegal|senegalese|dakar
gambia|gambian,gambians|banjul
mauritania|mauritanian,mauritanians|nouakchott
burkina faso|burkinabe|ouagadougou
benin|beninese|porto novo
togo|togolese|lome
cameroon|cameroonian,cameroonians|yaounde
gabon|gabonese|libreville
central african republic||bangui
equatorial guinea||malabo
angola|angolan,angolans|luanda
zambia|zambian,zambians|lusaka
malawi|malawian,malawians|lilongwe
mozambique|mozambican,mozambicans|maputo
botswana|batswana|gaborone
namibia|namibian,namibians|windhoek
lesotho|basotho|maseru
eswatini|swazi,swazis,swaziland|mbabane
madagascar|malagasy|antananarivo
mauritius|mauritian,mauritians|port louis
seychelles||
burundi|burundian,burundians|gitega
djibouti|djiboutian,djiboutians|
eritrea|eritrean,eritreans|asmara
cape verde|cape verdean|praia
comoros|comorian|moroni
bahrain|bahraini,bahrainis|manama
oman|omani,omanis|muscat
cambodia|cambodian,cambodians|phnom penh
laos|laotian,laotians|vientiane
mongolia|mongolian,mongolians|ulaanbaatar
bhutan|bhutanese|thimphu
maldives|maldivian,maldivians|
brunei|bruneian|
east timor|timorese,timor leste|dili
papua new guinea|papua new guinean|port moresby
fiji|fijian,fijians|suva
samoa|samoan,samoans|apia
tonga|tongan,tongans|
vanuatu||port vila
solomon islands||honiara
kyrgyzstan|kyrgyz|bishkek
tajikistan|tajik,tajiks|dushanbe
turkmenistan|turkmen|ashgabat
slovenia|slovenian,slovenians|ljubljana
bosnia and herzegovina|bosnian,bosnians,bosnia|sarajevo
north macedonia|macedonian,macedonians,macedonia|skopje
montenegro|montenegrin,montenegrins|podgorica
cyprus|cypriot,cypriots|nicosia
malta|maltese|valletta
luxembourg|luxembourger|
liechtenstein||vaduz
costa rica|costa rican,costa ricans|
panama|panamanian,panamanians|panama city
belize|belizean|belmopan
jamaica|jamaican,jamaicans|
bahamas|bahamian,bahamians|
barbados|barbadian|
dominican republic|dominican,dominicans|santo domingo
trinidad and tobago|trinidadian|port of spain
guyana|guyanese|
suriname|surinamese|paramaribo
paraguay|paraguayan,paraguayans|asuncion
uruguay|uruguayan,uruguayans|montevideo
european union|european,europeans,eu|brussels`

const BY_WORD: ReadonlyMap<string, string> = new Map(
  COUNTRIES.split('\n').flatMap((line) => {
    const [country = '', forms = ''] = line.split('|')
    return [country, ...forms.split(',')].filter((form) => form !== '').map((form) => [form, country] as const)
  }),
)

const BY_CAPITAL: ReadonlyMap<string, string> = new Map(
  COUNTRIES.split('\n').flatMap((line) => {
    const [country = '', , capitals = ''] = line.split('|')
    return capitals
      .split(',')
      .filter((name) => name !== '')
      .map((name) => [name, country] as const)
  }),
)

/** The country that a folded name, adjective or name of a people means: `russian` → `russia`; null where none. */
export function countryOf(name: string): string | null {
  return BY_WORD.get(name) ?? null
}

/** The country whose government a folded capital's name may stand for: `moscow` → `russia`; null where none. */
export function countryOfCapital(name: string): string | null {
  return BY_CAPITAL.get(name) ?? null
}

/** Names that mean the country itself rather than its people: `us`, `america`, but not `american`. */
const NAMES: ReadonlySet<string> = new Set(
  [
    'us,usa,america,united states of america,uk,britain,great britain,russian federation,peoples republic of china,prc,dprk',
    'turkiye,burma,uae,holland,czechia,eu',
  ].flatMap((line) => line.split(',')),
)

/** One key for all names of a country (`us`, `u.s.`, `america` → `united states`); other names are their own key. */
export function placeKey(name: string): string {
  const country = BY_WORD.get(name)
  if (country === undefined) return name
  return country === name || NAMES.has(name) || name.includes('united states') || name.includes('britain')
    ? country
    : name
}
