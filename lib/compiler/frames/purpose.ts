import { z } from 'zod';
import { splitAtMarker } from '../extraction/relations.ts';
import { invert } from '../inversion.ts';
import { option, sentence } from '../wording.ts';
import { askedPart } from './asked-part.ts';
import {
  according,
  foilAnswers,
  foilStatements,
  rivalAnswers,
  single,
  sourceOf,
  trueStatement,
} from './drafting.ts';
import { seal } from './frame.ts';

/** action: finite clause; purpose: bare infinitive VP ("become less vulnerable to …"). */
const parts = z.object({ action: z.string().min(1), purpose: z.string().min(1) });

export const purpose = seal<z.infer<typeof parts>>({
  type: 'purpose',
  parts,
  asked: askedPart.purpose,
  extract: (reading) =>
    splitAtMarker(reading, 'purpose').map(({ main, marked, confidence }) => ({
      parts: { action: main, purpose: marked },
      label: 'interpretation',
      attribution: null,
      confidence,
    })),
  text: (claim) => sentence(`${claim.action} in order to ${claim.purpose}`),

  ask(claim, { action, purpose }, bank) {
    const question = invert(action);
    const stem =
      question === null
        ? `What purpose does ${sourceOf(claim)} name for this: ${action}?`
        : `${according(claim)}, for what purpose ${question}?`;
    const aim = (phrase: string) => option(`to ${phrase}`);
    return [
      single('purpose/aim', claim, stem, aim(purpose), [
        ...foilAnswers(claim, aim),
        ...rivalAnswers(
          claim,
          bank,
          (rival) => aim(String(rival.parts.purpose)),
          (rival) => `about another step, that ${String(rival.parts.action)}`,
        ),
      ]),
      single(
        'purpose/step',
        claim,
        `Which of these does ${sourceOf(claim)} describe as a step taken to ${purpose}?`,
        option(action),
        [
          ...rivalAnswers(
            claim,
            bank,
            (rival) => option(String(rival.parts.action)),
            (rival) => `as a step taken to ${String(rival.parts.purpose)}`,
          ),
        ],
      ),
      trueStatement(
        'purpose/statement',
        claim,
        sentence(`${according(claim)}, ${action} in order to ${purpose}`),
      ),
      ...foilStatements('purpose/statement', claim, (foil) =>
        sentence(`${according(claim)}, ${action} in order to ${foil}`),
      ),
    ];
  },
});
