import type { Section } from '#lib/course/model.ts';
import type { NumberedSentence } from '#lib/course/numbered-sentences.ts';
import type { SourceDocument } from '#lib/source/document.ts';
import type { ClaimsFile } from './claims-file.ts';

/** What is known of a lesson before its claims are: enough to name it. */
export type LessonOutline = { id: string; slug: string; sectionId: string; title: string };

/**
 * What every step after the sections reads. `lessons[i]` teaches `sections[i]`, and a sentence's
 * `sectionIndex` counts in both.
 */
export type CompileContext = {
  document: SourceDocument;
  sections: Section[];
  lessons: LessonOutline[];
  sentences: NumberedSentence[];
  /** What a person has confirmed, corrected and rejected; null where nobody has. */
  claimsFile: ClaimsFile | null;
};
