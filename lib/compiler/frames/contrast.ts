import { z } from 'zod';
import { splitAtMarker } from '../extraction/relations.ts';
import { capitalize, option, sentence } from '../wording.ts';
import { askedPart } from './asked-part.ts';
import { according, foilAnswers, rivalAnswers, single, sourceOf, trueStatement } from './drafting.ts';
import { seal } from './frame.ts';

/** clauseA: what is granted; clauseB: what is asserted all the same. Finite clauses. */
const parts = z.object({ clauseA: z.string().min(1), clauseB: z.string().min(1) });

export const contrast = seal<z.infer<typeof parts>>({
  type: 'contrast',
  parts,
  asked: askedPart.contrast,
  extract: (reading) =>
    splitAtMarker(reading, 'contrast').map(({ main, marked, confidence }) => ({
      parts: { clauseA: marked, clauseB: main },
      label: 'interpretation',
      attribution: null,
      confidence,
    })),
  text: ({ clauseA, clauseB }) => sentence(`although ${clauseA}, ${clauseB}`),

  ask(claim, { clauseA, clauseB }, bank) {
    const set = (b: string) => sentence(`${according(claim)}, although ${clauseA}, ${b}`);
    const stem = `${capitalize(sourceOf(claim))} says that ${clauseA}. How does it qualify this?`;
    return [
      single('contrast/against', claim, stem, option(clauseB), [
        ...foilAnswers(claim, option),
        ...rivalAnswers(
          claim,
          bank,
          (rival) => option(String(rival.parts.clauseB)),
          (rival) => `against something else, that ${String(rival.parts.clauseA)}`,
        ),
      ]),
      trueStatement('contrast/statement', claim, set(clauseB)),
    ];
  },
});
