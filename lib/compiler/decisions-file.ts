import { z } from 'zod';
import { bloomLevels, itemKinds, pairSchema } from '#lib/course/model.ts';

/** An option as a person writes it. */
const optionSchema = z.object({
  text: z.string().min(1),
  correct: z.boolean(),
  /** Why it is right or wrong; in an edit the reason of the option with this text stays where none is given. */
  rationale: z.string().min(1).optional(),
  /** A quotation of the document that shows it. */
  evidence: z.string().min(1).optional(),
});
export type WrittenOption = z.infer<typeof optionSchema>;

/** What is asked and answered, all of it or what an edit changes. */
const wordingSchema = z.object({
  stem: z.string().min(1),
  options: z.array(optionSchema),
  pairs: z.array(pairSchema),
  order: z.array(z.string().min(1)),
  accept: z.array(z.string().min(1)),
});

/** The item that a decision is about, as it was when somebody decided: by its id, and for people by its words. */
const about = { item: z.string().min(1), kind: z.enum(itemKinds), stem: z.string().min(1) };

const quotes = z.array(z.string().min(1));

export const decisionSchema = z.discriminatedUnion('decision', [
  /** A question of the document that waits for a decision; it is treated as if it were not in the file. */
  z.object({ decision: z.literal('undecided'), ...about }),
  z.object({
    decision: z.literal('approved'),
    ...about,
    /** The texts of its options. Where the item has others by now, it waits to be approved again. */
    options: z.array(z.string()).optional(),
  }),
  z.object({ decision: z.literal('rejected'), ...about, reason: z.string().min(1) }),
  z.object({
    decision: z.literal('edited'),
    ...about,
    /** What is given stands in place of what the compiler made; the rest stays. */
    edit: wordingSchema.partial(),
    /** Quotations that prove it. With them an edit that is whole stands also where the compiler makes its item no more. */
    evidence: quotes.optional(),
  }),
  wordingSchema.partial({ options: true, pairs: true, order: true, accept: true }).extend({
    decision: z.literal('added'),
    kind: z.enum(itemKinds),
    evidence: quotes.min(1),
    /** Ids of the claims or frames that it asks; without, those that the quotations prove. */
    claims: z.array(z.string().min(1)).optional(),
    bloom: z.enum(bloomLevels).optional(),
  }),
]);
export type DecisionEntry = z.infer<typeof decisionSchema>;
export type Decision = Exclude<DecisionEntry, { decision: 'undecided' }>;
export type DecisionOn<D extends Decision['decision']> = Extract<Decision, { decision: D }>;

/** `decisions.json` beside a document. */
export const decisionsFileSchema = z.object({
  format: z.literal('lectern-decisions/1'),
  decisions: z.array(decisionSchema),
});
export type DecisionsFile = z.infer<typeof decisionsFileSchema>;

/** What of the file somebody has decided on. */
export function decisionsOf(file: DecisionsFile): Decision[] {
  return file.decisions.filter((entry): entry is Decision => entry.decision !== 'undecided');
}
