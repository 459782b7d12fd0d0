import { resolve } from 'node:path';
import type { Candidate } from '#lib/analytics/judging/draw.ts';
import { asItems, writtenItemsSchema } from '#lib/analytics/judging/written-items.ts';
import { type Course, courseSchema } from '#lib/course/model.ts';
import { compileFile } from '../compile-file.ts';
import { parseAs, readJson } from '../json-file.ts';

/** The questions of one file: a document, which is compiled; a course as JSON; or questions that people wrote. */
export async function candidatesOf(file: string): Promise<Candidate[]> {
  const part = partOf(file);
  if (!file.endsWith('.json')) {
    const { course, templates } = await compileFile(file);
    return ofCourse(course, { source: file, part, templates });
  }
  const json = readJson(file);
  const written = writtenItemsSchema.safeParse(json);
  if (!written.success) {
    const course = parseAs(courseSchema, 'a course, and no list of written questions', file, json);
    return ofCourse(course, { source: file, part, templates: new Map() });
  }
  const { source, text } = written.data;
  return asItems(written.data).map((item) => ({ source, part, text, template: null, claims: [], item }));
}

function ofCourse(
  course: Course,
  {
    source,
    part,
    templates,
  }: { source: string; part: string | null; templates: ReadonlyMap<string, string> },
): Candidate[] {
  const claims = new Map(course.claims.map((claim) => [claim.id, claim.text]));
  return course.items.map((item) => ({
    source,
    part,
    text: course.text,
    template: templates.get(item.id) ?? null,
    claims: item.claimIds.map((id) => claims.get(id) ?? id),
    item,
  }));
}

/** The corpus keeps what rules were tuned on apart from what was held out, in folders of these names. */
function partOf(file: string): string | null {
  return /[\\/](tuning|held-out)[\\/]/.exec(resolve(file))?.[1] ?? null;
}
