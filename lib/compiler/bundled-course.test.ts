import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Item } from '#lib/course/model.ts';
import { parseSource } from '#lib/source/parse-source.ts';
import { nearDuplicate, topicOf } from './asked-stems.ts';
import { claimsFileSchema } from './claims-file.ts';
import { compile } from './compile.ts';
import { decisionsFileSchema } from './decisions-file.ts';
import { jaccard } from './likeness.ts';
import { promisedClaims } from './objectives.ts';
import { screenItem } from './screen.ts';

const folder = new URL('../../content/russia-china-2024/', import.meta.url);
const bytes = readFileSync(new URL('article.md', folder));
const claimsFile = claimsFileSchema.parse(JSON.parse(readFileSync(new URL('claims.json', folder), 'utf8')));
const decisions = decisionsFileSchema.parse(
  JSON.parse(readFileSync(new URL('decisions.json', folder), 'utf8')),
);
const parsed = await parseSource('article.md', bytes);
if (!parsed.ok) throw new Error(parsed.refusal);
const document = parsed.value;

function bundled() {
  return compile({ document, sha256: '', claims: claimsFile, decisions }).course;
}

/** From this salience on a claim must not be left out of the default quizzes. */
const weighty = 0.8;

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

  it('have each been approved or edited, where a default quiz asks them', () => {
    const undecided = course.items.filter((item) => item.selected && item.editorial === undefined);
    expect(undecided.map((item) => item.stem)).toEqual([]);
  });

  it('fill a default quiz of twelve to fifteen in every lesson, of at least five kinds', () => {
    for (const lesson of course.lessons) {
      const selected = ofLesson(lesson.id).filter((item) => item.selected);
      expect(selected.length, lesson.title).toBeGreaterThanOrEqual(12);
      expect(selected.length, lesson.title).toBeLessThanOrEqual(15);
      expect(new Set(selected.map((item) => item.kind)).size, lesson.title).toBeGreaterThanOrEqual(5);
    }
  });

  it('ask in the default quizzes nineteen in twenty of the claims that matter', () => {
    const asked = new Set(course.items.filter((item) => item.selected).flatMap((item) => item.claimIds));
    const matters = course.claims.filter((claim) => claim.salience >= weighty);
    expect(matters.length).toBeGreaterThanOrEqual(50);
    const missing = matters.filter((claim) => !asked.has(claim.id)).map((claim) => claim.text);
    expect(missing.length / matters.length, missing.join('\n')).toBeLessThanOrEqual(0.05);
  });

  it('ask all but one in fifty of the confirmed claims', () => {
    const asked = new Set(course.items.flatMap((item) => item.claimIds));
    const confirmed = course.claims.filter((claim) => claim.origin === 'confirmed');
    const missing = confirmed.filter((claim) => !asked.has(claim.id)).map((claim) => claim.text);
    expect(missing.length / confirmed.length, missing.join('\n')).toBeLessThanOrEqual(0.02);
  });

  it('are made of claims of at least ten types', () => {
    expect(new Set(course.claims.map((claim) => claim.type)).size).toBeGreaterThanOrEqual(10);
  });

  it('ask no minor term, which the lesson only explains', () => {
    const minor = claimsFile.claims.filter((claim) => claim.status === 'rejected');
    const terms = minor.map((claim) => `“${String(claim.parts.term)}”`);
    expect(terms.length).toBeGreaterThan(0);
    expect(course.items.filter((item) => terms.some((term) => item.stem.includes(term)))).toEqual([]);
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
    const stems = course.items.map((item) => topicOf(item.stem));
    for (const [index, stem] of stems.entries()) {
      for (const other of stems.slice(index + 1)) expect(jaccard(stem, other)).toBeLessThan(nearDuplicate);
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

  it('stand in the order in which the lesson teaches what they ask', () => {
    const startOf = new Map(course.claims.map((claim) => [claim.id, claim.evidence.start]));
    for (const lesson of course.lessons) {
      const places = ofLesson(lesson.id).map((item) =>
        Math.max(...item.claimIds.map((id) => startOf.get(id) ?? 0)),
      );
      expect(places, lesson.title).toEqual([...places].sort((a, b) => a - b));
    }
  });

  it('ask in the default quiz, other than by true or false, what the objectives promise', () => {
    for (const lesson of course.lessons) {
      const promised = promisedClaims(course.claims.filter((claim) => claim.lessonId === lesson.id));
      const asked = new Set(
        ofLesson(lesson.id)
          .filter((item) => item.selected && item.kind !== 'true-false')
          .flatMap((item) => item.claimIds),
      );
      const missing = [...promised].filter((id) => !asked.has(id));
      expect(missing.length, `${lesson.title}: ${missing.join()}`).toBeLessThanOrEqual(1);
    }
  });

  it('never make a straw man of a claim that nobody has confirmed', () => {
    const extracted = new Set(
      course.claims.filter((claim) => claim.origin === 'extracted').map(({ id }) => id),
    );
    const statements = course.items.filter((item) => item.kind === 'true-false');
    expect(statements.filter((item) => item.claimIds.some((id) => extracted.has(id)))).toEqual([]);
  });

  it('never have one number of right options in all lists of a length', () => {
    const lists = course.items.filter((item) => item.kind === 'multiple');
    const shares = new Set(lists.map((item) => keys(item).length / item.options.length));
    expect(shares.size).toBeGreaterThanOrEqual(3);
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
