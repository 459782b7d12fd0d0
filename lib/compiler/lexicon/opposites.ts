/**
 * Pairs of words that contradict each other in the same place. Source: own list after the antonyms of
 * learners' dictionaries, cut to pairs of one form and one grammar, so that a swap stays a good sentence.
 * Reason: a statement with one of them exchanged is false if the statement is true.
 */

/** Verbs, each as base, third person, past and participle, -ing. */
const verbTable = `
increase increases increased increasing|decrease decreases decreased decreasing
rise rises rose rising|fall falls fell falling
raise raises raised raising|lower lowers lowered lowering
expand expands expanded expanding|shrink shrinks shrank shrinking
strengthen strengthens strengthened strengthening|weaken weakens weakened weakening
widen widens widened widening|narrow narrows narrowed narrowing
accept accepts accepted accepting|reject rejects rejected rejecting
absorb absorbs absorbed absorbing|release releases released releasing
attract attracts attracted attracting|repel repels repelled repelling
accelerate accelerates accelerated accelerating|slow slows slowed slowing
import imports imported importing|export exports exported exporting
oppose opposes opposed opposing|support supports supported supporting
stimulate stimulates stimulated stimulating|suppress suppresses suppressed suppressing
maximize maximizes maximized maximizing|minimize minimizes minimized minimizing
centralize centralizes centralized centralizing|decentralize decentralizes decentralized decentralizing
strengthens strengthens strengthened strengthening|undermines undermines undermined undermining
contract contracts contracted contracting|relax relaxes relaxed relaxing
improve improves improved improving|worsen worsens worsened worsening
reduce reduces reduced reducing|increase increases increased increasing
diminish diminishes diminished diminishing|grow grows grew growing`;

/** Adjectives, adverbs, prepositions and nouns. */
const wordTable = `
high low|higher lower|highest lowest|large small|larger smaller|largest smallest|great small|greater smaller
long short|longer shorter|longest shortest|fast slow|faster slower|fastest slowest|quickly slowly|rapidly slowly
early late|earlier later|before after|above below|internal external|inner outer
northern southern|eastern western|north south|east west|positive negative|positively negatively
majority minority|strong weak|stronger weaker|strongest weakest|rich poor|richer poorer|wealthy poor
wide narrow|wider narrower|hot cold|hotter colder|warm cool|warmer cooler|wet dry|heavy light|heavier lighter
thick thin|thicker thinner|urban rural|voluntary involuntary|direct indirect|directly indirectly
visible invisible|legal illegal|maximum minimum|temporary permanent|simple complex|active passive
cheap expensive|easy difficult|common rare|ancient modern|older newer|oldest newest|more less|most least
increase decrease|rise fall|expansion contraction|surplus deficit|demand supply|buyers sellers
clockwise counterclockwise|upward downward|forward backward|incoming outgoing
dense sparse|denser sparser|deep shallow|deeper shallower|smooth rough|rigid flexible|soluble insoluble
conscious unconscious|stable unstable|successful unsuccessful|effective ineffective
popular unpopular|equal unequal|reversible irreversible|renewable nonrenewable|elected appointed
beginning end|success failure|victory defeat|winter summer|lightest heaviest|nearest farthest|closer farther`;

export type OppositeKind = 'verb' | 'word';

const pairs = new Map<string, { other: string; kind: OppositeKind }>();

for (const line of verbTable.trim().split('\n')) {
  const [left = '', right = ''] = line.split('|');
  const [a, b] = [left.split(' '), right.split(' ')];
  for (const [index, form] of a.entries()) {
    const other = b[index] ?? '';
    if (!pairs.has(form)) pairs.set(form, { other, kind: 'verb' });
    if (!pairs.has(other)) pairs.set(other, { other: form, kind: 'verb' });
  }
}
for (const entry of wordTable.trim().split(/[|\n]/)) {
  const [a = '', b = ''] = entry.split(' ');
  if (!pairs.has(a)) pairs.set(a, { other: b, kind: 'word' });
  if (!pairs.has(b)) pairs.set(b, { other: a, kind: 'word' });
}

/** The word that contradicts another one in its place, and whether both are verbs; null for most words. */
export function oppositeOf(word: string): { other: string; kind: OppositeKind } | null {
  return pairs.get(word) ?? null;
}

/** Words that form a name with the next: "high school", "public health": no swap inside. */
export const fixedPairs =
  /\b(?:high (?:school|schools|court|seas|priest|tech|command|commissioner|profile|street)|higher (?:education|power)|great (?:depression|war|powers?|lakes|plains|britain|deal|many|number|wall|plague|migration|awakening|compromise|society)|greater than|small (?:intestine|talk|business|businesses|claims)|large (?:intestine|numbers?)|short (?:story|stories|term)|long (?:term|run|bones?|ago)|light (?:years?|waves?|energy|rays?|bulb|rail)|cold war|hot (?:spots?|spring)|middle east|north (?:america|korea|pole|sea|atlantic|africa|star)|south (?:america|korea|pole|africa|asia)|east (?:asia|africa|germany|india)|west (?:africa|germany|bank|indies)|more (?:or less|and more)|most (?:of|people|other|likely)|no more|at (?:most|least)|once more|late (?:night|in)|early (?:on|in|years)|before long|supply chain|supply and demand|demand and supply|common (?:law|sense|good|era|ancestor|ground|knowledge)|poor (?:law|health)|wet (?:lab)|direct(?: democracy| current)|simple machine|rise to|fall of|fall into|summer palace|end (?:of|in|up|to)|clos(?:e|er) to)\b/i;
