import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Course, Item } from '#lib/course/model.ts';
import { parseSource } from '#lib/source/parse-source.ts';
import { claimsFileSchema } from '../claims-file.ts';
import { compile } from '../compile.ts';
import { botGates } from './bot-gates.ts';
import { courseGates } from './course-gates.ts';
import type { Measured } from './measured.ts';
import { mutationGate, qualityOf } from './quality.ts';
import { qualityText } from './quality-text.ts';

const folder = new URL('../../../content/russia-china-2024/', import.meta.url);
const parsed = await parseSource('article.md', readFileSync(new URL('article.md', folder)));
if (!parsed.ok) throw new Error(parsed.refusal);
const claims = claimsFileSchema.parse(JSON.parse(readFileSync(new URL('claims.json', folder), 'utf8')));
const { course } = compile({ document: parsed.value, sha256: '', claims });

const measure = (changed: Partial<Course>, isSameAgain = true): Measured => ({
  name: 'article.md',
  course: { ...course, ...changed },
  isSameAgain,
});
const failed = (document: Measured) =>
  [...courseGates([document]), ...botGates([document.course]).gates]
    .filter(({ verdict }) => verdict === 'fail')
    .map(({ name }) => name);
/** Every item of one kind changed. */
const changed = (kind: Item['kind'], change: (item: Item) => Item) =>
  measure({ items: course.items.map((item) => (item.kind === kind ? change(item) : item)) });
const reword = (item: Item, text: (own: string, correct: boolean) => string): Item => ({
  ...item,
  options: item.options.map((option) => ({ ...option, text: text(option.text, option.correct) })),
});

describe('the quality report', () => {
  const quality = qualityOf([measure({})]);

  it.each(quality.gates)('finds that the bundled course holds: $name', ({ verdict, notes }) => {
    expect(verdict, notes.join('\n')).toBe('pass');
  });

  it('counts what each document gives', () => {
    expect(quality.documents).toMatchObject([
      { name: 'article.md', words: course.source.words, items: course.items.length },
    ]);
  });

  it('prints a row for each gate and each planted fault', () => {
    const text = qualityText(quality);
    for (const { name } of [...quality.gates, ...quality.mutations, ...quality.bots])
      expect(text).toContain(`| ${name} |`);
  });

  it('has nothing to measure where there are no documents', () => {
    expect(new Set(qualityOf([]).gates.map(({ verdict }) => verdict))).toEqual(new Set(['none']));
  });
});

describe('a gate fails', () => {
  it.each<[gate: string, when: string, document: Measured]>([
    [
      'quotations stand where they say',
      'a claim quotes what does not stand there',
      measure({
        claims: course.claims.map((claim, at) =>
          at === 0 ? { ...claim, evidence: { ...claim.evidence, start: claim.evidence.start + 1 } } : claim,
        ),
      }),
    ],
    [
      'keys follow from their evidence',
      'the truth of statements is turned round',
      changed('true-false', (item) => ({
        ...item,
        options: item.options.map((option) => ({ ...option, correct: !option.correct })),
      })),
    ],
    ['compiling again gives the same bytes', 'a second compilation differs', measure({}, false)],
    [
      'items without a flaw that can be found',
      'options refer to each other',
      changed('single', (item) => reword(item, (text, correct) => (correct ? text : 'None of the above'))),
    ],
    [
      'exact duplicates',
      'a question is asked twice',
      measure({ items: [...course.items, ...course.items.slice(0, 1)] }),
    ],
    [
      'near duplicates',
      'questions are asked again with a word more',
      measure({
        items: [
          ...course.items,
          ...course.items.slice(0, 10).map((item) => ({ ...item, stem: `Once more: ${item.stem}` })),
        ],
      }),
    ],
    [
      'with confirmed claims: lessons that ask something',
      'a lesson asks nothing',
      measure({ items: course.items.filter((item) => item.lessonId !== course.lessons[0]?.id) }),
    ],
    [
      'with confirmed claims: the 20 weightiest are asked',
      'half of the questions are gone',
      measure({ items: course.items.filter((_, at) => at % 4 === 0) }),
    ],
    [
      'longest option to shortest, median',
      'keys are twice as long as the rest',
      changed('single', (item) => reword(item, (text, correct) => (correct ? `${text} ${text}` : text))),
    ],
    [
      'bots above chance, of those that choose',
      'the key always stands first',
      changed('single', (item) => ({
        ...item,
        options: [...item.options].sort((a, b) => Number(b.correct) - Number(a.correct)),
      })),
    ],
    [
      'bots above chance, of those that tell true from false',
      'every statement is true',
      changed('true-false', (item) => ({
        ...item,
        options: item.options.map((option) => ({ ...option, correct: option.text === 'True' })),
      })),
    ],
  ])('%s, when %s', (gate, _, document) => {
    expect(failed(document)).toContain(gate);
  });

  it('planted faults caught, when more than one in twenty is let through', () => {
    const result = (caught: number) => [{ name: 'key twice', planted: 40, caught, missed: null }];
    expect(mutationGate(result(38)).verdict).toBe('pass');
    expect(mutationGate(result(37))).toMatchObject({ verdict: 'fail', notes: ['key twice: 37 of 40'] });
  });
});
