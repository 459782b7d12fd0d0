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
  if (
    fixedPairs.test(text) ||
    /\b(?:not|no|never|nor|neither|without|rather than|instead|unless|only|both|from|between)\b|n[’']t\b/i.test(
      predicate,
    )
  )
    return null;
  const tokens = tag(predicate);
  const swaps = tokens.flatMap((token, index) => {
    const found = oppositeOf(token.lower);
    if (found === null || /^\p{Lu}/u.test(token.text)) return [];
    return [{ token, index, ...found }];
  });
  const [swap] = swaps;
  if (swap === undefined || swaps.length !== 1) return null;
  // The same contrast in the subject ("Rising prices …") could turn the statement round twice.
  if (tag(subject).some((token) => oppositeOf(token.lower) !== null)) return null;
  const { token, index } = swap;
  const clause = chunkClause(text);
  if (clause === null || clause.subject !== subject) return null;
  const isMainVerb = clause.verb.start === subject.length + 1 + token.start;
  const before = tokens[index - 1];
  const after = tokens[index + 1];
  if (swap.kind === 'verb') {
    // The main verb, or the verb of its group ("can raise", "has fallen"); nothing deeper in the sentence.
    const inGroup =
      before !== undefined &&
      (isAuxiliary(before) || before.pos === 'ADV') &&
      index <= 3 &&
      clause.kind === 'auxiliary';
    const helps =
      before !== undefined &&
      before.lower === 'to' &&
      /^(?:helps?|tends?|serves?|aims?|seeks?|sought|helped)$/.test(tokens[index - 2]?.lower ?? '');
    if (!(isMainVerb || inGroup || (helps && index <= 3))) return null;
    if (
      /^(?:support|supports|contract|contracts|slow|slows|grow|grows|grew)$/.test(token.lower) &&
      !isMainVerb
    )
      return null;
    if (isMainVerb && hasLaterVerb(tokens, index)) return null;
    if (/^(?:stimulate|suppress)/.test(token.lower) && / to /.test(predicate)) return null;
    // "expanded on his ideas": with a particle it is another verb.
    if (token.pos !== 'VERB' || /^(?:on|upon|up|down|out|off|over|to)$/.test(after?.lower ?? '')) return null;
  } else if (
    !decides(
      tokens.map(({ lower }) => lower),
      index,
      after?.pos,
    )
  )
    return null;
  // "away from" and "toward" are one word and two.
  const other = swap.other === 'away' ? 'away from' : swap.other;
  const end = token.lower === 'away' ? (after?.end ?? token.end) : token.end;
  const swapped = `${predicate.slice(0, token.start)}${other}${predicate.slice(end)}`;
  const mended = swapped
    .replace(/\ban (?=[bcdfghjklmnpqrstvwxyz])/gi, (article) => `${article.charAt(0)} `)
    .replace(/\ba (?=[aeio])/gi, (article) => `${article.charAt(0)}n `);
  return { predicate: mended, from: predicate.slice(token.start, end), to: other };
}

/** A word that says what the sentence is about: after "is", in a comparison, or a preposition of place or time. */
function decides(words: readonly string[], index: number, after: string | undefined): boolean {
  const word = words[index] ?? '';
  const before = words[index - 1] ?? '';
  if (/^(?:before|after|above|below|inside|outside|toward|away)$/.test(word))
    return index > 0 && (word !== 'away' || words[index + 1] === 'from');
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
