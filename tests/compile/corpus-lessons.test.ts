import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile } from '#lib/compiler/compile.ts';
import type { Course } from '#lib/course/model.ts';
import { numberSentences } from '#lib/course/numbered-sentences.ts';
import { parseSource } from '#lib/source/parse-source.ts';
import { countWords } from '#lib/text/terms.ts';

const folder = new URL('../corpus/', import.meta.url);
const names = ['tuning', 'held-out'].flatMap((half) =>
  readdirSync(new URL(`${half}/`, folder)).map((name) => `${half}/${name}`),
);

async function compiled(name: string): Promise<Course[]> {
  const parsed = await parseSource(name, readFileSync(new URL(name, folder)));
  return parsed.ok ? [compile({ document: parsed.value, sha256: '' }).course] : [];
}

const courses = new Map(await Promise.all(names.map(async (name) => [name, await compiled(name)] as const)));

describe('the lessons of the test documents', () => {
  it('are made of every document whose format can be read', () => {
    const read = [...courses].filter(([, [course]]) => course !== undefined && course.lessons.length > 0);
    expect(names.length).toBeGreaterThanOrEqual(16);
    expect(read).toHaveLength(names.length);
  });

  it.each(names)(
    'of %s hold their text to the letter in chunks, none of more than five sentences',
    (name) => {
      for (const course of courses.get(name) ?? []) {
        const sentences = numberSentences(course);
        for (const lesson of course.lessons) {
          const section = course.sections.find(({ id }) => id === lesson.sectionId);
          expect(lesson.chunks.map(({ quote }) => quote).join('')).toBe(
            course.text.slice(section?.start, section?.end),
          );
          for (const { start, end, quote } of lesson.chunks) {
            expect(course.text.slice(start, end)).toBe(quote);
            const held = sentences.filter((sentence) => sentence.start >= start && sentence.end <= end);
            expect(held.length).toBeLessThanOrEqual(5);
          }
        }
      }
    },
  );

  it.each(names)(
    'of %s have a reading level where they are long enough, and are summed up in whole sentences',
    (name) => {
      for (const course of courses.get(name) ?? []) {
        const sentences = new Set(numberSentences(course).map(({ start, end }) => `${start}-${end}`));
        for (const lesson of course.lessons) {
          const words = countWords(lesson.chunks.map(({ quote }) => quote).join(''));
          if (words > 120) expect(lesson.readingLevel?.low, lesson.title).toBeGreaterThanOrEqual(4);
          for (const { start, end } of lesson.summary) expect(sentences).toContain(`${start}-${end}`);
        }
      }
    },
  );

  it('are summed up, but for one in twenty in which no sentence stands alone', () => {
    const lessons = [...courses.values()].flat().flatMap((course) => course.lessons);
    const without = lessons.filter((lesson) => lesson.summary.length === 0);
    expect(without.length / lessons.length).toBeLessThanOrEqual(1 / 20);
  });
});
