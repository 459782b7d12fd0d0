/**
 * What may be asked of a frame that no person has confirmed, with what blind readers accepted without an edit of
 * each template on documents not tuned on (272 questions in four rounds, 2026-11-25), and how many of the questions
 * that the rules still make were among them after the faults that they named were mended. All others are off:
 * "which term", meanings, statements and matching (16 of 26), figures (2 of 4), kinds (1 of 3), countries, and what
 * was never measured. Confirmed frames may use every template.
 */
const unconfirmed: Readonly<Record<string, string>> = {
  'definition/cloze': '22 of 31; still asked 20 of 25',
  'definition/recall': '17 of 27; still asked 17 of 23',
  'definition/naming': '38 of 69; still asked 28 of 35',
  'property/deed':
    '19 of 52 with the next; still asked 8 of 14, most others for an abbreviation not accepted',
  'property/deed-recall': 'as above',
  'event/year': '29 of 58; still asked, where the text tells history, 12 of 13',
  'attribution/who': 'not measured: too rare; holders and views are whole names and clauses',
};

/** A definition or a date that is less sure is kept as a claim to be confirmed, and asks nothing before. */
const askedConfidence = 0.9;

export function mayAsk(
  template: string,
  claim: { origin: string; type: string; confidence: number },
): boolean {
  if (claim.origin !== 'extracted') return true;
  if (!(template in unconfirmed)) return false;
  return !/^(?:definition|event|property)$/.test(claim.type) || claim.confidence >= askedConfidence;
}
