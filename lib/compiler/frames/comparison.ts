import { z } from 'zod';
import { findComparison } from '../extraction/comparisons.ts';
import { agrees, numberOf } from '../noun-phrase.ts';
import { option, sentence } from '../wording.ts';
import { askedPart } from './asked-part.ts';
import { according, falseStatement, foilAnswers, single, trueStatement } from './drafting.ts';
import { seal } from './frame.ts';

/** more, less: NPs; quality: comparative, so that "MORE is QUALITY than LESS" is a sentence. */
const parts = z.object({ more: z.string().min(1), less: z.string().min(1), quality: z.string().min(1) });

export const comparison = seal<z.infer<typeof parts>>({
  type: 'comparison',
  parts,
  asked: askedPart.comparison,
  extract: findComparison,
  text: ({ more, less, quality }) => sentence(compare(more, less, quality)),

  ask(claim, { more, less, quality }) {
    return [
      single(
        'comparison/which',
        claim,
        `Which of these does the lesson call ${quality} than ${less}?`,
        option(more),
        foilAnswers(claim, option),
      ),
      trueStatement(
        'comparison/statement',
        claim,
        sentence(`${according(claim)}, ${compare(more, less, quality)}`),
      ),
      falseStatement(
        'comparison/statement',
        claim,
        sentence(`${according(claim)}, ${compare(less, more, quality)}`),
        'The comparison is turned round.',
      ),
    ];
  },
});

function compare(more: string, less: string, quality: string): string {
  return `${more} ${agrees(numberOf(more), 'is', 'are')} ${quality} than ${less}`;
}
