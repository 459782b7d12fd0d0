/**
 * English abbreviations by what a full stop after them can mean, without that stop, in lower case.
 * Short on purpose: a word that is also common English ("art.", "sun.", "etc." before a capital)
 * costs more than it saves. Collected by us from style guides' lists of titles and of bibliographic forms.
 */
const list = (words: string) => new Set(words.split(' '));

/** A name or an example must follow: the stop never ends a sentence. */
export const neverLast = list(
  'mr mrs ms mx dr prof gen sen rep gov capt cmdr maj lt sgt cpl rev hon messrs mme mlle pres supt ' +
    'v vs cf viz e.g i.e eg ie',
);

/** A number, a single letter or a Roman numeral follows: "Fig. 3", "vol. IV". */
export const numbered = list('no nos fig figs p pp vol vols ch chap sec eq para ca c approx op ed eds');

/** May end a sentence: it does where what follows is a word that opens sentences. */
export const enders = list(
  'inc ltd co corp llc plc jr sr bros al st mt ft ave blvd rd dept univ assn est ' +
    'jan feb apr jun jul aug sep sept oct nov dec tue tues thu thurs fri',
);

/** Before a single capital these make it a label, not the initial of a name: "vitamin C." */
export const labelled = list(
  'vitamin plan type group class grade hepatitis appendix figure table part section option exhibit case ' +
    'line point phase stage step team block war chapter act scene category zone version level series',
);

/** Words that begin a sentence far more often than they follow an abbreviation as part of a name. */
export const sentenceOpeners = list(
  'The This That These Those It He She They We You In On At By For From With After Before When While If ' +
    'Although Though Because Since As But And Or So Yet However Therefore Thus Hence Moreover Furthermore ' +
    'Its His Her Their Our My Your A An There Here Then What Who Why How Where Which Whose Some Many Most ' +
    'Each Every Both All No Not One Another Other Others Such During Under Over Between Among According ' +
    'Despite Unlike Like Once Until Unless Even Only Perhaps Today Later Now Instead Meanwhile Nevertheless ' +
    'Several Few Much Neither Either Nor Still Finally First Second Third Next Indeed Also',
);
