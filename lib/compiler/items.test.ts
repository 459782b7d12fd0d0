import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Item } from '#lib/course/model.ts';
import { parseSource } from '#lib/source/parse-source.ts';
import { buildContext, foils, frame } from './build-context.fixture.ts';
import { findClaims } from './claims.ts';
import { claimsFileSchema } from './claims-file.ts';
import { compile } from './compile.ts';
import type { CompileContext } from './context.ts';
import { makeItems } from './items.ts';
import { jaccard, topicStems } from './likeness.ts';
import { screenItem } from './screen.ts';

const folder = new URL('../../content/russia-china-2024/', import.meta.url);
const bytes = readFileSync(new URL('article.md', folder));
const claimsFile = claimsFileSchema.parse(JSON.parse(readFileSync(new URL('claims.json', folder), 'utf8')));

function bundled() {
  const parsed = parseSource('article.md', bytes);
  if (!parsed.ok) throw new Error(parsed.refusal);
  return compile({ document: parsed.value, sha256: '', claims: claimsFile }).course;
}

const course = bundled();
const ofLesson = (lessonId: string) => course.items.filter((item) => item.lessonId === lessonId);
const keys = (item: Item) => item.options.filter((option) => option.correct);

describe('the questions of the bundled course', () => {
  it('are at least twelve in every lesson, of at least five kinds', () => {
    for (const lesson of course.lessons) {
      const items = ofLesson(lesson.id);
      expect(items.length, lesson.title).toBeGreaterThanOrEqual(12);
      expect(new Set(items.map((item) => item.kind)).size, lesson.title).toBeGreaterThanOrEqual(5);
    }
  });

  it('fill a default quiz of eight to twelve in every lesson', () => {
    for (const lesson of course.lessons) {
      const selected = ofLesson(lesson.id).filter((item) => item.selected).length;
      expect(selected, lesson.title).toBeGreaterThanOrEqual(8);
      expect(selected, lesson.title).toBeLessThanOrEqual(12);
    }
  });

  it('ask at least nine in ten of the confirmed claims, and every one of the twenty weightiest', () => {
    const asked = new Set(course.items.flatMap((item) => item.claimIds));
    const confirmed = course.claims
      .filter((claim) => claim.origin === 'confirmed')
      .sort((a, b) => b.salience - a.salience);
    expect(confirmed.filter((claim) => asked.has(claim.id)).length / confirmed.length).toBeGreaterThanOrEqual(
      0.9,
    );
    expect(confirmed.slice(0, 20).filter((claim) => !asked.has(claim.id))).toEqual([]);
  });

  it('lose no confirmed claim', () => {
    const wanted = claimsFile.claims.filter((each) => each.status !== 'rejected').length;
    expect(course.claims.filter((claim) => claim.origin === 'confirmed')).toHaveLength(wanted);
    expect(course.diagnostics.filter((each) => each.severity === 'error')).toEqual([]);
  });

  it('pass the screen', () => {
    for (const item of course.items) expect(screenItem(item, course.text), item.stem).toEqual([]);
  });

  it('have exactly one key where one is to be chosen', () => {
    for (const item of course.items.filter((each) => each.kind === 'single' || each.kind === 'true-false')) {
      expect(keys(item), item.stem).toHaveLength(1);
    }
  });

  it('say for every option why it is right or wrong', () => {
    for (const item of course.items)
      for (const option of item.options) expect(option.rationale.length).toBeGreaterThan(10);
  });

  it('quote the text exactly', () => {
    for (const item of course.items) {
      for (const span of [...item.evidence, ...item.options.flatMap((option) => option.evidence ?? [])]) {
        expect(course.text.slice(span.start, span.end)).toBe(span.quote);
      }
    }
  });

  it('are all different, in id and in wording', () => {
    expect(new Set(course.items.map((item) => item.id)).size).toBe(course.items.length);
    for (const lesson of course.lessons) {
      const stems = ofLesson(lesson.id).map((item) =>
        topicStems(item.stem.replace(/,? ?according to the (?:article|lesson),?/i, '')),
      );
      for (const [index, stem] of stems.entries()) {
        for (const other of stems.slice(index + 1)) expect(jaccard(stem, other)).toBeLessThan(0.6);
      }
    }
  });

  it('ask a claim only once in one kind', () => {
    const asked = course.items
      .filter((item) => item.claimIds.length === 1)
      .map((item) => `${item.kind} ${item.claimIds.join()}`);
    expect(new Set(asked).size).toBe(asked.length);
  });

  it('are true as often as false in every lesson, give or take one', () => {
    for (const lesson of course.lessons) {
      const truths = ofLesson(lesson.id)
        .filter((item) => item.kind === 'true-false')
        .map((item) => keys(item)[0]?.text);
      const difference =
        truths.filter((truth) => truth === 'True').length -
        truths.filter((truth) => truth === 'False').length;
      expect(Math.abs(difference), lesson.title).toBeLessThanOrEqual(1);
    }
  });

  it('have their keys on all places alike', () => {
    for (const lesson of course.lessons) {
      const four = ofLesson(lesson.id).filter((item) => item.kind === 'single' && item.options.length === 4);
      const counts = [0, 1, 2, 3].map(
        (place) => four.filter((item) => item.options[place]?.correct === true).length,
      );
      expect(Math.max(...counts) - Math.min(...counts), lesson.title).toBeLessThanOrEqual(1);
    }
  });

  it('ask no claim twice in one default quiz', () => {
    for (const lesson of course.lessons) {
      const ids = ofLesson(lesson.id)
        .filter((item) => item.selected)
        .flatMap((item) => item.claimIds);
      expect(new Set(ids).size, lesson.title).toBe(ids.length);
    }
  });

  it('are the same when they are made again', () => {
    expect(JSON.stringify(bundled())).toBe(JSON.stringify(course));
  });

  it('have options of like length: half of them within one and a half times', () => {
    const ratios = course.items
      .filter((item) => item.kind === 'single')
      .map(
        (item) =>
          Math.max(...item.options.map((option) => option.text.length)) /
          Math.min(...item.options.map((option) => option.text.length)),
      )
      .sort((a, b) => a - b);
    expect(ratios[Math.floor(ratios.length / 2)]).toBeLessThanOrEqual(1.5);
  });
});

