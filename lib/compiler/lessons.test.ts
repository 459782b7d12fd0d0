import { expect, test } from 'vitest';
import type { Section } from '#lib/course/model.ts';
import { outlineLessons, readingMinutes } from './lessons.ts';

const section = (id: string, title: string): Section => ({ id, title, level: 2, start: 0, end: 0 });

test('lessons of the same title have addresses of their own', () => {
  const slugs = outlineLessons([
    section('s_1', 'Salt'),
    section('s_2', 'Salt!'),
    section('s_3', 'Соль'),
    section('s_4', 'Salt 2'),
  ]);
  expect(slugs.map((lesson) => lesson.slug)).toEqual(['salt', 'salt-2', 'lesson', 'salt-2-2']);
});

test('no lesson takes the address of a page of the course', () => {
  expect(outlineLessons([section('s_1', 'Glossary')])[0]?.slug).toBe('glossary-2');
});

test('a lesson keeps its id as long as its section does', () => {
  const [alone] = outlineLessons([section('s_1', 'Salt')]);
  const [, second] = outlineLessons([section('s_0', 'Sand'), section('s_1', 'Salt')]);
  expect(alone?.id).toMatch(/^l_/);
  expect(second?.id).toBe(alone?.id);
});

test('reading time runs from quick to slow readers and is never less than a minute', () => {
  expect(readingMinutes(0)).toEqual({ low: 1, high: 1 });
  expect(readingMinutes(500)).toEqual({ low: 2, high: 3 });
  expect(readingMinutes(1800)).toEqual({ low: 8, high: 10 });
});
