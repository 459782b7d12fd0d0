import type { Clause } from '../chunker.ts';
import { chunkClause, isAuxiliary } from '../chunker.ts';
import type { Token } from '../language.ts';
import { tag } from '../language.ts';
import { fixedPairs, oppositeOf } from '../lexicon/opposites.ts';

/** A word of a statement and the one that contradicts it there. */
export type Opposite = { predicate: string; from: string; to: string };

/**
 * The predicate of a clause with its one contradicting word exchanged: "lowers the rate" → "raises the rate".
 * Null when no word, or more than one, could be exchanged: two of them may cancel out.
 */
export function oppositePredicate(subject: string, predicate: string): Opposite | null {
  const text = `${subject} ${predicate}`;
  if (fixedPairs.test(text) || turned.test(predicate)) return null;
  const clause = chunkClause(text);
  if (clause === null || clause.subject !== subject) return null;
  const tokens = tag(predicate);
  // The same contrast in the subject ("Rising prices …") could turn the statement round twice.
  const other = tokens.filter((token) => contrastOf(token) !== null);
  if (tag(subject).some((token) => contrastOf(token) !== null)) return null;
  const swaps = other.filter((token) => decidesTruth(tokens, token, clause));
  const [token] = swaps;
  if (token === undefined || swaps.length !== 1 || other.length > 2) return null;
  return exchange(predicate, tokens, token);
}

/** Negations turn a statement already; these set two things against each other. */
const turned =
  /\b(?:not|no|never|nor|neither|without|rather than|instead|unless|only|both|between|from .+ to)\b|n[’']t\b/i;

/** "most" and "least" before a noun measure and contradict nothing. */
function contrastOf(token: Token): ReturnType<typeof oppositeOf> {
  if (/^\p{Lu}/u.test(token.text) || /^(?:most|least)$/.test(token.lower)) return null;
  return oppositeOf(token.lower);
}

function decidesTruth(tokens: readonly Token[], token: Token, clause: Clause): boolean {
  const index = tokens.indexOf(token);
  const after = tokens[index + 1];
  if (contrastOf(token)?.kind !== 'verb')
    return decides(
      tokens.map(({ lower }) => lower),
      index,
      after?.pos,
    );
  const before = tokens[index - 1];
  const isMainVerb = clause.verb.start === clause.subject.length + 1 + token.start;
  // The main verb, or the verb of its group ("can raise", "has fallen"); nothing deeper in the sentence.
  const inGroup =
    before !== undefined &&
    (isAuxiliary(before) || before.pos === 'ADV') &&
    index <= 3 &&
    clause.kind === 'auxiliary';
  const helps =
    before?.lower === 'to' &&
    index <= 3 &&
    /^(?:helps?|tends?|serves?|aims?|seeks?|sought|helped)$/.test(tokens[index - 2]?.lower ?? '');
  if (!(isMainVerb || (token.pos === 'VERB' && (inGroup || helps)))) return false;
  if (!isMainVerb && nouns.test(token.lower)) return false;
  if (isMainVerb && hasLaterVerb(tokens, index)) return false;
  if (/^(?:stimulate|suppress)/.test(token.lower) && tokens.slice(index).some(({ lower }) => lower === 'to'))
    return false;
  // "expanded on his ideas": with a particle it is another verb.
  return !/^(?:on|upon|up|down|out|off|over|to)$/.test(after?.lower ?? '');
}

/** As often a noun or an adjective: believed only where the clause has it for its verb. */
const nouns = /^(?:support|supports|contract|contracts|slow|slows|grow|grows|grew)$/;

function exchange(predicate: string, tokens: readonly Token[], token: Token): Opposite | null {
  const found = contrastOf(token);
  if (found === null) return null;
  const noun = tokens.slice(tokens.indexOf(token) + 1).find(({ pos }) => pos === 'NOUN' || pos === 'ADP');
  // "fewer" of what can be counted.
  const counted = found.other === 'less' && noun?.pos === 'NOUN' && /[^s]s$/.test(noun.lower);
  const to = counted ? 'fewer' : found.other;
  const { end } = token;
  const swapped = `${predicate.slice(0, token.start)}${to}${predicate.slice(end)}`
    .replace(/\ban (?=[bcdfghjklmnpqrstvwxyz])/gi, (article) => `${article.charAt(0)} `)
    .replace(/\ba (?=[aeio])/gi, (article) => `${article.charAt(0)}n `);
  return { predicate: swapped, from: predicate.slice(token.start, end), to };
}

/** What contradicts a clause ("taxes were high") or a verb phrase ("reduce the tax"); null on doubt. */
export function contraryOf(text: string): string | null {
  const clause = chunkClause(text);
  if (clause !== null) {
    const found = oppositePredicate(clause.subject, text.slice(clause.subject.length).trim());
    return found === null ? null : `${clause.subject} ${found.predicate}`;
  }
  const [first = '', ...rest] = text.split(' ');
  const found = oppositeOf(first);
  if (found?.kind !== 'verb' || fixedPairs.test(text)) return null;
  if (rest.some((word) => oppositeOf(word.replace(/[.,]$/, '').toLowerCase()) !== null)) return null;
  return `${found.other} ${rest.join(' ')}`;
}

/** Only of what happens is "before" a time and not a place. */
const happening =
  /^(?:occurs?|occurred|happens?|happened|comes?|came|begins?|began|ends?|ended|starts?|started|forms?|formed|takes?|took|dies|died|appears?|appeared|arrives?|arrived|evolved|developed|intact|passed|made|built|written|discovered|invented)$/;

/** A word that says what the sentence is about: after "is", in a comparison, or a preposition of place or time. */
function decides(words: readonly string[], index: number, after: string | undefined): boolean {
  const word = words[index] ?? '';
  const before = words[index - 1] ?? '';
  if (/^(?:before|after|above|below)$/.test(word))
    return (
      index > 0 &&
      (/^(?:above|below)$/.test(word) || words.slice(0, index).some((each) => happening.test(each))) &&
      !/^(?:well|long|shortly|soon|just|immediately|until|even)$/.test(before)
    );
  // "consists of more than trade" counts; "is more stable than" and "far more than" compare.
  if (
    /^(?:more|less)$/.test(word) &&
    words[index + 1] === 'than' &&
    !/^(?:much|far|significantly)$/.test(before)
  )
    return false;
  const than = words.indexOf('than') > index && words.indexOf('than') - index <= 6;
  const stated =
    /^(?:is|are|was|were|become|becomes|became|remain|remains|remained|be|much|far|very|relatively|generally|often|usually|significantly)$/.test(
      before,
    );
  if (/(?:er|more|less)$/.test(word) && than) return true;
  if (/^(?:most|least)$/.test(word)) return after === 'ADJ' && /^(?:the|is|are|was|were)$/.test(before);
  // "were long the domain of": before anything but a phrase of its own, the word is an adverb or part of a name.
  const ends = after === undefined || ['ADP', 'SCONJ', 'CCONJ', 'PART', 'PUNCT'].includes(after);
  return stated && ends && index <= 4;
}

/** "The men gained in the war left …": a participle that was taken for the verb has the verb behind it. */
function hasLaterVerb(tokens: readonly Token[], at: number): boolean {
  return tokens.some((token, index) => {
    if (index <= at || token.pos !== 'VERB' || /ing$/.test(token.lower)) return false;
    const before = tokens[index - 1];
    return before !== undefined && ['NOUN', 'PROPN', 'NUM'].includes(before.pos) && !/ed$/.test(token.lower);
  });
}
