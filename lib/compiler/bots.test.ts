import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Item } from '#lib/course/model.ts';
import { parseSource } from '#lib/source/parse-source.ts';
import { atLeast } from './bots/tail.ts';
import { runBots } from './bots.ts';
import { claimsFileSchema } from './claims-file.ts';
import { compile } from './compile.ts';
import { formOf, runTruthBots } from './truth-bots.ts';

const folder = new URL('../../content/russia-china-2024/', import.meta.url);
const parsed = await parseSource('article.md', readFileSync(new URL('article.md', folder)));
if (!parsed.ok) throw new Error(parsed.refusal);
const claims = claimsFileSchema.parse(JSON.parse(readFileSync(new URL('claims.json', folder), 'utf8')));
const { course } = compile({ document: parsed.value, sha256: '', claims });
const { items } = course;
const statements = items.filter((item) => item.kind === 'true-false');
const single = items.filter((item) => item.kind === 'single');

describe('a test-taker who has not read the text', () => {
  it.each(runBots([items]))('gains nothing by the rule of thumb "$name"', ({ p }) => {
    expect(p).toBeGreaterThan(0.05);
  });

  it('finds the key uniquely longest no more often than by chance', () => {
    const longest = (item: Item) =>
      item.options.every(
        (option) =>
          option.correct ||
          option.text.length < (item.options.find((each) => each.correct)?.text.length ?? 0),
      );
    const hits = single.filter(longest).length;
    expect(
      atLeast(
        hits,
        single.map((item) => 1 / item.options.length),
      ),
    ).toBeGreaterThan(0.05);
  });

  it.each(runTruthBots(items))('cannot tell true from false by the $name of a statement', ({ p }) => {
    expect(p).toBeGreaterThan(0.05);
  });

  it('finds as many true statements as false ones in each form, give or take one', () => {
    const forms = new Set(statements.map(({ stem }) => formOf(stem)));
    for (const form of forms) {
      const truths = statements
        .filter(({ stem }) => formOf(stem) === form)
        .map((item) => item.options.find((option) => option.correct)?.text);
      const trues = truths.filter((truth) => truth === 'True').length;
      expect(Math.abs(trues * 2 - truths.length), form).toBeLessThanOrEqual(1);
    }
  });

  it('finds a quiz of two statements with any two truths, not always one of each', () => {
    const pairs = course.lessons.map(({ id }) =>
      statements
        .filter((item) => item.lessonId === id && item.selected)
        .map((item) => item.options.find((option) => option.correct)?.text),
    );
    expect(pairs.filter((pair) => pair.length === 2 && pair[0] !== pair[1]).length).toBeLessThan(
      course.lessons.length,
    );
  });

  it('is caught where a form tells the truth: all definitions false, all else true', () => {
    const told = statements.map((item) => ({
      ...item,
      options: item.options.map((option) => ({
        ...option,
        correct: (option.text === 'False') === item.stem.startsWith('In this lesson'),
      })),
    }));
    expect(runTruthBots(told).find(({ name }) => name === 'form')?.p).toBeLessThan(0.001);
  });

  it('is caught where the items are bad: with every key padded, the longest option is right', () => {
    const padded = single.map((item) => ({
      ...item,
      options: item.options.map((option) =>
        option.correct ? { ...option, text: `${option.text}, as the lesson explains at length` } : option,
      ),
    }));
    const results = runBots([padded]);
    expect(results.find(({ name }) => name === 'longest')?.p).toBeLessThan(0.001);
    expect(results.find(({ name }) => name === 'logistic over all')?.p).toBeLessThan(0.001);
  });

  it('is caught where only the key fits the verb of its stem', () => {
    const plural = single.map((item) => ({
      ...item,
      stem: 'Which forces are named?',
      options: item.options.map((option, at) => ({
        ...option,
        text: option.correct ? 'The rivers' : `The river ${at}`,
      })),
    }));
    expect(runBots([plural]).find(({ name }) => name === 'article-and-number')?.p).toBeLessThan(0.001);
  });

  it('learns from the other documents alone: what holds in one is of no use there', () => {
    const half = Math.ceil(single.length / 2);
    const keyAt = (items: Item[], last: boolean) =>
      items.map((item) => ({
        ...item,
        options: [...item.options].sort(
          (a, b) => (a.correct === last ? 1 : 0) - (b.correct === last ? 1 : 0),
        ),
      }));
    const documents = [keyAt(single.slice(0, half), true), keyAt(single.slice(half), false)];
    expect(runBots(documents).find(({ name }) => name === 'logistic over all')?.p).toBeGreaterThan(0.5);
  });
});
