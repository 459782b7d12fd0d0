import { z } from 'zod';
import { chunkClause } from '../chunker.ts';
import { agrees, numberOf } from '../noun-phrase.ts';
import { option, sentence } from '../wording.ts';
import { askedPart } from './asked-part.ts';
import { foilAnswers, foilStatements, single, trueStatement } from './drafting.ts';
import { neverExtracted, seal } from './frame.ts';

/**
 * statement: a clause that begins with "whether"; holder: who leaves it open, or nobody. Its foils are
 * questions that the text answers: of one that it does not raise, nobody can say whether it is left open.
 */
const parts = z.object({
  holder: z.string().optional(),
  statement: z.string().regex(/^whether /, 'an open question begins with "whether"'),
  modality: z.string().optional(),
});

export const openQuestion = seal<z.infer<typeof parts>>({
  type: 'open-question',
  parts,
  asked: askedPart['open-question'],
  extract: neverExtracted,
  text: ({ holder, statement }) => leavesOpen(holder || 'the lesson', statement),

  ask(claim, { holder, statement }) {
    const who = holder || 'the lesson';
    const does = agrees(numberOf(who), 'does', 'do');
    // Where all answers ask about one subject, it stands in the stem.
    const subject = chunkClause(statement.replace(/^whether /, ''))?.subject;
    const shared =
      subject !== undefined &&
      claim.foils.length > 0 &&
      claim.foils.every((foil) => foil.text.startsWith(`whether ${subject} `));
    const stem = shared
      ? `Which question about ${subject} ${does} ${who} leave open?`
      : `Which of these questions ${does} ${who} leave open?`;
    return [
      single('open-question/which', claim, stem, option(statement), [...foilAnswers(claim, option)]),
      trueStatement('open-question/statement', claim, leavesOpen(who, statement)),
      ...foilStatements('open-question/statement', claim, (foil) => leavesOpen(who, foil)),
    ];
  },
});

function leavesOpen(who: string, statement: string): string {
  return sentence(`${who} ${agrees(numberOf(who), 'leaves', 'leave')} open ${statement}`);
}
