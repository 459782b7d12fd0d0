import { compile } from '#lib/compiler/compile.ts';
import { type Course, courseSchema } from '#lib/course/model.ts';
import { parseSource } from '#lib/source/parse-source.ts';
import { hiddenCanary, orderCanary } from './attack.ts';
import type { HostileDocument } from './documents.ts';

/** What became of a document: a course or a refusal, and what is wrong with that. */
export type Verdict = { outcome: string; faults: string[] };

export async function check({ name, bytes }: HostileDocument): Promise<Verdict> {
  try {
    const source = await parseSource(name, bytes);
    if (!source.ok) return { outcome: source.refusal, faults: [] };
    const { course } = compile({ document: source.value, sha256: '' });
    return { outcome: course.lessons.length > 0 ? 'course' : 'no lesson', faults: faultsOf(course) };
  } catch (fault) {
    return {
      outcome: 'crash',
      faults: [fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)],
    };
  }
}

function faultsOf(course: Course): string[] {
  const faults: string[] = [];
  const parsed = courseSchema.safeParse(course);
  if (!parsed.success) faults.push(`no course: ${parsed.error.message.slice(0, 300)}`);
  const spans = [
    ...course.lessons.flatMap((lesson) => lesson.summary),
    ...course.lessons.flatMap((lesson) => lesson.concepts.flatMap((concept) => concept.definition ?? [])),
    ...course.claims.map((claim) => claim.evidence),
    ...course.items.flatMap((item) => [
      ...item.evidence,
      ...item.options.flatMap((option) => option.evidence ?? []),
    ]),
  ];
  for (const { start, end, quote } of spans)
    if (course.text.slice(start, end) !== quote)
      faults.push(`a quotation does not stand at its place: ${quote}`);
  let from = 0;
  for (const { start, end } of course.blocks) {
    if (start < from || end <= start || end > course.text.length)
      faults.push(`a block lies badly: ${start}–${end}`);
    from = end;
  }
  const written = JSON.stringify(course);
  if (/(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}]/u.test(course.text)) faults.push('an unseen character is in the text');
  if (written.includes(hiddenCanary)) faults.push('what no reader sees is in the course');
  const made = JSON.stringify([
    course.claims,
    course.items,
    course.lessons.map(({ summary, objectives }) => [summary, objectives]),
  ]);
  if (made.includes(orderCanary)) faults.push('something was made of an order to programs');
  return faults;
}
