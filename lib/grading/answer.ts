import { z } from 'zod';

/** What a learner answered, by the kind of the item. Lengths are bounded: an answer is stored for good. */
export const answerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('single'), option: z.string().min(1).max(64) }),
  z.object({ kind: z.literal('true-false'), option: z.string().min(1).max(64) }),
  z.object({ kind: z.literal('multiple'), options: z.array(z.string().min(1).max(64)).min(1).max(20) }),
  z.object({ kind: z.literal('short'), text: z.string().trim().min(1).max(500) }),
  z.object({ kind: z.literal('cloze'), text: z.string().trim().min(1).max(500) }),
  /** For each left side of the prompt, in the prompt's order, the chosen right side. */
  z.object({ kind: z.literal('matching'), rights: z.array(z.string().min(1).max(1000)).min(1).max(20) }),
  z.object({ kind: z.literal('ordering'), order: z.array(z.string().min(1).max(1000)).min(1).max(20) }),
]);
export type Answer = z.infer<typeof answerSchema>;
