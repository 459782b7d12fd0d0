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

/** effect, cause: finite clauses, small first letter, no full stop. */
const parts = z.object({ effect: z.string().min(1), cause: z.string().min(1) });

export const cause = seal<z.infer<typeof parts>>({
  type: 'cause',
  parts,
  asked: askedPart.cause,
  extract: (reading) =>
    splitAtMarker(reading, 'cause').map(({ main, marked, confidence }) => ({
      parts: { effect: main, cause: marked },
      label: 'interpretation',
      attribution: null,
      confidence,
    })),
  text: (claim) => sentence(`${claim.effect} because ${claim.cause}`),

  ask(claim, { effect, cause }, bank) {
    const question = invert(effect);
    const stem =
      question === null
        ? `What, according to ${sourceOf(claim)}, explains why ${effect}?`
        : `${according(claim)}, why ${question}?`;
    const reason = (clause: string) => option(`because ${clause}`);
    return [
      single('cause/why', claim, stem, reason(cause), [
        ...foilAnswers(claim, reason),
        ...rivalAnswers(
          claim,
          bank,
          (rival) => reason(String(rival.parts.cause)),
          (rival) => `about another matter, that ${String(rival.parts.effect)}`,
        ),
      ]),
      single(
        'cause/effect',
        claim,
        `What does ${sourceOf(claim)} explain by the fact that ${cause}?`,
        option(`that ${effect}`),
        [
          ...rivalAnswers(
            claim,
            bank,
            (rival) => option(`that ${String(rival.parts.effect)}`),
            (rival) => `for another reason, that ${String(rival.parts.cause)}`,
          ),
        ],
      ),
      trueStatement('cause/statement', claim, sentence(`${according(claim)}, ${effect} because ${cause}`)),
      ...foilStatements('cause/statement', claim, (foil) =>
        sentence(`${according(claim)}, ${effect} because ${foil}`),
      ),
    ];
  },
});
