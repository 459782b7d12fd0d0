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

/** action: finite clause; means: gerund VP ("training together in joint exercises"). */
const parts = z.object({ action: z.string().min(1), means: z.string().min(1) });

export const means = seal<z.infer<typeof parts>>({
  type: 'means',
  parts,
  asked: askedPart.means,
  extract: (reading) =>
    splitAtMarker(reading, 'means').map(({ main, marked, confidence }) => ({
      parts: { action: main, means: marked },
      label: 'fact',
      attribution: null,
      confidence,
    })),
  text: (claim) => sentence(`${claim.action} by ${claim.means}`),

  ask(claim, { action, means }, bank) {
    const question = invert(action);
    const stem =
      question === null
        ? `By what means, according to ${sourceOf(claim)}, does this come about: ${action}?`
        : `${according(claim)}, how ${question}?`;
    const way = (phrase: string) => option(`by ${phrase}`);
    return [
      single('means/how', claim, stem, way(means), [
        ...foilAnswers(claim, way),
        ...rivalAnswers(
          claim,
          bank,
          (rival) => way(String(rival.parts.means)),
          (rival) => `about something else, how ${String(rival.parts.action)}`,
        ),
      ]),
      trueStatement('means/statement', claim, sentence(`${according(claim)}, ${action} by ${means}`)),
      ...foilStatements('means/statement', claim, (foil) =>
        sentence(`${according(claim)}, ${action} by ${foil}`),
      ),
    ];
  },
});
