import { chunkClause } from '../chunker.ts';
import type { Candidate, Reading } from '../frames/frame.ts';
import { ownPronoun, pointsOut } from '../lexicon/outward.ts';
import { chatty } from '../lexicon/stance.ts';
import { wordCount } from '../wording.ts';
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

/** "Nectar contains about 70 percent water": one figure with its unit, in a statement that stands alone. */
function findFigure({ text, around }: Reading): Candidate[] {
  const figures = text.match(/(?:US)?[$€£]?\d[\d,]*(?:\.\d+)?/g) ?? [];
  if (figures.length !== 1) return [];
  const value =
    /(?:US)?[$€£]?\d[\d,]*(?:\.\d+)? ?(?:%|per ?cent|million|billion|trillion|kilometres|kilometers|metres|meters|miles|feet|degrees|tonnes|tons|kilograms|grams|milligrams|litres|liters|people|years|hours|minutes|seconds|species|members|votes|ships|cities|countries|states|bones|cells|times|words)(?: \p{Lu}?\p{Ll}*(?<=ion|sius|heit))?/u.exec(
      text,
    )?.[0];
  if (value === undefined || /\b(?:between|from|in|by|of the) (?:US)?[$€£]?\d/.test(text)) return [];
  const statement = statementOf(text, around);
  const clause = statement === null ? null : chunkClause(statement);
  if (statement === null || clause === null || bareDefinite(clause.subject)) return [];
  // What was so at one time needs to be somebody's: "the rate fell to 10 percent" does not say whose.
  if (
    clause.tense === 'past' &&
    !clause.tokens.some(({ pos, start }) => pos === 'PROPN' && start < clause.verb.start)
  )
    return [];
  if (clause.subject.includes(value) || statement.split(value).length !== 2 || /,(?!\d)/.test(statement))
    return [];
  return [{ parts: { statement, value }, label: 'figure', attribution: null, confidence: 0.9 }];
}

/** A sentence that ends in a figure with its unit and says of whom it speaks, or states a count. */
export function findQuantity(reading: Reading): Candidate[] {
  const count = findCount(reading);
  if (count.length > 0) return count;
  const figure = findFigure(reading);
  if (figure.length > 0) return figure;
  const { text, around } = reading;
  if (chatty.some((pattern) => pattern.test(text)) || /[;:—()“”"]/.test(text)) return [];
  const plain = text.replace(/[.]$/, '');
  const match =
    / (?<value>(?:US)?[$€£]?\d[\d,]*(?:\.\d+)?(?: (?:per cent|percent|million|billion|trillion|kilometres|kilometers|metres|meters|degrees|tonnes|tons|people|years))+)$/.exec(
      plain,
    );
  const value = match?.groups?.value;
  if (value === undefined || /\bbetween\b/.test(plain) || pointsOut.test(plain) || ownPronoun.test(plain))
    return [];
  const clause = chunkClause(around.uncapitalised(plain));
  if (clause === null || bareDefinite(clause.subject) || wordCount(plain) < 6 || wordCount(plain) > 25)
    return [];
  if (plain.split(value).length !== 2) return [];
  return [
    {
      parts: { statement: around.uncapitalised(plain), value },
      label: 'figure',
      attribution: null,
      confidence: 0.9,
    },
  ];
}