const sentences = [
  'Glaciers shrink because the summers grow warmer.',
  'Corals bleach because the sea takes up heat.',
  'Storms grow stronger because the air holds more vapour.',
  'Harvests fail because the rains come too late.',
  'Rivers flood because the snow melts too early.',
];
const causes = sentences.map((sentence, index) => {
  const [effect = '', cause = ''] = sentence.replace('.', '').split(' because ');
  return frame(
    `c${index}`,
    'cause',
    { effect: effect.charAt(0).toLowerCase() + effect.slice(1), cause },
    sentence,
    {
      foils: foils(
        'the farmers cut down forests',
        'the tides rise along coasts',
        'the winds blow from deserts',
      ),
    },
  );
});

function itemsOf(context: CompileContext): Item[] {
  return makeItems(context, findClaims(context).claims).items;
}

describe('making questions', () => {
  it('a question keeps its id when another sentence is added', () => {
    const before = itemsOf(buildContext([sentences.slice(0, 1)], causes.slice(0, 1)));
    const after = itemsOf(buildContext([['A new opening.', ...sentences.slice(0, 1)]], causes.slice(0, 1)));
    expect(after.map((item) => item.id)).toEqual(before.map((item) => item.id));
  });

  it('from any choice of claims come clean items, the same each time', () => {
    fc.assert(
      fc.property(fc.subarray([0, 1, 2, 3, 4]), (chosen) => {
        const frames = causes.filter((_, index) => chosen.includes(index));
        const make = () => itemsOf(buildContext([sentences], frames));
        const items = make();
        expect(make()).toEqual(items);
        const context = buildContext([sentences], frames);
        for (const item of items) expect(screenItem(item, context.document.text)).toEqual([]);
        for (const item of items.filter((each) => each.kind === 'single')) expect(keys(item)).toHaveLength(1);
      }),
      { seed: 3, numRuns: 32 },
    );
  });

  it('never takes for a wrong answer what is also true', () => {
    const frames = causes.map((each, index) => ({
      ...each,
      foils: [],
      alsoTrueOf: index === 0 ? ['c1'] : [],
    }));
    const items = itemsOf(buildContext([sentences], frames));
    const about = (word: string) =>
      items.filter((item) => item.kind === 'single' && item.stem.includes(word));
    for (const item of about('glaciers'))
      expect(item.options.map((option) => option.text).join()).not.toContain('takes up heat');
    for (const item of about('corals'))
      expect(item.options.map((option) => option.text).join()).not.toContain('summers grow warmer');
  });

  it('says of what it could ask nothing', () => {
    const context = buildContext(
      [[sentences[0] ?? '']],
      [{ ...causes[0], foils: [], parts: { effect: 'it is not so', cause: 'it is not' } }],
    );
    expect(makeItems(context, findClaims(context).claims).diagnostics.map((each) => each.code)).toEqual([
      'claim-not-asked',
    ]);
  });

  it('of prose that nobody has confirmed asks nothing that it has not proved to be good at', () => {
    expect(itemsOf(buildContext([sentences]))).toEqual([]);
  });

  it('puts dated events in order', () => {
    const dated = ['The war began in 1914.', 'The empire fell in 1918.', 'The treaty followed in 1919.'];
    const frames = dated.map((sentence, index) =>
      frame(
        `e${index}`,
        'event',
        { statement: sentence.replace(/ in \d+\.$/, '').replace('The', 'the'), date: sentence.slice(-5, -1) },
        sentence,
      ),
    );
    const [ordering] = itemsOf(buildContext([dated], frames)).filter((item) => item.kind === 'ordering');
    expect(ordering?.order).toEqual(['The war began', 'The empire fell', 'The treaty followed']);
  });
});
