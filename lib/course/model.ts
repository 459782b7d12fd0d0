import { z } from 'zod';

/**
 * The nouns of a compiled course, as `lectern-course/1` writes them.
 * Every `start` and `end` counts UTF-16 units in the course's `text`, and
 * `text.slice(start, end) === quote` holds for every span.
 */

export const spanSchema = z.object({
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  quote: z.string(),
});
export type Span = z.infer<typeof spanSchema>;

export const claimTypes = [
  'definition',
  'cause',
  'purpose',
  'means',
  'benefit',
  'contrast',
  'condition',
  'membership',
  'comparison',
  'quantity',
  'event',
  'attribution',
  'forecast',
  'open-question',
  'property',
] as const;
export type ClaimType = (typeof claimTypes)[number];

export const claimLabels = ['fact', 'figure', 'interpretation', 'forecast', 'open-question'] as const;
export type ClaimLabel = (typeof claimLabels)[number];

export const claimOrigins = ['extracted', 'confirmed', 'written', 'model'] as const;
export type ClaimOrigin = (typeof claimOrigins)[number];

export const itemKinds = [
  'single',
  'multiple',
  'true-false',
  'short',
  'cloze',
  'matching',
  'ordering',
] as const;
export type ItemKind = (typeof itemKinds)[number];

/** How the normalised text is laid out; headings and context boxes yield no claims. */
export const blockKinds = ['heading', 'paragraph', 'list-item', 'quote', 'code', 'table', 'context'] as const;
export type BlockKind = (typeof blockKinds)[number];

export const blockSchema = z.object({
  kind: z.enum(blockKinds),
  /** Heading level 1–6; list depth from 1; 0 elsewhere. */
  level: z.number().int().nonnegative(),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  /** A context box names where its facts come from; absent elsewhere. */
  source: z.string().optional(),
});
export type Block = z.infer<typeof blockSchema>;

export const sectionSchema = z.object({
  id: z.string(),
  title: z.string(),
  level: z.number().int().nonnegative(),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
});
export type Section = z.infer<typeof sectionSchema>;

export const conceptSchema = z.object({
  id: z.string(),
  term: z.string(),
  definition: spanSchema.nullable(),
});
export type Concept = z.infer<typeof conceptSchema>;

export const lessonSchema = z.object({
  id: z.string(),
  slug: z.string(),
  sectionId: z.string(),
  title: z.string(),
  objectives: z.array(z.string()),
  summary: z.array(spanSchema),
  readingMinutes: z.object({ low: z.number().int(), high: z.number().int() }),
  /** School grades that the text asks of its reader; null where it is too short to say. */
  readingLevel: z.object({ low: z.number().int(), high: z.number().int() }).nullable(),
  /** The section's text in parts that are read at once; joined they are the whole. */
  chunks: z.array(spanSchema),
  concepts: z.array(conceptSchema),
});
export type Lesson = z.infer<typeof lessonSchema>;

/** The parts of a frame: each a clean phrase in the grammatical form that its frame's file states. */
export const partsSchema = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
export type Parts = z.infer<typeof partsSchema>;

export const claimSchema = z.object({
  id: z.string(),
  lessonId: z.string(),
  type: z.enum(claimTypes),
  parts: partsSchema,
  origin: z.enum(claimOrigins),
  confidence: z.number().min(0).max(1),
  label: z.enum(claimLabels),
  attribution: z.string().nullable(),
  /** The claim as one sentence. */
  text: z.string(),
  salience: z.number().min(0).max(1),
  evidence: spanSchema,
});
export type Claim = z.infer<typeof claimSchema>;

export const optionSchema = z.object({
  id: z.string(),
  text: z.string(),
  correct: z.boolean(),
  rationale: z.string(),
  evidence: spanSchema.nullable(),
});
export type Option = z.infer<typeof optionSchema>;

export const pairSchema = z.object({ left: z.string(), right: z.string() });
export type Pair = z.infer<typeof pairSchema>;

export const bloomLevels = ['remember', 'understand', 'apply', 'analyse'] as const;
export type Bloom = (typeof bloomLevels)[number];

/** What a person has made of an item: taken it as it is, put it in other words, or written it. */
export const editorialSchema = z.object({
  decision: z.enum(['approved', 'edited', 'added']),
  /** edited only: the id of the item that the compiler had made; the same where only wrong answers changed. */
  replaces: z.string().nullable(),
});
export type Editorial = z.infer<typeof editorialSchema>;

export const itemSchema = z.object({
  id: z.string(),
  lessonId: z.string(),
  claimIds: z.array(z.string()),
  kind: z.enum(itemKinds),
  stem: z.string(),
  bloom: z.enum(bloomLevels),
  difficulty: z.number().min(0).max(1),
  /** single, multiple and true-false; empty elsewhere. */
  options: z.array(optionSchema),
  /** matching only: each left belongs to its right. */
  pairs: z.array(pairSchema),
  /** ordering only: the right order. */
  order: z.array(z.string()),
  /** short and cloze only: what is accepted, the first as the one to show. */
  accept: z.array(z.string()),
  evidence: z.array(spanSchema),
  /** In the default quiz of its lesson. */
  selected: z.boolean(),
  /** Absent where nobody has decided on the item. */
  editorial: editorialSchema.optional(),
});
export type Item = z.infer<typeof itemSchema>;

export const diagnosticSchema = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
});
export type Diagnostic = z.infer<typeof diagnosticSchema>;

export const courseSchema = z.object({
  format: z.literal('lectern-course/1'),
  compiler: z.string(),
  source: z.object({ sha256: z.string(), mediaType: z.string(), words: z.number().int() }),
  title: z.string(),
  text: z.string(),
  /** The layout of `text`, in order and without overlap. */
  blocks: z.array(blockSchema),
  sections: z.array(sectionSchema),
  lessons: z.array(lessonSchema),
  claims: z.array(claimSchema),
  items: z.array(itemSchema),
  diagnostics: z.array(diagnosticSchema),
});
export type Course = z.infer<typeof courseSchema>;
