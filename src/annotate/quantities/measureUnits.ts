/** Units of measure by the words behind a number, words joined with spaces, and their normal form. Lengths of time are times. */
const GROUPS: readonly (readonly [unit: string, words: string])[] = [
  ['mm', 'mm|millimeter|millimeters|millimetre|millimetres'],
  ['cm', 'cm|centimeter|centimeters|centimetre|centimetres'],
  ['m', 'm|meter|meters|metre|metres'],
  ['km', 'km|kms|kilometer|kilometers|kilometre|kilometres'],
  ['in', 'inch|inches|in'],
  ['ft', 'ft|foot|feet'],
  ['yd', 'yard|yards|yd|yds'],
  ['mi', 'mile|miles|mi'],
  ['nmi', 'nautical mile|nautical miles'],
  ['light-year', 'light year|light years|light - year|light - years'],
  ['m2', 'square meter|square meters|square metre|square metres|square - meter|square - metre|sq m|sqm'],
  ['km2', 'square kilometer|square kilometers|square kilometre|square kilometres|sq km'],
  ['sqft', 'square foot|square feet|square - foot|square - feet|sq ft|sq . ft'],
  ['sqmi', 'square mile|square miles|square - mile|sq mi'],
  ['acre', 'acre|acres'],
  ['ha', 'hectare|hectares|ha'],
  ['m3', 'cubic meter|cubic meters|cubic metre|cubic metres'],
  ['cuft', 'cubic foot|cubic feet|cubic - foot'],
  ['l', 'liter|liters|litre|litres'],
  ['ml', 'ml|milliliter|milliliters|millilitre|millilitres'],
  ['gal', 'gallon|gallons'],
  ['bbl', 'barrel|barrels|bpd'],
  ['mg', 'mg|milligram|milligrams'],
  ['g', 'g|gram|grams|gramme|grammes'],
  ['kg', 'kg|kgs|kilo|kilos|kilogram|kilograms|kilogramme|kilogrammes'],
  ['t', 'tonne|tonnes|metric ton|metric tons'],
  ['ton', 'ton|tons'],
  ['kt', 'kiloton|kilotons'],
  ['Mt', 'megaton|megatons|megatonne|megatonnes'],
  ['lb', 'lb|lbs'],
  ['oz', 'oz|ounce|ounces'],
  ['mph', 'mph|mile per hour|miles per hour|mile an hour|miles an hour'],
  [
    'km/h',
    'kph|kmh|kmph|km / h|km per hour|kilometers per hour|kilometres per hour|kilometers an hour|kilometres an hour',
  ],
  ['knot', 'knot|knots'],
  ['°C', '° c|degree celsius|degrees celsius|degree centigrade|degrees centigrade|degrees c|celsius|c'],
  ['°F', '° f|degree fahrenheit|degrees fahrenheit|degrees f|fahrenheit|f'],
  ['degree', '°|degree|degrees'],
  ['W', 'watt|watts'],
  ['kW', 'kw|kilowatt|kilowatts'],
  ['MW', 'mw|megawatt|megawatts'],
  ['GW', 'gw|gigawatt|gigawatts'],
  ['kWh', 'kwh|kilowatt hour|kilowatt hours|kilowatt - hour|kilowatt - hours'],
  ['MWh', 'mwh|megawatt hour|megawatt hours|megawatt - hours'],
  ['V', 'volt|volts'],
  ['Hz', 'hz|hertz'],
  ['GHz', 'ghz|gigahertz'],
  ['MB', 'mb|megabyte|megabytes'],
  ['GB', 'gb|gigabyte|gigabytes'],
  ['TB', 'tb|terabyte|terabytes'],
  ['mSv', 'millisievert|millisieverts'],
  ['decibel', 'decibel|decibels|db'],
  ['carat', 'carat|carats|karat|karats'],
  ['horsepower', 'horsepower|hp'],
  ['calorie', 'calorie|calories|kcal'],
  ['magnitude', 'magnitude'],
]

/** Normal unit by its words. */
export const MEASURES: ReadonlyMap<string, string> = new Map(
  GROUPS.flatMap(([unit, words]) => words.split('|').map((word) => [word, unit] as const)),
)

/** First words of {@link MEASURES}. */
export const MEASURE_STARTS: ReadonlySet<string> = new Set([...MEASURES.keys()].map((words) => words.split(' ')[0]!))

/** Units that are single letters or common words: only joined to digits or behind a hyphen, never after a blank. */
export const TIGHT_UNITS: ReadonlySet<string> = new Set(['m', 'g', 'c', 'f', 'ha', 'mi', 'in'])
