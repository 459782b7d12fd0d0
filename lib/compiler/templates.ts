/**
 * What may be asked of a frame that no person has confirmed, with what blind readers accepted without an edit
 * of each template on documents not tuned on (100 questions, 2026-11-25, before the faults they named were
 * mended). The aim is nine in ten; none reached it yet. On are those whose faults lay in what was found and are
 * mended there; off are statements made false by one word (9 of 19), figures (4 of 11), events (0 of 2) and all
 * that was never measured. Confirmed frames may use every template.
 */
const unconfirmed: Readonly<Record<string, string>> = {
  'definition/cloze':
    '16 of 25; nearly all others after an edit: definitions cut short, answers not accepted',
  'definition/recall': '14 of 25; likewise',
  'definition/statement': '4 of 7: terms of another kind exchanged; now only of one kind',
  'definition/meaning': '0 of 1: wrong answers of another kind; now only of one kind',
  'definition/term': '0 of 6: likewise',
  'definition/matching': '1 of 2 in the round before',
  'definition/naming':
    '19 of 34; cut to fragments or lifted from their surroundings: mended, to be judged again',
  'property/who':
    '4 of 4 in the trial, in the present tense; what a country did (1 of 2) needs a name or number',
  'attribution/who': 'not measured: too rare; holders and views are whole names and clauses',
  'attribution/statement': 'likewise',
};

/** A definition without a mark is kept as a claim to be confirmed, and asks nothing before. */
const markedConfidence = 0.9;

export function mayAsk(
  template: string,
  claim: { origin: string; type: string; confidence: number },
): boolean {
  if (claim.origin !== 'extracted') return true;
  if (!(template in unconfirmed)) return false;
  return claim.type !== 'definition' || claim.confidence >= markedConfidence;
}
