import { z } from 'zod';
import { agrees, numberOf } from '../noun-phrase.ts';
import { option, sentence } from '../wording.ts';
import { foilAnswers, foilStatements, rivalAnswers, single, trueStatement } from './drafting.ts';
import { neverExtracted, seal } from './frame.ts';

/** who: NP; holds: finite clause. */
const parts = z.object({ who: z.string().min(1), holds: z.string().min(1) });

export const attribution = seal<z.infer<typeof parts>>({
  type: 'attribution',
  parts,
  asked: 'who',
  extract: neverExtracted,
  text: ({ who, holds }) => sentence(says(who, holds)),

  ask(claim, { who, holds }, bank) {
    return [
      single('attribution/who', claim, `Who, according to the lesson, holds that ${holds}?`, option(who), [
        ...foilAnswers(claim, option),
        ...rivalAnswers(
          claim,
          bank,
          (rival) => option(String(rival.parts.who)),
          (rival) => `of another view, that ${String(rival.parts.holds)}`,
        ),
      ]),
      trueStatement('attribution/statement', claim, sentence(`According to the lesson, ${says(who, holds)}`)),
      ...foilStatements('attribution/statement', claim, (foil) =>
        sentence(`According to the lesson, ${says(foil, holds)}`),
      ),
    ];
  },
});

function says(who: string, holds: string): string {
  return `${who} ${agrees(numberOf(who), 'holds', 'hold')} that ${holds}`;
}
