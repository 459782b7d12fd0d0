/**
 * Countries with their demonym and capital. Source: the member states of the United Nations under their
 * common English names (the short names of ISO 3166), with the demonym in general English use.
 * Reason: "Moscow", "Russia" and "Russian" name one actor, so that none may stand as a wrong answer to
 * another; and a subject that is a country may be asked for with "which country".
 * One entry a line: name | demonym | capital | other names, set apart by commas.
 */
const table = `
Afghanistan|Afghan|Kabul|
Albania|Albanian|Tirana|
Algeria|Algerian|Algiers|
Angola|Angolan|Luanda|
Argentina|Argentine|Buenos Aires|
Armenia|Armenian|Yerevan|
Australia|Australian|Canberra|
Austria|Austrian|Vienna|
Azerbaijan|Azerbaijani|Baku|
Bahrain|Bahraini|Manama|
Bangladesh|Bangladeshi|Dhaka|
Belarus|Belarusian|Minsk|
Belgium|Belgian|Brussels|
Bolivia|Bolivian|La Paz|
Bosnia and Herzegovina|Bosnian|Sarajevo|Bosnia
Brazil|Brazilian|Brasília|
Bulgaria|Bulgarian|Sofia|
Cambodia|Cambodian|Phnom Penh|
Cameroon|Cameroonian|Yaoundé|
Canada|Canadian|Ottawa|
Chile|Chilean|Santiago|
China|Chinese|Beijing|the People’s Republic of China,PRC
Colombia|Colombian|Bogotá|
Costa Rica|Costa Rican|San José|
Croatia|Croatian|Zagreb|
Cuba|Cuban|Havana|
Cyprus|Cypriot|Nicosia|
the Czech Republic|Czech|Prague|Czechia
Denmark|Danish|Copenhagen|
Ecuador|Ecuadorian|Quito|
Egypt|Egyptian|Cairo|
Estonia|Estonian|Tallinn|
Ethiopia|Ethiopian|Addis Ababa|
Finland|Finnish|Helsinki|
France|French|Paris|
Georgia|Georgian|Tbilisi|
Germany|German|Berlin|
Ghana|Ghanaian|Accra|
Greece|Greek|Athens|
Guatemala|Guatemalan|Guatemala City|
Haiti|Haitian|Port-au-Prince|
Honduras|Honduran|Tegucigalpa|
Hungary|Hungarian|Budapest|
Iceland|Icelandic|Reykjavík|
India|Indian|New Delhi|
Indonesia|Indonesian|Jakarta|
Iran|Iranian|Tehran|
Iraq|Iraqi|Baghdad|
Ireland|Irish|Dublin|
Israel|Israeli|Jerusalem|
Italy|Italian|Rome|
Jamaica|Jamaican|Kingston|
Japan|Japanese|Tokyo|
Jordan|Jordanian|Amman|
Kazakhstan|Kazakh|Astana|
Kenya|Kenyan|Nairobi|
Kuwait|Kuwaiti|Kuwait City|
Kyrgyzstan|Kyrgyz|Bishkek|
Laos|Laotian|Vientiane|
Latvia|Latvian|Riga|
Lebanon|Lebanese|Beirut|
Libya|Libyan|Tripoli|
Lithuania|Lithuanian|Vilnius|
Luxembourg|Luxembourgish|Luxembourg City|
Madagascar|Malagasy|Antananarivo|
Malaysia|Malaysian|Kuala Lumpur|
Mali|Malian|Bamako|
Malta|Maltese|Valletta|
Mexico|Mexican|Mexico City|
Moldova|Moldovan|Chișinău|
Mongolia|Mongolian|Ulaanbaatar|
Montenegro|Montenegrin|Podgorica|
Morocco|Moroccan|Rabat|
Mozambique|Mozambican|Maputo|
Myanmar|Burmese|Naypyidaw|Burma
Nepal|Nepali|Kathmandu|
the Netherlands|Dutch|Amsterdam|Holland
New Zealand|New Zealander|Wellington|
Nicaragua|Nicaraguan|Managua|
Nigeria|Nigerian|Abuja|
North Korea|North Korean|Pyongyang|
North Macedonia|Macedonian|Skopje|
Norway|Norwegian|Oslo|
Oman|Omani|Muscat|
Pakistan|Pakistani|Islamabad|
Panama|Panamanian|Panama City|
Paraguay|Paraguayan|Asunción|
Peru|Peruvian|Lima|
the Philippines|Philippine|Manila|
Poland|Polish|Warsaw|
Portugal|Portuguese|Lisbon|
Qatar|Qatari|Doha|
Romania|Romanian|Bucharest|
Russia|Russian|Moscow|the Russian Federation,the Kremlin
Rwanda|Rwandan|Kigali|
Saudi Arabia|Saudi|Riyadh|
Senegal|Senegalese|Dakar|
Serbia|Serbian|Belgrade|
Singapore|Singaporean|Singapore|
Slovakia|Slovak|Bratislava|
Slovenia|Slovenian|Ljubljana|
Somalia|Somali|Mogadishu|
South Africa|South African|Pretoria|
South Korea|South Korean|Seoul|
Spain|Spanish|Madrid|
Sri Lanka|Sri Lankan|Colombo|
Sudan|Sudanese|Khartoum|
Sweden|Swedish|Stockholm|
Switzerland|Swiss|Bern|
Syria|Syrian|Damascus|
Taiwan|Taiwanese|Taipei|
Tajikistan|Tajik|Dushanbe|
Tanzania|Tanzanian|Dodoma|
Thailand|Thai|Bangkok|
Tunisia|Tunisian|Tunis|
Turkey|Turkish|Ankara|Türkiye
Turkmenistan|Turkmen|Ashgabat|
Uganda|Ugandan|Kampala|
Ukraine|Ukrainian|Kyiv|Kiev
the United Arab Emirates|Emirati|Abu Dhabi|UAE
the United Kingdom|British|London|Britain,Great Britain,the UK
the United States|American|Washington|the US,the USA,America,the United States of America,US
Uruguay|Uruguayan|Montevideo|
Uzbekistan|Uzbek|Tashkent|
Venezuela|Venezuelan|Caracas|
Vietnam|Vietnamese|Hanoi|
Yemen|Yemeni|Sanaa|
Zambia|Zambian|Lusaka|
Zimbabwe|Zimbabwean|Harare|
`;

