import { chunkClause } from '../chunker.ts';
import type { Candidate, Reading } from '../frames/frame.ts';
import { tag } from '../language.ts';
import { hedges } from '../lexicon/stance.ts';
import { numberOf } from '../noun-phrase.ts';
import { wordCount } from '../wording.ts';
import { oppositePredicate } from './opposite.ts';
import { statementOf } from './stands-alone.ts';

/** "Arteries carry …, whereas veins carry …": two subjects of which each has what the other has not. */
const parallel = /^(?<first>[^,]+),? (?:whereas|while) (?<second>[^,]+)$/;
const parallelFronted = /^(?:Whereas|While) (?<first>[^,]+), (?<second>[^,]+)$/;

/** Two sides set against each other in one sentence: what is said of the one is wrong of the other. */
function findParallel({ text, around }: Reading): Candidate[] {
  const plain = text.replace(/\.$/, '');
  const groups = parallelFronted.exec(plain)?.groups ?? parallel.exec(plain)?.groups;
  if (groups?.first === undefined || groups.second === undefined) return [];
  const [first, second] = [groups.first, groups.second].map((side) => statementOf(padded(side), around));
  if (first === null || second === null || first === undefined || second === undefined) return [];
  const [a, b] = [chunkClause(first), chunkClause(second)];
  if (a === null || b === null) return [];
  if (wordCount(a.subject) > 6 || wordCount(b.subject) > 6 || a.number !== b.number) return [];
  const [na, nb] = [numberOf(a.subject), numberOf(b.subject)];
  if (na === 'unknown' || nb === 'unknown' || a.subject.toLowerCase() === b.subject.toLowerCase()) return [];
  const predicate = first.slice(a.subject.length).trim();
  if (wordCount(predicate) < 3 || /\b(?:its|their|his|her)\b/.test(predicate)) return [];
  return [
    {
      parts: { subject: a.subject, predicate },
      label: 'fact',
      attribution: null,
      confidence: 0.9,
      foils: [{ text: b.subject, why: `The text sets ${a.subject} against ${b.subject}.` }],
    },
  ];
}

function padded(side: string): string {
  return `${side.charAt(0).toUpperCase()}${side.slice(1)}.`;
}

/** A statement that stands alone and has one word by which it can be contradicted. */
function findContradictable({ text, around }: Reading): Candidate[] {
  const statement = statementOf(text, around);
  if (statement === null) return [];
  const clause = chunkClause(statement);
  if (clause === null || wordCount(clause.subject) > 8) return [];
  const predicate = statement.slice(clause.subject.length).trim();
  if (wordCount(predicate) < 4 || /\bcan be\b|\bmore than (?:just|an?|one|half|\d)/.test(predicate))
    return [];
  // What was so once needs to be somebody's, or of a time.
  if (clause.tense === 'past' && !/\p{Lu}|\d/u.test(statement)) return [];
  if (hasSecondClaim(predicate)) return [];
  // Two claims in one sentence: a reader cannot tell which of them is to be judged.
  if (/[,;] (?:and|but|so|while|as|yet|although|though)\b/.test(predicate)) return [];
  if (predicate.split(' ').some((word) => hedges.has(word.toLowerCase()))) return [];
  const opposite = oppositePredicate(clause.subject, predicate);
  if (opposite === null) return [];
  return [
    {
      parts: { subject: clause.subject, predicate, opposite: opposite.predicate },
      label: 'fact',
      attribution: null,
      confidence: 0.9,
    },
  ];
}

/** What a sentence says of its subject, where something is known to be wrong in its place. */
export function findProperties(reading: Reading): Candidate[] {
  const found = findParallel(reading);
  return found.length > 0 ? found : findContradictable(reading);
}

/** "is rich in iron and extremely important": joined on, a second thing is said that the first does not decide. */
function hasSecondClaim(predicate: string): boolean {
  const tokens = tag(predicate);
  return tokens.some(
    ({ lower }, index) => lower === 'and' && ['VERB', 'AUX', 'ADV'].includes(tokens[index + 1]?.pos ?? ''),
  );
}
