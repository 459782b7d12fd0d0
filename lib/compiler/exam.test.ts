import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Item } from '#lib/course/model.ts';
import { parseSource } from '#lib/source/parse-source.ts';
import { claimsFileSchema } from './claims-file.ts';
import { compile } from './compile.ts';
import { drawExam, drawSitting } from './exam.ts';
import { givesAway } from './gives-away.ts';

const folder = new URL('../../content/russia-china-2024/', import.meta.url);
const parsed = await parseSource('article.md', readFileSync(new URL('article.md', folder)));
if (!parsed.ok) throw new Error(parsed.refusal);
const { course } = compile({
  document: parsed.value,
  sha256: '',
  claims: claimsFileSchema.parse(JSON.parse(readFileSync(new URL('claims.json', folder), 'utf8'))),
});
const claims = new Map(course.claims.map((claim) => [claim.id, claim]));
const claimsOf = (item: Item) => item.claimIds.flatMap((id) => claims.get(id) ?? []);
const salienceOf = (items: readonly Item[]) =>
  items.flatMap(claimsOf).reduce((sum, claim) => sum + claim.salience, 0) / items.flatMap(claimsOf).length;

function exam(size: number, seed: string): Item[] {
  const drawn = new Set(drawExam(course, { size, seed }));
  return course.items.filter((item) => drawn.has(item.id));
}

const seeds = ['spring', 'summer', 'autumn', 'winter'];

describe.each(seeds)('a mixed exam of thirty questions drawn with the seed “%s”', (seed) => {
  const items = exam(30, seed);

  it('has thirty different questions', () => {
    expect(new Set(items.map((item) => item.id)).size).toBe(30);
  });

  it('asks every lesson by its share of the text, give or take one question', () => {
    const whole = course.sections.reduce((sum, section) => sum + section.end - section.start, 0);
    for (const lesson of course.lessons) {
      const section = course.sections.find(({ id }) => id === lesson.sectionId);
      const due = section === undefined ? 0 : (30 * (section.end - section.start)) / whole;
      const asked = items.filter((item) => item.lessonId === lesson.id).length;
      expect(Math.abs(asked - due), lesson.title).toBeLessThanOrEqual(1);
    }
  });

  it('asks in five kinds or more, and of six types of claim or more', () => {
    expect(new Set(items.map((item) => item.kind)).size).toBeGreaterThanOrEqual(5);
    expect(new Set(items.map((item) => claimsOf(item)[0]?.type)).size).toBeGreaterThanOrEqual(6);
  });

  it('leaves little to a guess between true and false, and little to mere terms', () => {
    expect(items.filter((item) => item.kind === 'true-false').length).toBeLessThanOrEqual(4);
    expect(items.filter((item) => claimsOf(item)[0]?.type === 'definition').length).toBeLessThanOrEqual(9);
  });

  it('asks no claim and no sentence twice', () => {
    const ids = items.flatMap((item) => item.claimIds);
    expect(new Set(ids).size).toBe(ids.length);
    const spans = items
      .map((item) => item.evidence)
      .flatMap((evidence, at) => evidence.map((span) => ({ at, span })));
    for (const one of spans)
      for (const other of spans)
        if (one.at !== other.at)
          expect(one.span.start < other.span.end && other.span.start < one.span.end).toBe(false);
  });

  it('shows in no question the answer of another', () => {
    const asked = items.map((item) => ({ item, claims: claimsOf(item) }));
    for (const shower of asked)
      for (const asker of asked) if (shower !== asker) expect(givesAway(shower, asker)).toBe(false);
  });

  it('asks what weighs more than the course does on the whole', () => {
    expect(salienceOf(items)).toBeGreaterThan(salienceOf(course.items));
  });

  it('has at most one question in six of the lessons’ own quizzes', () => {
    expect(items.filter((item) => item.selected).length).toBeLessThanOrEqual(5);
  });
});

describe('a mixed exam', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(drawExam(course, { size: 30, seed: 'spring' })).toEqual(
      drawExam(course, { size: 30, seed: 'spring' }),
    );
    const [one, other] = [exam(30, 'spring'), exam(30, 'summer')];
    expect(one.filter((item) => !other.includes(item)).length).toBeGreaterThanOrEqual(5);
  });

  it('is in the order in which the course teaches', () => {
    const places = drawExam(course, { size: 20, seed: 'spring' }).map((id) =>
      course.items.findIndex((item) => item.id === id),
    );
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('is shorter than asked for where the course has no more to ask', () => {
    const drawn = drawExam(course, { size: 1000, seed: 'spring' });
    expect(drawn.length).toBeGreaterThan(50);
    expect(drawn.length).toBeLessThan(course.items.length);
    expect(drawExam({ ...course, items: [] }, { size: 10, seed: 'spring' })).toEqual([]);
  });

  it('falls back on the lessons’ quizzes where there is nothing else', () => {
    const items = course.items.filter((item) => item.selected);
    expect(drawExam({ ...course, items }, { size: 10, seed: 'spring' })).toHaveLength(10);
  });
});

describe('the exams that one learner sits', () => {
  const size = 30;

  it('ask nothing again while there is something else to ask', () => {
    const first = drawSitting(course, { size, seed: 'one', before: new Set() });
    const second = drawSitting(course, { size, seed: 'two', before: new Set(first) });
    expect([first.length, second.length]).toEqual([size, size]);
    expect(second.filter((id) => first.includes(id))).toEqual([]);
  });

  it('go on when all has been asked, and keep their length', () => {
    const before = new Set(course.items.map((item) => item.id));
    expect(drawSitting(course, { size, seed: 'one', before })).toHaveLength(size);
  });

  it('ask again rather than be short', () => {
    // Of a course with little to ask, what earlier exams have left may shut each other out.
    const one = {
      ...course,
      items: course.items.filter(({ lessonId }) => lessonId === course.lessons[0]?.id),
    };
    const before = new Set(drawExam(one, { size, seed: 'one' }));
    const unlike = drawExam(one, { size, seed: 'two/0', before }).length;
    const full = drawExam(one, { size, seed: 'two/0' }).length;
    expect(unlike).toBeLessThan(full);
    expect(drawSitting(one, { size, seed: 'two', before }).length).toBeGreaterThanOrEqual(full);
  });
});
