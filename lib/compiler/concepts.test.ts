import { expect, test } from 'vitest';
import type { Claim, Section } from '#lib/course/model.ts';
import { findConcepts } from './concepts.ts';

const section = (start: number, end: number): Section => ({
  id: `s_${start}`,
  title: '',
  level: 2,
  start,
  end,
});
const defines = (term: string, start: number): Claim => ({
  ...{
    id: `k_${start}`,
    lessonId: 'l',
    type: 'definition',
    parts: { term, meaning: 'x' },
    origin: 'written',
    confidence: 1,
  },
  ...{
    label: 'fact',
    attribution: null,
    text: '',
    salience: 0.5,
    evidence: { start, end: start + 20, quote: `${term} is x.` },
  },
});
const mark = (quote: string, start: number) => ({ start, end: start + quote.length, quote });

test('defined terms come with their sentence, marked ones without, in order of appearance', () => {
  const [concepts] = findConcepts(
    { marked: [mark('halite', 10)] },
    [section(0, 100)],
    [defines('sluice', 60), defines('brine', 30)],
  );
  expect(concepts?.map(({ term, definition }) => [term, definition?.quote ?? null])).toEqual([
    ['halite', null],
    ['brine', 'brine is x.'],
    ['sluice', 'sluice is x.'],
  ]);
});

test('a term is listed once in a course, in the section that defines it', () => {
  const marked = [mark('Salt pans', 10), mark('the salt pan', 120), mark('brine', 20), mark('brine', 150)];
  const found = findConcepts({ marked }, [section(0, 100), section(100, 200)], [defines('salt pan', 110)]);
  expect(found.map((concepts) => concepts.map(({ term }) => term))).toEqual([['brine'], ['salt pan']]);
});

test('a concept keeps its id wherever it stands', () => {
  const [here] = findConcepts({ marked: [] }, [section(0, 100)], [defines('brine', 30)]);
  const [there] = findConcepts({ marked: [] }, [section(0, 100)], [defines('brine', 70)]);
  expect(here?.[0]?.id).toMatch(/^c_/);
  expect(here?.[0]?.id).toBe(there?.[0]?.id);
});