export type Country = { name: string; demonym: string; capital: string; others: readonly string[] };

export const countries: readonly Country[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [name = '', demonym = '', capital = '', others = ''] = line.split('|');
    return { name, demonym, capital, others: others === '' ? [] : others.split(',') };
  });

/** From any name, capital or demonym (lower case, without "the") to the country's one name. */
const byAlias: ReadonlyMap<string, string> = new Map(
  countries.flatMap(({ name, demonym, capital, others }) =>
    [name, demonym, capital, ...others].map((alias): [string, string] => [bare(alias), name]),
  ),
);

function bare(name: string): string {
  return name.toLowerCase().replace(/^the /, '');
}

const byName: ReadonlyMap<string, Country> = new Map(
  countries.flatMap((country) =>
    [country.name, ...country.others].map((name): [string, Country] => [bare(name), country]),
  ),
);

/** The country that `phrase` as a whole names, by its own name only (not its capital or demonym). */
export function countryNamed(phrase: string): Country | null {
  return byName.get(bare(phrase)) ?? null;
}

const aliasPattern = new RegExp(
  `(?<![\\p{L}-])(?:${[...byAlias.keys()]
    .sort((a, b) => b.length - a.length)
    .map((alias) => alias.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|')})(?![\\p{L}])`,
  'giu',
);

/** Every country that `text` mentions by name, capital or demonym, in order of first mention, and the rest of the text. */
export function foldCountries(text: string): { names: string[]; rest: string } {
  const found = new Set<string>();
  const rest = text.replace(aliasPattern, (alias) => {
    // "us", "turkey", "georgia" as common words are written small; a name is not.
    if (alias.charAt(0) !== alias.charAt(0).toUpperCase()) return alias;
    if (alias.toLowerCase() === 'us' && alias !== 'US') return alias;
    const name = byAlias.get(alias.toLowerCase());
    if (name === undefined) return alias;
    found.add(name);
    return ' ';
  });
  return { names: [...found], rest };
}

export function countriesIn(text: string): string[] {
  return foldCountries(text).names;
}
