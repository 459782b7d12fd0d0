import { z } from 'zod';
import { itemKinds } from '#lib/course/model.ts';

/**
 * What a blind judge gets first: questions of several sources in one random order, and the texts to look
 * things up in. Neither the key nor where a question comes from stands in it.
 */
export const sheetItemSchema = z.object({
  id: z.string(),
  document: z.string(),
  kind: z.enum(itemKinds),
  stem: z.string(),
  /** single, multiple and true-false. */
  options: z.array(z.object({ letter: z.string(), text: z.string() })),
  /** matching: each number belongs to one letter. */
  lefts: z.array(z.object({ number: z.number().int(), text: z.string() })),
  /** matching: the right column. ordering: the entries. Both shuffled. */
  choices: z.array(z.object({ letter: z.string(), text: z.string() })),
});
export type SheetItem = z.infer<typeof sheetItemSchema>;

export const sheetSchema = z.object({
  format: z.literal('lectern-sheet/1'),
  seed: z.number().int(),
  documents: z.array(z.object({ id: z.string(), text: z.string() })),
  items: z.array(sheetItemSchema),
});
export type Sheet = z.infer<typeof sheetSchema>;

export const keyItemSchema = z.object({
  id: z.string(),
  /** The file or the author that it comes from. */
  source: z.string(),
  /** "tuning" or "held-out", where the source's folder says so. */
  part: z.string().nullable(),
  template: z.string().nullable(),
  /** The question's own id in its course. */
  item: z.string(),
  claims: z.array(z.string()),
  kind: z.enum(itemKinds),
  stem: z.string(),
  /** Letters as a judge answers them ("B", "A C", "1C 2A"), or the first text that is accepted. */
  right: z.string(),
  rightText: z.string(),
  accept: z.array(z.string()),
  options: z.array(
    z.object({ letter: z.string(), text: z.string(), correct: z.boolean(), rationale: z.string() }),
  ),
  evidence: z.array(z.string()),
});
export type KeyItem = z.infer<typeof keyItemSchema>;

/** Kept apart from the sheet until the judge has answered. */
export const keySchema = z.object({
  format: z.literal('lectern-key/1'),
  seed: z.number().int(),
  items: z.array(keyItemSchema),
});
export type Key = z.infer<typeof keySchema>;
