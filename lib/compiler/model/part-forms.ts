import type { ClaimType } from '#lib/course/model.ts';

/** What the model is told of a frame type: each part with its form, and an example that the frame accepts. */
export type PartForms = {
  parts: Readonly<Record<string, string>>;
  example: Readonly<Record<string, string | string[]>>;
};

export const partForms: Readonly<Record<ClaimType, PartForms>> = {
  definition: {
    parts: { term: 'noun phrase without article', meaning: 'noun phrase without the words of the term' },
    example: { term: 'tide', meaning: 'the rise and fall of the sea twice a day' },
  },
  cause: {
    parts: { effect: 'finite clause', cause: 'finite clause' },
    example: { effect: 'the pans are dug in clay', cause: 'clay lets no water through' },
  },
  purpose: {
    parts: { action: 'finite clause', purpose: 'verb phrase in the bare infinitive' },
    example: { action: 'the keepers trim the lamps at dusk', purpose: 'keep the glass free of soot' },
  },
  means: {
    parts: { action: 'finite clause', means: 'phrase that begins with a verb in -ing' },
    example: { action: 'the town keeps the harbour open', means: 'dredging the channel each spring' },
  },
  benefit: {
    parts: { actor: 'noun phrase', gains: 'noun phrase', from: 'noun phrase, only where the text names it' },
    example: { actor: 'the town', gains: 'a second income', from: 'the ferry' },
  },
  contrast: {
    parts: {
      clauseA: 'finite clause that is granted',
      clauseB: 'finite clause that is asserted all the same',
    },
    example: { clauseA: 'the harbour is small', clauseB: 'it shelters forty boats' },
  },
  condition: {
    // biome-ignore lint/suspicious/noThenProperty: the part’s name in the claims file; a string is never awaited
    parts: { if: 'finite clause', then: 'finite clause' },
    // biome-ignore lint/suspicious/noThenProperty: the part’s name in the claims file; a string is never awaited
    example: { if: 'the wall breaks', then: 'the lower fields flood' },
  },
  membership: {
    parts: { class: 'plural noun phrase', members: 'list of two to five noun phrases' },
    example: { class: 'tools of the rakers', members: ['the rake', 'the skimmer'] },
  },
  comparison: {
    parts: {
      more: 'noun phrase',
      less: 'noun phrase',
      quality: 'comparative, so that “MORE is QUALITY than LESS”',
    },
    example: { more: 'sea salt', less: 'rock salt', quality: 'damper' },
  },
  quantity: {
    parts: {
      statement: 'finite clause that holds the value word for word, once',
      value: 'number with its unit',
    },
    example: { statement: 'the works employ 40 people', value: '40 people' },
  },
  event: {
    parts: {
      statement: 'finite clause in the past without its date',
      date: 'a year, or a date that ends in one',
    },
    example: { statement: 'the lighthouse was rebuilt in stone', date: '1821' },
  },
  attribution: {
    parts: { who: 'noun phrase', holds: 'finite clause' },
    example: { who: 'the harbour board', holds: 'the wall will last a century' },
  },
  forecast: {
    parts: {
      statement: 'finite clause with its modal',
      modality: 'that modal',
      holder: 'noun phrase, only where the text names one',
    },
    example: { statement: 'the channel could silt up', modality: 'could' },
  },
  'open-question': {
    parts: { statement: 'clause that begins with “whether”', modality: 'the word open' },
    example: { statement: 'whether the ferry will return', modality: 'open' },
  },
  property: {
    parts: {
      subject: 'noun phrase, a named and specific actor',
      predicate: 'finite verb phrase, third person',
    },
    example: { subject: 'Norway', predicate: 'exports dried fish' },
  },
};
