/**
 * Words that show who speaks and how surely. Source: own list from reporting and hedging verbs in academic
 * English (the categories of Hyland's metadiscourse: attributors, hedges, attitude markers), cut to words
 * that are unambiguous in expository prose.
 */

/** Modal and adverbial hedges: the sentence forecasts or allows, it does not state. */
export const hedges: ReadonlySet<string> = new Set(
  `may might could would perhaps possibly potentially probably likely seemingly apparently arguably presumably`.split(
    ' ',
  ),
);

/** Praise and blame: vetoes a definition ("is a remarkable …" evaluates, it does not define). */
export const evaluatives: ReadonlySet<string> = new Set(
  `important crucial vital essential key critical significant major main great huge massive remarkable fascinating
interesting super big best worst good bad better fundamental indispensable central real true testament cornerstone
bedrock backbone win-win game-changer must-watch complex dance huge tremendous impressive powerful strong weak
dynamic unique imperfect blunt useful effective popular successful reliable costly perfect beautiful terrible wonderful amazing incredible simple clear crucial integral`.split(
    /\s+/,
  ),
);

/** Nouns about the text itself, and too vague to be asked for. */
export const metaNouns: ReadonlySet<string> = new Set(
  `story implication implications narrative phase thing things stuff way ways fact facts example examples point points
aspect aspects factor factors issue issues question questions case cases matter matters idea ideas topic chapter
section article lesson paragraph sentence part parts kind kinds sort sorts type types lot number element elements
reason reasons result results situation context background picture feature features testament`.split(/\s+/),
);

/** Address to the reader: a sentence with one of these says nothing that may be asked. */
export const chatty: readonly RegExp[] = [
  /\b(?:guys|folks|buckle up|let[’']s|let us|alright|you[’']ll|you|your|we|we[’']re|we[’']ve|our|us|i|my)\b/i,
  /\b(?:think about it|deep dive|must-watch|on our toes)\b/i,
  /[?!]/,
];

/** Words that are too absolute: a reader learns to avoid an option that has one. */
export const absolutes: ReadonlySet<string> = new Set(
  `always never all none every everyone everything nobody nothing no only completely entirely totally wholly
absolutely invariably impossible must`.split(/\s+/),
);

/** Words that measure nothing: two readers disagree what they admit. */
export const vagueTerms: ReadonlySet<string> = new Set(
  `sometimes usually frequently occasionally generally rarely seldom several various some`.split(' '),
);

/** Pronouns that point outside a phrase. */
export const pronouns: ReadonlySet<string> = new Set(
  `he she it they him her them his hers its their theirs this that these those itself themselves here there such
former latter both`.split(/\s+/),
);
