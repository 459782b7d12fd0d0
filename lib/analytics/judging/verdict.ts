import { z } from 'zod';

/** The six criteria, in the words that a judge is shown. */
export const criteria = {
  fluent: 'reads as a careful person would write it: grammar, no loose pronoun, no scrap of a sentence',
  answerable: 'whoever has read the text can answer it, from the text alone',
  singleKey: 'the key is right, and nothing else offered is right as well',
  plausibleDistractors: 'whoever has not read the text would take each wrong option for possible',
  worthAsking: 'asks something that the text is about, not a trifle',
  noClue: 'nothing in its form gives the answer away to whoever has not read the text',
} as const;
export type Criterion = keyof typeof criteria;
export const criterionNames = Object.keys(criteria) as Criterion[];

/** "B", "A C", "1C 2A 3B" or words; a list, and numbers with their letters, are taken as well. */
const givenSchema = z
  .union([z.string(), z.array(z.string()), z.record(z.string(), z.string())])
  .transform((given) => {
    if (typeof given === 'string') return given;
    if (Array.isArray(given)) return given.join(' ');
    return Object.entries(given)
      .map(([number, letter]) => `${number}${letter}`)
      .join(' ');
  })
  .pipe(z.string().trim().min(1));

export const answerSchema = z.object({ id: z.string(), judge: z.string().min(1), answer: givenSchema });
export type JudgeAnswer = z.infer<typeof answerSchema>;
export const answersSchema = z.array(answerSchema);

export const verdictSchema = answerSchema.extend({
  fluent: z.boolean(),
  answerable: z.boolean(),
  singleKey: z.boolean(),
  plausibleDistractors: z.boolean(),
  worthAsking: z.boolean(),
  noClue: z.boolean(),
  publishable: z.enum(['yes', 'with-edit', 'no']),
  note: z.string().default(''),
});
export type Verdict = z.infer<typeof verdictSchema>;
export const verdictsSchema = z.array(verdictSchema);
