import type { Clause } from './chunker.ts';
import { chunkClause } from './chunker.ts';

/**
 * The clause in the order of a question: "the two governments settle X" → "do the two governments
 * settle X", "China has become Y" → "has China become Y". Null on doubt; the caller then asks in words
 * that need no inversion.
 */
export function invert(text: string): string | null {
  const clause = chunkClause(text);
  return clause === null ? null : invertClause(clause);
}

export function invertClause(clause: Clause): string | null {
  // "don’t": the contraction would have to move whole.
  if (/^n[’']t\b/.test(clause.rest)) return null;
  const parts =
    clause.kind === 'auxiliary'
      ? [clause.verb.lower, clause.subject, clause.adverbs, clause.rest]
      : [doFor(clause), clause.subject, clause.adverbs, clause.base, clause.rest];
  return parts
    .filter((part) => part !== '')
    .join(' ')
    .replace(/ ,/g, ',');
}

function doFor(clause: Clause): string {
  if (clause.tense === 'past') return 'did';
  return clause.number === 'plural' ? 'do' : 'does';
}
