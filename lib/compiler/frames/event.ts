import { z } from 'zod';
import { findEvent } from '../extraction/events.ts';
import { invert } from '../inversion.ts';
import { capitalize, option, sentence } from '../wording.ts';
import { askedPart } from './asked-part.ts';
import {
  according,
  falseStatement,
  foilAnswers,
  rivalAnswers,
  single,
  sourceOf,
  trueStatement,
  written,
} from './drafting.ts';
import type { FramedClaim } from './frame.ts';
import { seal } from './frame.ts';

/** statement: finite clause without its date; date: a year, or a date that ends in one. */
const parts = z.object({
  statement: z.string().min(1),
  date: z.string().regex(/\d{3,4}/, 'a date names its year'),
});

export const event = seal<z.infer<typeof parts>>({
  type: 'event',
  parts,
  asked: askedPart.event,
  extract: findEvent,
  text: ({ statement, date }) => sentence(`${statement} ${dated(date)}`),

  ask(claim, { statement, date }, bank) {
    const question = invert(statement);
    const year = /^\d{3,4}$/.test(date);
    const when = year ? 'in which year' : 'when';
    const stem =
      question === null
        ? `${capitalize(when)}, according to ${sourceOf(claim)}, was this: ${statement}?`
        : `${according(claim)}, ${when} ${question}?`;
    const sameForm = (rival: FramedClaim) =>
      /^\d{3,4}$/.test(String(rival.parts.date)) === year ? option(String(rival.parts.date)) : null;
    // A year of another age tempts nobody: then the year is asked for, not chosen.
    const sameAge = (rival: FramedClaim) =>
      Math.abs(yearOf(String(rival.parts.date)) - yearOf(date)) <= oneAge ? sameForm(rival) : null;
    return [
      single('event/when', claim, stem, option(date), [
        ...foilAnswers(claim, option),
        ...rivalAnswers(
          claim,
          bank,
          sameAge,
          (rival) => `of another event: ${String(rival.parts.statement)}`,
        ),
      ]),
      ...(year ? [written('event/year', 'short', claim, stem, [date])] : []),
      trueStatement('event/statement', claim, sentence(`${according(claim)}, ${statement} ${dated(date)}`)),
      ...(claim.origin === 'extracted' ? bank.rivals(claim) : [])
        .filter((rival) => sameForm(rival) !== null && rival.parts.date !== date)
        .slice(0, 1)
        .map((rival) =>
          falseStatement(
            'event/statement',
            claim,
            sentence(`${according(claim)}, ${statement} ${dated(String(rival.parts.date))}`),
            `The lesson gives that date for another event: ${String(rival.parts.statement)}.`,
          ),
        ),
      ...claim.foils.map((foil) =>
        falseStatement(
          'event/statement',
          claim,
          sentence(`${according(claim)}, ${statement} ${dated(foil.text)}`),
          foil.why,
        ),
      ),
    ];
  },
});

/** How many years apart two dates may lie and still be mistaken for one another. */
const oneAge = 25;

function yearOf(date: string): number {
  return Number(/\d{3,4}/.exec(date)?.[0]);
}

function dated(date: string): string {
  return /^\d{1,2} |^\p{L}+ \d{1,2}, /u.test(date) ? `on ${date}` : `in ${date}`;
}

/** The moment as one number that sorts (year, month, day as YYYYMMDD); null when no year is named. */
export function momentOf(date: string): number | null {
  const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
  const year = /\b(\d{4})\b/.exec(date)?.[1];
  if (year === undefined) return null;
  const month = months.findIndex((name) => new RegExp(`\\b${name}`, 'i').test(date)) + 1;
  const day = /\b(\d{1,2})\b(?!\d)/.exec(date.replace(year, ''))?.[1];
  return Number(year) * 10_000 + month * 100 + (day === undefined ? 0 : Number(day));
}
