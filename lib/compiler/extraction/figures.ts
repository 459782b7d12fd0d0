import { chunkClause } from '../chunker.ts';
import type { Candidate, Reading } from '../frames/frame.ts';
import { chatty, hedges } from '../lexicon/stance.ts';
import { wordCount } from '../wording.ts';
import { withoutLoose } from './loose.ts';
import { bareDefinite, leansOut, statementOf } from './stands-alone.ts';

const months = 'January|February|March|April|May|June|July|August|September|October|November|December';
const when = `[Ii]n (?:(?:early|late|the (?:spring|summer|autumn|winter) of) )?(?:(?:${months}) )?(?:1\\d{3}|20\\d{2})`;
const datedFirst = new RegExp(`^(?<date>${when}),? (?<main>.+)$`);
const datedLast = new RegExp(`^(?<main>.+) (?<date>${when})$`);
const insertion = /^(?<subject>[^,]{3,60}), (?:an?|the|which|who|where) [^,]{3,80}, (?=\p{Ll})/u;
/** A figure with what it counts or measures, up to three words, at the end of the clause. */
const ending =
  /^(?<before>.+ )(?<value>(?:US)?[$€£]?\d[\d,]*(?:\.\d+)?(?: (?:million|billion|trillion))?(?: ?(?:°[CF]|%)| (?:per cent|percent|per second|[\p{Ll}]+s?(?: (?:per|of|an?) [\p{Ll}]+)?| ?degrees (?:Celsius|Fahrenheit)))?)$/u;

/** What is counted is often beside the point; what is measured seldom. */
const measured =
  /°|%|per ?cent|[$€£]|\b(?:degrees|kilomet|met(?:er|re)s|miles|feet|tonnes|tons|kilograms|grams|milligrams|lit(?:er|re)s|volts|watts|kilowatt|years|hours|minutes|seconds|million|billion)/;

/**
 * One figure at the end of a clause that says of whom or what it is: "Most human enzymes work best at around 37 °C".
 * What was so at one time keeps its date, set first: "In June 2022, American inflation reached 9.1 per cent".
 */
export function findFigure({ text, around }: Reading): Candidate[] {
  if (!/\d/.test(text) || chatty.some((pattern) => pattern.test(text))) return [];
  const plain = withoutLoose(text.replace(/\.$/, '')).replace(
    insertion,
    (_, subject: string) => `${subject} `,
  );
  for (const clause of plain.split(/, (?:and|but|while|so|which|or) |; /)) {
    const found = figureIn(
      clause.replace(insertion, (_, subject: string) => `${subject} `),
      around,
    );
    if (found !== null) return [found];
  }
  return [];
}

function figureIn(clause: string, around: Reading['around']): Candidate | null {
  const cut = clause.split(/,(?!\d)(?! \d)/)[0] ?? '';
  const dated = datedFirst.exec(clause)?.groups ?? datedLast.exec(cut)?.groups;
  const main = (dated?.main ?? cut).split(/,(?!\d)/)[0] ?? '';
  const found = ending.exec(main)?.groups;
  if (found?.before === undefined || found.value === undefined || /\d/.test(found.before)) return null;
  const value = found.value.trim();
  // A bare number may be a year, a page or a version; a range or a share of something has two ends.
  if (/^\d+$/.test(value) && !/\b(?:about|around|of|at) $/.test(found.before)) return null;
  if (/^(?:1\d{3}|20\d{2})$/.test(value) || /\b(?:between|from|to|by|and|or|than) $/.test(found.before))
    return null;
  const opened = main.charAt(0).toUpperCase() + main.slice(1);
  const alone = statementOf(`${opened}.`, around);
  if (alone === null || !alone.endsWith(value)) return null;
  const read = chunkClause(alone);
  if (read === null || bareDefinite(read.subject) || leansOut(read.subject, around)) return null;
  if (wordCount(alone) > 24 || alone.split(' ').some((word) => hedges.has(word))) return null;
  const past = read.tense === 'past' || /^(?:was|were|had)$/.test(read.verb.lower);
  // What was so at one time needs that time, and somebody whose it is.
  if (past && (dated?.date === undefined || !read.tokens.some(({ pos }) => pos === 'PROPN'))) return null;
  if (!around.isTopic(read.subject) || !measured.test(value)) return null;
  const date = dated?.date;
  const statement = date === undefined ? alone : `${date.charAt(0).toLowerCase()}${date.slice(1)}, ${alone}`;
  return { parts: { statement, value }, label: 'figure', attribution: null, confidence: 0.9 };
}

/** "Nectar contains about 70 percent water": one figure with its unit, in a statement that stands alone. */
export function findInnerFigure({ text, around }: Reading): Candidate[] {
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
