import { z } from 'zod';
import { findQuantity } from '../extraction/quantities.ts';
import { nearbyNumbers, otherFigures, spelledNumber } from '../lexicon/numbers.ts';
import { option, sentence } from '../wording.ts';
import { askedPart } from './asked-part.ts';
import {
  according,
  blank,
  falseStatement,
  foilAnswers,
  keyAnswer,
  trueStatement,
  written,
} from './drafting.ts';
import type { Answer, FramedClaim, ItemDraft } from './frame.ts';
import { seal } from './frame.ts';

/** statement: a clause that holds `value` word for word, once; value: a number with its unit, or a count. */
const parts = z
  .object({ statement: z.string().min(1), value: z.string().min(1) })
  .refine(
    ({ statement, value }) => statement.split(value).length === 2,
    'the statement must hold the value once',
  );

export const quantity = seal<z.infer<typeof parts>>({
  type: 'quantity',
  parts,
  asked: askedPart.quantity,
  extract: findQuantity,
  text: ({ statement }) => sentence(statement),

  ask(claim, { statement, value }) {
    const drafts: ItemDraft[] = [
      trueStatement('quantity/statement', claim, sentence(`${according(claim)}, ${statement}`)),
    ];
    const wrong: Answer[] = [
      ...foilAnswers(claim, (text) => text),
      ...[...nearbyNumbers(value), ...(claim.origin === 'extracted' ? otherFigures(value) : [])].map(
        (text): Answer => ({
          text,
          rationale: `The lesson gives another number: ${value}.`,
          evidence: claim.evidence,
          origin: 'claim',
        }),
      ),
    ];
    for (const { text, rationale } of wrong.slice(0, 2)) {
      drafts.push(
        falseStatement(
          'quantity/statement',
          claim,
          sentence(`${according(claim)}, ${statement.replace(value, () => text)}`),
          rationale,
        ),
      );
    }
    const figure = figureAtTheEnd(claim, statement, value);
    drafts.push(...figure);
    // A blank in the middle makes the reader hold half a sentence: only an end-blank is asked.
    if (figure.length === 0 && statement.endsWith(` ${value}`)) {
      const stem = `Complete the sentence: ${option(statement.slice(0, -value.length))} ____.`.replace(
        / {2,}/g,
        ' ',
      );
      drafts.push(written('quantity/cloze', 'cloze', claim, stem, acceptedNumbers(value)));
    }
    const counted = /^(?<noun>[\p{L}’-]+ .+)$/u.exec(
      statement.startsWith(`${value} `) ? statement.slice(value.length + 1) : '',
    );
    if (counted?.groups?.noun !== undefined && spelledNumber(value) !== null) {
      drafts.push(
        blank(
          'quantity/how-many',
          'single',
          [claim],
          `${according(claim)}, how many ${counted.groups.noun}?`,
          {
            keys: [keyAnswer(claim, option(value))],
            candidates: wrong.map((answer) => ({ ...answer, text: option(answer.text) })),
          },
        ),
      );
    }
    return drafts;
  },
});

/** "… work best at around ____ °C": only the figure is missing, so that nobody has to guess the unit. */
function figureAtTheEnd(claim: FramedClaim, statement: string, value: string): ItemDraft[] {
  const found = /^(?<figure>[\d,.]+)(?<unit>.*)$/.exec(value)?.groups;
  if (found?.figure === undefined || !statement.endsWith(` ${value}`)) return [];
  const before = option(statement.slice(0, -value.length));
  const stem = `Complete the sentence with a number: ${before} ____${found.unit ?? ''}.`;
  return [written('quantity/figure', 'cloze', claim, stem, acceptedNumbers(found.figure))];
}

/** "three" and "3", "1,200" and "1200", "a week or two" and "one to two weeks". */
function acceptedNumbers(value: string): string[] {
  const other = spelledNumber(value);
  const plain = value.replace(/(?<=\d),(?=\d{3})/g, '');
  const [, unit] = /^an? (\p{L}+) or two$/u.exec(value) ?? [];
  const orTwo =
    unit === undefined
      ? []
      : [`one or two ${unit}s`, `one to two ${unit}s`, `1 to 2 ${unit}s`, `1-2 ${unit}s`];
  return [...new Set([value, ...(other === null ? [] : [other]), plain, ...orTwo])];
}
