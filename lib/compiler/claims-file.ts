import { z } from 'zod';
import { claimLabels, claimTypes, partsSchema } from '#lib/course/model.ts';

/** A wrong answer written by a person for the asked part of a frame, with the reason that it is wrong. */
export const foilSchema = z.object({ text: z.string().min(1), why: z.string().min(1) });
export type Foil = z.infer<typeof foilSchema>;

/** What a person has decided on a frame; a proposed one waits for it and counts as found by the rules. */
export const frameStatuses = ['proposed', 'confirmed', 'corrected', 'rejected'] as const;
export type FrameStatus = (typeof frameStatuses)[number];

/** Which model proposed a frame, and what it was asked. */
export const modelMarkSchema = z.object({
  name: z.string().min(1),
  promptHash: z.string().min(1),
  /** Stems of its questions that a solver answered without the text. */
  guessed: z.array(z.string()).optional(),
  /** Who approved it. */
  editor: z.string().optional(),
});

/**
 * One frame of the file: proposed by the rules, or confirmed, corrected or rejected by a person. `evidence`
 * is the exact quotation of the document's text that proves it, found by search: it must occur exactly once.
 */
export const confirmedFrameSchema = z.object({
  id: z.string().min(1),
  type: z.enum(claimTypes),
  parts: partsSchema,
  evidence: z.string().min(1),
  label: z.enum(claimLabels),
  attribution: z.string().nullable().default(null),
  salience: z.number().min(0).max(1).default(0.5),
  /** Ids of frames of the same type for whose question this frame's answer is right as well. */
  alsoTrueOf: z.array(z.string()).default([]),
  foils: z.array(foilSchema).default([]),
  /** definition only: other spellings of the term that a short answer may give. */
  acceptAlso: z.array(z.string()).default([]),
  status: z.enum(frameStatuses).default('confirmed'),
  /** How sure the rules are of a frame that they propose; a person's word needs none. */
  confidence: z.number().min(0).max(1).default(0.9),
  /** Only of a frame that a model proposed, also after a person has decided on it. */
  model: modelMarkSchema.optional(),
});
export type ConfirmedFrame = z.infer<typeof confirmedFrameSchema>;

/** `claims.json` beside a document. */
export const claimsFileSchema = z.object({
  format: z.literal('lectern-claims/1'),
  claims: z.array(confirmedFrameSchema),
});
export type ClaimsFile = z.infer<typeof claimsFileSchema>;
