import type { Course } from '#lib/course/model.ts';

/** A document as the report takes it: compiled twice, for a course must come out the same. */
export type Measured = { name: string; course: Course; isSameAgain: boolean };
