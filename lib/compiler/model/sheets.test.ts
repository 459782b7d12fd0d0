import { expect, test } from 'vitest';
import type { Item } from '#lib/course/model.ts';
import { mostQuestions, sheetsOf, solvedIds } from './sheets.ts';

function item(
  id: string,
  texts: readonly string[],
  right: readonly string[],
  kind: Item['kind'] = 'single',
): Item {
  return {
    id,
    lessonId: 'l',
    claimIds: ['k'],
    kind,
    stem: `Question ${id}?`,
    bloom: 'remember',
    difficulty: 0.5,
    options: texts.map((text) => ({
      id: `o-${text}`,
      text,
      correct: right.includes(text),
      rationale: 'because',
      evidence: null,
    })),
    pairs: [],
    order: [],
    accept: [],
    evidence: [],
    selected: false,
  };
}

const one = item('i1', ['north', 'east', 'south', 'west'], ['south']);
const several = item('i2', ['tin', 'lead', 'salt', 'wool'], ['tin', 'wool'], 'multiple');

function letterOf(round: number, text: string): string {
  const [question] = sheetsOf([one], round)[0]?.questions ?? [];
  return Object.entries(question?.options ?? {}).find(([, option]) => option === text)?.[0] ?? '';
}

test('in three rounds an option stands in three places', () => {
  expect(new Set([0, 1, 2].map((round) => letterOf(round, 'south'))).size).toBe(3);
});

test('a sheet says nothing of what is right', () => {
  for (const sheet of sheetsOf([one, several], 0))
    expect(JSON.stringify(sheet.questions)).not.toMatch(/correct|because|"o-/);
});

test('many questions are divided into sheets, and each is asked once', () => {
  const items = Array.from({ length: mostQuestions + 3 }, (_, at) => item(`i${at}`, ['a', 'b'], ['a']));
  const sheets = sheetsOf(items, 1);
  expect(sheets.map(({ questions }) => questions.length)).toEqual([mostQuestions, 3]);
  expect(new Set(sheets.flatMap(({ key }) => [...key.values()].map((each) => each.item.id))).size).toBe(
    items.length,
  );
});

function solved(of: Item, letters: (right: string[], wrong: string[]) => string[], times = 1): boolean {
  const [sheet] = sheetsOf([of], 0);
  if (sheet === undefined) return false;
  const [question] = sheet.questions;
  const entries = Object.entries(question?.options ?? {});
  const right = (text: string) => of.options.some((option) => option.text === text && option.correct);
  const answer = {
    id: question?.id ?? '',
    letters: letters(
      entries.filter(([, text]) => right(text)).map(([letter]) => letter),
      entries.filter(([, text]) => !right(text)).map(([letter]) => letter),
    ),
  };
  return solvedIds(sheet, Array(times).fill(answer)).has(of.id);
}

test.each<[string, Item, (right: string[], wrong: string[]) => string[], boolean]>([
  ['the key', one, (right) => right, true],
  ['the key in a small letter', one, (right) => right.map((letter) => ` ${letter.toLowerCase()}`), true],
  ['all of several keys', several, (right) => right, true],
  ['the key and another', one, (right, wrong) => [...right, ...wrong.slice(0, 1)], false],
  ['one of two keys', several, (right) => right.slice(0, 1), false],
  ['a wrong option', one, (_, wrong) => wrong.slice(0, 1), false],
  ['no letter', one, () => [], false],
  ['a letter that is not there', one, () => ['Z'], false],
])('whoever gives %s', (_, of, letters, is) => {
  expect(solved(of, letters)).toBe(is);
});

test('an answer given twice counts as none', () => {
  expect(solved(one, (right) => right, 2)).toBe(false);
});
