import { z } from 'zod';
import { findAttribution } from '../extraction/attributions.ts';
import { agrees, numberOf } from '../noun-phrase.ts';
import { option, sentence } from '../wording.ts';
import { askedPart } from './asked-part.ts';
import {
  falseStatement,
  foilAnswers,
  foilStatements,
  rivalAnswers,
  single,
  trueStatement,
} from './drafting.ts';
import { seal } from './frame.ts';

/** who: NP; holds: finite clause; verb: how the text says that they hold it ("argued"), where it says so itself. */
const parts = z.object({
  who: z.string().min(1),
  holds: z.string().min(1),
  verb: z.string().min(1).optional(),
});

export const attribution = seal<z.infer<typeof parts>>({
  type: 'attribution',
  parts,
  asked: askedPart.attribution,
  extract: findAttribution,
  text: ({ who, holds, verb }) => sentence(says(who, holds, verb)),

  ask(claim, { who, holds, verb }, bank) {
    return [
      single(
        'attribution/who',
        claim,
        `Who, according to the lesson, ${asOne(verb)} that ${holds}?`,
        option(who),
        [
          ...foilAnswers(claim, option),
          ...rivalAnswers(
            claim,
            bank,
            (rival) => option(String(rival.parts.who)),
            (rival) => `of another view, that ${String(rival.parts.holds)}`,
          ),
        ],
      ),
      trueStatement(
        'attribution/statement',
        claim,
        sentence(`According to the lesson, ${says(who, holds, verb)}`),
      ),
      // Another party's name in its place; where the verb would have to change with it, none is taken.
      ...(claim.origin === 'extracted' && /(?:ed|aid|ought|ound|eld)$/.test(verb ?? '')
        ? bank.rivals(claim)
        : []
      )
        .slice(0, 2)
        .map((rival) =>
          falseStatement(
            'attribution/statement',
            claim,
            sentence(`According to the lesson, ${says(String(rival.parts.who), holds, verb)}`),
            `That is another view’s holder: ${String(rival.parts.who)} holds that ${String(rival.parts.holds)}.`,
          ),
        ),
      ...foilStatements('attribution/statement', claim, (foil) =>
        sentence(`According to the lesson, ${says(foil, holds, verb)}`),
      ),
    ];
  },
});

function says(who: string, holds: string, verb?: string): string {
  return `${who} ${verb ?? agrees(numberOf(who), 'holds', 'hold')} that ${holds}`;
}

/** "Who argues …?" takes the singular, whoever it is. */
function asOne(verb = 'holds'): string {
  return /(?:s|ed|ought|led|eld)$/.test(verb) ? verb : `${verb}s`;
}
