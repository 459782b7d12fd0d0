import { z } from 'zod';
import { claimLabels, claimTypes, partsSchema } from '#lib/course/model.ts';
import { ok, type Result, refuse } from '#lib/result.ts';

/** What may come back from a model. All of it is data; what has another form is not read. */

const idsSchema = z.array(z.string().max(20)).max(8);

export const proposalSchema = z.object({
  type: z.enum(claimTypes),
  parts: partsSchema,
  sentenceIds: idsSchema.min(1),
  quote: z.string().min(1).max(2_000),
  label: z.enum(claimLabels),
  attribution: z.string().nullable().default(null),
});
export type Proposal = z.infer<typeof proposalSchema>;

export const foilProposalSchema = z.object({
  text: z.string(),
  whyWrong: z.string(),
  sentenceIds: idsSchema.default([]),
});
export type FoilProposal = z.infer<typeof foilProposalSchema>;

/** Entries are looked at one by one, so that a bad one does not spoil the others. */
const entries = z.array(z.unknown()).max(60);

const framesReply = z.object({ frames: entries, reason: z.string().nullish() });
const foilsReply = z.object({ frames: entries });
const answersReply = z.object({ answers: entries });

export const wordingSchema = z.object({
  id: z.string().max(60),
  parts: partsSchema.nullish(),
  foils: z.array(z.unknown()).max(12).default([]),
});
export type Wording = z.infer<typeof wordingSchema>;

export const answerSchema = z.object({ id: z.string().max(20), letters: z.array(z.string().max(3)).max(12) });
export type SolverAnswer = z.infer<typeof answerSchema>;

export function readFrames(text: string): Result<{ frames: unknown[]; reason: string | null }> {
  const parsed = readReply(framesReply, text);
  if (!parsed.ok) return parsed;
  const { frames, reason = null } = parsed.value;
  // An empty list is a valid answer, but it says why.
  if (frames.length === 0 && (reason ?? '').trim() === '') return refuse('an empty list comes with a reason');
  return ok({ frames, reason });
}

export function readWordings(text: string): Result<Wording[]> {
  const parsed = readReply(foilsReply, text);
  return parsed.ok ? ok(each(wordingSchema, parsed.value.frames)) : parsed;
}

/** Mended frames: proposals, each with its foils beside it. */
export function readMended(text: string): Result<unknown[]> {
  const parsed = readReply(foilsReply, text);
  return parsed.ok ? ok(parsed.value.frames) : parsed;
}

export function readAnswers(text: string): Result<SolverAnswer[]> {
  const parsed = readReply(answersReply, text);
  return parsed.ok ? ok(each(answerSchema, parsed.value.answers)) : parsed;
}

function each<T>(schema: z.ZodType<T>, list: readonly unknown[]): T[] {
  return list.flatMap((entry) => {
    const parsed = schema.safeParse(entry);
    return parsed.success ? [parsed.data] : [];
  });
}

/** The first fault of a value, in words that a model can mend it by. */
export function faultOf(error: z.ZodError): string {
  const [issue] = error.issues;
  return issue === undefined
    ? 'it has another form'
    : `${issue.path.join('.') || 'the answer'}: ${issue.message}`;
}

function readReply<T>(schema: z.ZodType<T>, text: string): Result<T> {
  // Models like to set a fence or a word of greeting around what they were asked for.
  const from = text.indexOf('{');
  const to = text.lastIndexOf('}');
  if (from < 0 || to < from) return refuse('there is no JSON object in it');
  let json: unknown;
  try {
    json = JSON.parse(text.slice(from, to + 1));
  } catch {
    return refuse('it is no whole JSON object');
  }
  const parsed = schema.safeParse(json);
  return parsed.success ? ok(parsed.data) : refuse(faultOf(parsed.error));
}
