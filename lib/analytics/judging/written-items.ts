import { z } from 'zod';
import { type Item, itemKinds } from '#lib/course/model.ts';

/** Questions that people wrote, to be judged beside the generated ones. */
export const writtenItemsSchema = z.object({
  format: z.literal('lectern-items/1'),
  source: z.string().min(1),
  /** The text that they are about. */
  text: z.string().min(1),
  items: z.array(
    z.object({
      kind: z.enum(itemKinds),
      stem: z.string().min(1),
      options: z
        .array(z.object({ text: z.string().min(1), correct: z.boolean(), rationale: z.string().default('') }))
        .default([]),
      pairs: z.array(z.object({ left: z.string(), right: z.string() })).default([]),
      order: z.array(z.string()).default([]),
      accept: z.array(z.string()).default([]),
    }),
  ),
});
export type WrittenItems = z.infer<typeof writtenItemsSchema>;

/** Each as an item of a course, as far as a sheet needs one. */
export function asItems(written: WrittenItems): Item[] {
  return written.items.map((each, at) => ({
    id: `w_${at + 1}`,
    lessonId: '',
    claimIds: [],
    kind: each.kind,
    stem: each.stem,
    bloom: 'remember',
    difficulty: 0.5,
    options: each.options.map((option, index) => ({ id: `o_${index}`, ...option, evidence: null })),
    pairs: each.pairs,
    order: each.order,
    accept: each.accept,
    evidence: [],
    selected: false,
  }));
}
