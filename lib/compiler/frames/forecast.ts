import { z } from 'zod';
import type { Clause } from '../chunker.ts';
import { chunkClause } from '../chunker.ts';
import { modals } from '../lexicon/verbs.ts';
import { option, sentence } from '../wording.ts';
import {
  blank,
  falseStatement,
  foilAnswers,
  foilStatements,
  keyAnswer,
  single,
  trueStatement,
} from './drafting.ts';
import type { Answer, FramedClaim, ItemDraft } from './frame.ts';
import { neverExtracted, seal } from './frame.ts';

/** statement: finite clause with a modal; holder: who forecasts, or nobody; modality: the modal. */
const parts = z.object({
  holder: z.string().optional(),
  statement: z.string().min(1),
  modality: z.string().min(1),
});

/** How a forecast may be presented; only "may happen" fits a possibility. */
const stances = [
  'As something that may or may not happen',
  'As something that is bound to happen',
  'As something that has already happened',
  'As something that is now ruled out',
] as const;

export const forecast = seal<z.infer<typeof parts>>({
  type: 'forecast',
  parts,
  asked: 'statement',
  extract: neverExtracted,
  text: ({ statement }) => sentence(statement),

  ask(claim, { statement }) {
    const clause = chunkClause(statement);
    const modal = clause === null ? null : modals.has(clause.verb.lower) ? clause.verb.lower : null;
    const drafts: ItemDraft[] = [
      whichForecast(claim, statement, clause),
      trueStatement('forecast/statement', claim, sentence(`According to the article, ${statement}`)),
      ...foilStatements('forecast/statement', claim, (foil) => sentence(`According to the article, ${foil}`)),
    ];
    if (clause === null || modal === null || !/^(?:could|might|may|can)$/.test(modal)) return drafts;
    // "will" in the modal's place says nothing of how sure the article is.
    const certain = [clause.subject, 'will', clause.adverbs, clause.rest]
      .filter((part) => part !== '')
      .join(' ');
    const fixed: Answer[] = stances.slice(1).map((text) => ({
      text,
      rationale: `The lesson says “${modal}”: it allows for this, no more and no less.`,
      evidence: claim.evidence,
      origin: 'fixed',
    }));
    drafts.push(
      blank('forecast/stance', 'single', [claim], `How does the article present the idea that ${certain}?`, {
        keys: [keyAnswer(claim, stances[0])],
        candidates: fixed,
      }),
      trueStatement(
        'forecast/possible',
        claim,
        `The article presents it as possible, rather than certain, that ${certain}.`,
      ),
      falseStatement(
        'forecast/possible',
        claim,
        `The article presents it as certain, rather than possible, that ${certain}.`,
        `The word is “${modal}”.`,
      ),
    );
    return drafts;
  },
});

/** Where all answers speak of one subject, it stands in the stem and the answers say "It could …". */
function whichForecast(claim: FramedClaim, statement: string, clause: Clause | null): ItemDraft {
  const shared =
    clause !== null &&
    claim.foils.length > 0 &&
    claim.foils.every((foil) => foil.text.startsWith(`${clause.subject} `));
  if (!shared)
    return single(
      'forecast/which',
      claim,
      'Which of these forecasts does the article make?',
      option(statement),
      foilAnswers(claim, option),
    );
  const about = (text: string) =>
    option(`${clause.number === 'plural' ? 'they' : 'it'}${text.slice(clause.subject.length)}`);
  return single(
    'forecast/which',
    claim,
    `Which forecast does the article make about ${clause.subject}?`,
    about(statement),
    foilAnswers(claim, about),
  );
}
