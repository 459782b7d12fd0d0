import { z } from 'zod';
import { chunkClause } from '../chunker.ts';
import { option, sentence } from '../wording.ts';
import { falseStatement, foilAnswers, single, trueStatement } from './drafting.ts';
import { neverExtracted, seal } from './frame.ts';

/** statement: a clause that begins with "whether"; holder: who leaves it open, or nobody. */
const parts = z.object({
  holder: z.string().optional(),
  statement: z.string().regex(/^whether /, 'an open question begins with "whether"'),
  modality: z.string().optional(),
});

export const openQuestion = seal<z.infer<typeof parts>>({
  type: 'open-question',
  parts,
  asked: 'statement',
  extract: neverExtracted,
  text: ({ statement }) => sentence(`the article leaves open ${statement}`),

  ask(claim, { statement }) {
    // Where all answers ask about one subject, it stands in the stem.
    const subject = chunkClause(statement.replace(/^whether /, ''))?.subject;
    const shared =
      subject !== undefined &&
      claim.foils.length > 0 &&
      claim.foils.every((foil) => foil.text.startsWith(`whether ${subject} `));
    const stem = shared
      ? `Which question about ${subject} does the article leave open?`
      : 'Which of these questions does the article leave open?';
    return [
      single('open-question/which', claim, stem, option(statement), [...foilAnswers(claim, option)]),
      trueStatement('open-question/statement', claim, sentence(`The article leaves open ${statement}`)),
      falseStatement(
        'open-question/settled',
        claim,
        sentence(`The article gives a definite answer to the question ${statement}`),
        '',
      ),
    ];
  },
});
