import { chunkClause } from '../chunker.ts';
import type { Candidate, Reading } from '../frames/frame.ts';
import { findFigure, findInnerFigure } from './figures.ts';
import { bareDefinite, statementOf } from './stands-alone.ts';

/** "The heart has four chambers": a count that a statement stands and falls with. */
function findCount({ text, around }: Reading): Candidate[] {
  const counted = /\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/gi;
  const [value, ...more] = text.match(counted) ?? [];
  if (value === undefined || more.length > 0 || /\d|,/.test(text)) return [];
  const statement = statementOf(text, around);
  const clause = statement === null ? null : chunkClause(statement);
  if (statement === null || clause === null || bareDefinite(clause.subject)) return [];
  const behind = statement.slice(statement.toLowerCase().indexOf(value.toLowerCase()) + value.length);
  // The count must be what is said, not part of what it is said of: "two of them", "the two", "one in three".
  const isSaid = new RegExp(
    `^.{${clause.subject.length}} (?:has|have|had|contains?|consists? of|includes?|comprises?|is|are|was|were|recognizes?|uses?|needs?|requires?)\\b[^,]*? ${value} $`,
    'u',
  );
  if (!isSaid.test(`${statement.slice(0, statement.length - behind.length)} `)) return [];
  if (
    !/^ (?:\p{Ll}+ ){0,2}?\p{Ll}+s\b/u.test(behind) ||
    /^ (?:of|or|to|years?|days?|times?|examples?|reasons?|ways?|things)\b/.test(behind)
  )
    return [];
  if (
    /\b(?:the|these|those|in|at least|about|more than|up to|over|nearly|every|other|first|last|only) $/.test(
      statement.slice(0, statement.length - behind.length - value.length),
    )
  )
    return [];
  return [{ parts: { statement, value }, label: 'figure', attribution: null, confidence: 0.9 }];
}

/** A count or figure that a statement, which can be read alone, stands and falls with. */
export function findQuantity(reading: Reading): Candidate[] {
  for (const find of [findCount, findFigure, findInnerFigure]) {
    const found = find(reading);
    if (found.length > 0) return found;
  }
  return [];
}
