import { z } from 'zod';

const title = z.string().trim().min(1).max(200);
/** A section by its title, or by its id where two have the same title. */
const section = z.string().trim().min(1);

const correctionSchema = z.union([
  z.strictObject({ rename: section, title }),
  z.strictObject({ merge: z.array(section).min(2), title: title.optional() }),
  /** `at` is the beginning of the sentence, or of the block, with which the new section begins. */
  z.strictObject({ split: section, at: z.string().trim().min(1), title }),
  z.strictObject({ leaveOut: section }),
  /** Sections that are not named keep their order behind those that are. */
  z.strictObject({ order: z.array(section).min(1) }),
]);
export type OutlineCorrection = z.infer<typeof correctionSchema>;

/** `outline.json` beside a document: what its author changes about the sections, in this order. */
export const outlineFileSchema = z.strictObject({
  format: z.literal('lectern-outline/1'),
  corrections: z.array(correctionSchema),
});
export type OutlineFile = z.infer<typeof outlineFileSchema>;
