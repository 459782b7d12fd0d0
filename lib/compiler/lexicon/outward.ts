/**
 * Words by which a sentence leans on what stands outside it. Source: own reading of expository prose; the
 * classes are those of cohesion in English grammars (reference, substitution, conjunction, comparison).
 * Reason: a question shows one statement alone, so that whatever points elsewhere makes it unanswerable.
 */

/** Pronouns and adverbs that stand for something named elsewhere. */
export const pointing =
  /\b(?:it|they|them|this|these|those|he|she|him|hers|theirs|itself|themselves|himself|herself|such|here|there|the former|the latter|thereby|therefore|thus|hence|so|then|instead|otherwise|likewise|similarly|too|also|as well|again|even|still|already|yet|later|earlier|previously|afterwards?|meanwhile|in turn|as a result|in contrast|by contrast|on the other hand|for (?:example|instance)|in this|at that time|at the time|one such|the same|another|others?|both|each|either|neither|respectively|do so|did so|does so|doing so|the following|the above|aforementioned|finally|next|further|furthermore|moreover|soon|now|today|currently|recently|ago|ha[sd] since|have since|however|that \p{L}+’s|in fact|indeed|of course|that (?:year|time|day)|than (?:ever|before|usual|expected|once|previously))\b/iu;

/** They compare with something unsaid, unless "than" says it. */
export const comparing =
  /\b(?:more|less|fewer|better|worse|higher|lower|larger|smaller|greater|stronger|weaker|faster|slower|longer|shorter|cheaper|easier|harder|older|newer|younger)\b/i;

/** Talk about the text or to its reader. */
export const aboutTheText =
  /\b(?:chapters?|sections?|figures?|tables?|diagrams?|lessons?|textbook|readers?|students?|note that|see (?:also|figure|table|the)|discussed|described|mentioned|explored|examined here|as noted)\b|^(?:imagine|consider|suppose|recall|remember|note|see|notice|think|take)\b/i;

/** Openers that only link a sentence to the one before: without them it says the same. */
export const linking =
  /^(?:however|moreover|furthermore|in addition|indeed|in fact|of course|in general|generally|additionally|nevertheless|nonetheless|importantly|notably|in short|essentially|put simply|in other words|for (?:example|instance)), /i;

/** Common nouns of which every reader knows which one is meant. */
export const unique: ReadonlySet<string> = new Set(
  `sun moon earth world sky universe atmosphere ocean sea environment internet web economy equator brain heart body
blood skin skeleton eye ear mind self ground soil poor rich elderly unemployed dead living past future north south
east west`.split(/\s+/),
);

/** Points to something outside the sentence, so that the part could not stand alone in a question. */
export const pointsOut =
  /\b(?:it|they|them|this|that kind|these|those|he|she|him|such|here|there|the former|the latter)\b/i;
export const ownPronoun = /\b(?:its|their|his|her)\b/i;
