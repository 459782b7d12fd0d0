import type { ClaimType } from '#lib/course/model.ts';

/**
 * Of each frame, the part that its questions ask for. Apart from the frames themselves, so that whoever
 * compares finished questions need not load what finds claims in raw text.
 */
export const askedPart = {
  definition: 'meaning',
  cause: 'cause',
  purpose: 'purpose',
  means: 'means',
  benefit: 'gains',
  contrast: 'clauseB',
  condition: 'then',
  membership: 'members',
  comparison: 'more',
  quantity: 'value',
  event: 'date',
  attribution: 'who',
  forecast: 'statement',
  'open-question': 'statement',
  property: 'subject',
} as const satisfies Record<ClaimType, string>;
