import type { ClaimLabel } from '#lib/course/model.ts';

/** A sign beside the word, so that the kind of a claim survives print and colour blindness. */
export const claimSigns: Record<ClaimLabel, string> = {
  fact: '•',
  figure: '#',
  interpretation: '“',
  forecast: '→',
  'open-question': '?',
};
