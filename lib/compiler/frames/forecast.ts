import { z } from 'zod';
import type { Clause } from '../chunker.ts';
import { chunkClause } from '../chunker.ts';
import { modals } from '../lexicon/verbs.ts';
import { addressOf, option, sentence } from '../wording.ts';
import { askedPart } from './asked-part.ts';
import {
  according,
  blank,
  foilAnswers,
  foilStatements,
  single,
  sourceOf,
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

/** How a forecast may be presented. */
const stances = {
  possible: 'As something that may or may not happen',
  expected: 'As something that is expected to happen',
  past: 'As something that has already happened',
  excluded: 'As something that is now ruled out',
} as const;

/** How sure a forecast is, by its modal; on any other verb nothing is asked. */
function sureness(modal: string | null): 'possible' | 'expected' | null {
  if (modal === null) return null;
  if (/^(?:could|might|may|can)$/.test(modal)) return 'possible';
  return modal === 'will' ? 'expected' : null;
}

export const forecast = seal<z.infer<typeof parts>>({
  type: 'forecast',
  parts,
  asked: askedPart.forecast,
  extract: neverExtracted,
  text: ({ statement }) => sentence(statement),

  ask(claim, { statement }) {
    const clause = chunkClause(statement);
    const modal = clause === null ? null : modals.has(clause.verb.lower) ? clause.verb.lower : null;
    const drafts: ItemDraft[] = [
      whichForecast(claim, statement, clause),
      trueStatement('forecast/statement', claim, sentence(`${according(claim)}, ${statement}`)),
      ...foilStatements('forecast/statement', claim, (foil) => sentence(`${according(claim)}, ${foil}`)),
    ];
    const sure = sureness(modal);
    if (clause === null || sure === null) return drafts;
    // "will" in the modal's place says nothing of how sure the article is.
    const certain = [clause.subject, 'will', clause.adverbs, clause.rest]
      .filter((part) => part !== '')
      .join(' ');
    const key = stances[sure];
    const fixed = Object.values(stances)
      .filter((text) => text !== key)
      .map((text) => presented(claim, text, String(modal), sure));
    const stem = `How does ${sourceOf(claim)} present the idea that ${certain}?`;
    drafts.push(
      blank('forecast/stance', 'single', [claim], stem, {
        keys: [{ ...presented(claim, key, String(modal), sure), origin: 'key' }],
        candidates: fixed,
      }),
    );
    return drafts;
  },
});

/** An answer about a forecast, with what shows how sure the text is of it. */
function presented(claim: FramedClaim, text: string, modal: string, sure: 'possible' | 'expected'): Answer {
  const where = addressOf(claim.sentences);
  const said = claim.evidence.quote.includes(` ${modal} `) ? `says “${modal}”` : 'forecasts this';
  const reasons: Readonly<Record<string, string>> = {
    [stances.possible]:
      sure === 'possible' ? 'it allows for this, no more and no less' : 'it does more than allow for this',
    [stances.expected]:
      sure === 'expected'
        ? 'it expects this, and does not yet know it'
        : 'it allows for this without expecting it',
    [stances.past]: 'it looks ahead and does not say that this has happened',
    [stances.excluded]: 'it rules nothing out',
  };
  const rationale = `The lesson ${said} (${where}): ${reasons[text] ?? ''}.`;
  return { text, rationale, evidence: claim.evidence, origin: 'fixed' };
}

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
      `Which of these forecasts does ${sourceOf(claim)} make?`,
      option(statement),
      foilAnswers(claim, option),
    );
  const about = (text: string) =>
    option(`${clause.number === 'plural' ? 'they' : 'it'}${text.slice(clause.subject.length)}`);
  return single(
    'forecast/which',
    claim,
    `Which forecast does ${sourceOf(claim)} make about ${clause.subject}?`,
    about(statement),
    foilAnswers(claim, about),
  );
}
