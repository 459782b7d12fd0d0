import type { ConfirmedFrame, Foil } from '../claims-file.ts';
import { frameOf } from '../frames/registry.ts';
import { jaccard, topicStems } from '../likeness.ts';
import { nearlyTheSame } from '../near-same.ts';
import { normalised, wordCount } from '../wording.ts';
import type { Passage } from './passages.ts';
import { fewestFoils, withoutFoils } from './prompts.ts';
import { type FoilProposal, foilProposalSchema } from './replies.ts';
import { notPlain } from './untrusted.ts';

const mostFoils = 4;
const longestFoil = 240;
const longestReason = 300;

/** The wrong answers of a frame that are fit to be tried, or the fault when fewer than two are. */
export function gateFoils(
  frame: ConfirmedFrame,
  passage: Passage,
  given: readonly unknown[],
): { ok: true; foils: Foil[] } | { ok: false; fault: string } {
  if (withoutFoils.has(frame.type)) return { ok: true, foils: [] };
  const foils: Foil[] = [];
  let fault = 'it has no foils';
  for (const entry of given) {
    if (foils.length === mostFoils) break;
    const parsed = foilProposalSchema.safeParse(entry);
    const found = parsed.success ? foilFault(frame, passage, foils, parsed.data) : 'it has another form';
    if (found !== null) fault = `a foil: ${found}`;
    else if (parsed.success) foils.push({ text: parsed.data.text.trim(), why: parsed.data.whyWrong.trim() });
  }
  return foils.length < fewestFoils ? { ok: false, fault } : { ok: true, foils };
}

function foilFault(
  frame: ConfirmedFrame,
  passage: Passage,
  taken: readonly Foil[],
  { text, whyWrong, sentenceIds }: FoilProposal,
): string | null {
  const foil = text.trim();
  const plain = notPlain(foil, longestFoil) ?? notPlain(whyWrong.trim(), longestReason);
  if (plain !== null) return plain;
  if (/[.;:!?]$/.test(foil)) return 'it ends in a full stop';
  if (!sentenceIds.every((id) => passage.sentences.some(({ address }) => address === id)))
    return 'sentenceIds names a sentence that is not in TEXT';
  const keys = [
    frame.parts[frame.parts.members === undefined ? frameOf(frame.type).asked : 'members'] ?? [],
  ].flat();
  if (keys.some((key) => sameAnswer(frame.type, key, foil))) return 'it says the same as the right answer';
  if (taken.some((other) => sameAnswer(frame.type, other.text, foil)))
    return 'it says the same as another foil';
  // A phrase of the evidence itself may be right as well.
  if (` ${normalised(frame.evidence)} `.includes(` ${normalised(foil)} `))
    return 'it stands in the quote itself';
  return keys.every((key) => !lengthsFit(key, foil)) ? 'its length tells it from the right answer' : null;
}

/** Types whose asked part is a name or a short phrase: its head tells what it is. */
const phrases: ReadonlySet<ConfirmedFrame['type']> = new Set([
  'attribution',
  'benefit',
  'membership',
  'property',
]);

/** Clauses may share a subject and differ, as dates may share all but a digit. */
function sameAnswer(type: ConfirmedFrame['type'], one: string, other: string): boolean {
  if (phrases.has(type)) return nearlyTheSame(one, other);
  if (normalised(one) === normalised(other)) return true;
  return type !== 'event' && type !== 'quantity' && jaccard(topicStems(one), topicStems(other)) >= 0.6;
}

function lengthsFit(key: string, foil: string): boolean {
  if (wordCount(key) <= 3 && wordCount(foil) <= 5) return true;
  const ratio = foil.length / Math.max(1, key.length);
  return ratio >= 0.5 && ratio <= 1.8;
}
