import { z } from 'zod';
import { chunkClause } from '../chunker.ts';
import { splitAtMarker } from '../extraction/relations.ts';
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

/** if, then: finite clauses. */
// biome-ignore lint/suspicious/noThenProperty: the part’s name in the claims file; a string is never awaited
const parts = z.object({ if: z.string().min(1), then: z.string().min(1) });

export const condition = seal<z.infer<typeof parts>>({
  type: 'condition',
  parts,
  asked: askedPart.condition,
  extract: (reading) =>
    splitAtMarker(reading, 'condition').map(({ main, marked, confidence }) => ({
      // biome-ignore lint/suspicious/noThenProperty: the part’s name in the claims file; a string is never awaited
      parts: { if: marked, then: main },
      label: 'interpretation',
      attribution: null,
      confidence,
    })),
  text: (claim) => sentence(`if ${claim.if}, ${claim.then}`),

  ask(claim, { if: condition, then }, bank) {
    const follows = (clause: string) => sentence(`${according(claim)}, if ${condition}, ${clause}`);
    // "What follows if all prices rose?" mixes a case that is thought of with one that is met.
    const follow = chunkClause(condition)?.tense === 'past' ? 'would follow' : 'follows';
    return [
      single(
        'condition/follows',
        claim,
        `What, according to ${sourceOf(claim)}, ${follow} if ${condition}?`,
        option(then),
        [
          ...foilAnswers(claim, option),
          ...rivalAnswers(
            claim,
            bank,
            (rival) => option(String(rival.parts.then)),
            (rival) => `under another condition, if ${String(rival.parts.if)}`,
          ),
        ],
      ),
      trueStatement('condition/statement', claim, follows(then)),
      ...foilStatements('condition/statement', claim, follows),
    ];
  },
});
