import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ItemPrompt } from '../course/present-item.ts';
import type { Answer } from './answer.ts';
import { grade } from './grade.ts';
import type { ItemKey } from './item-key.ts';

const noKey: ItemKey = { correct: [], pairs: [], order: [], accept: [] };

function item(kind: ItemPrompt['kind'], key: Partial<ItemKey>): { prompt: ItemPrompt; key: ItemKey } {
  const full = { ...noKey, ...key };
  const hasOptions = kind === 'single' || kind === 'multiple' || kind === 'true-false';
  return {
    prompt: {
      id: 'i',
      kind,
      stem: '?',
      options: hasOptions ? ['a', 'b', 'c', 'd'].map((id) => ({ id, text: id })) : [],
      lefts: full.pairs.map((pair) => pair.left),
      choices: kind === 'matching' ? [...new Set(full.pairs.map((pair) => pair.right))] : full.order,
    },
    key: full,
  };
}

function markOf({ prompt, key }: ReturnType<typeof item>, answer: Answer): number | string {
  const graded = grade(prompt, key, answer);
  return graded.ok ? graded.value.mark : graded.refusal;
}

describe('one choice', () => {
  const single = item('single', { correct: ['b'] });
  test('the right one earns the mark, another none', () => {
    expect(markOf(single, { kind: 'single', option: 'b' })).toBe(1);
    expect(markOf(single, { kind: 'single', option: 'a' })).toBe(0);
  });
  test('an option that is not there is no wrong answer but none', () => {
    expect(markOf(single, { kind: 'single', option: 'z' })).toBe('answer-misfit');
    expect(markOf(single, { kind: 'true-false', option: 'b' })).toBe('answer-misfit');
  });
});

describe('several choices', () => {
  const multiple = item('multiple', { correct: ['a', 'b'] });
  test.each([
    [['a', 'b'], 1],
    [['b', 'a'], 1],
    [['a'], 0.5],
    [['a', 'b', 'c'], 0.5],
    [['a', 'c'], 0],
    [['c', 'd'], 0],
    [['a', 'b', 'c', 'd'], 0],
  ])('%j earns %d: right ones less wrong ones', (options, mark) => {
    expect(markOf(multiple, { kind: 'multiple', options })).toBe(mark);
  });
  test('one ticked twice is no answer', () => {
    expect(markOf(multiple, { kind: 'multiple', options: ['a', 'a'] })).toBe('answer-misfit');
  });
});

describe('matching', () => {
  const matching = item('matching', {
    pairs: [
      { left: '1', right: 'x' },
      { left: '2', right: 'y' },
      { left: '3', right: 'x' },
    ],
  });
  test.each([
    [['x', 'y', 'x'], 1],
    [['x', 'x', 'x'], 2 / 3],
    [['y', 'x', 'y'], 0],
  ])('%j earns the share of right pairs', (rights, mark) => {
    expect(markOf(matching, { kind: 'matching', rights })).toBeCloseTo(mark);
  });
  test('too few, too many and unknown sides are no answer', () => {
    for (const rights of [['x'], ['x', 'y', 'x', 'x'], ['x', 'y', 'z']])
      expect(markOf(matching, { kind: 'matching', rights })).toBe('answer-misfit');
  });
});

describe('ordering', () => {
  const ordering = item('ordering', { order: ['a', 'b', 'c', 'd'] });
  test.each([
    ['abcd', 1],
    ['dabc', 2 / 3],
    ['bcda', 2 / 3],
    ['abdc', 1 / 3],
    ['dcba', 0],
    ['badc', 0],
  ])('%s earns the share of entries followed by the right one', (order, mark) => {
    expect(markOf(ordering, { kind: 'ordering', order: [...order] })).toBeCloseTo(mark);
  });
  test('a list with an entry missing, twice or foreign is no answer', () => {
    for (const order of ['abc', 'abcc', 'abcx'])
      expect(markOf(ordering, { kind: 'ordering', order: [...order] })).toBe('answer-misfit');
  });
});

test('a typed answer is right or wrong', () => {
  const short = item('short', { accept: ['no-limits partnership'] });
  expect(markOf(short, { kind: 'short', text: 'No limits partnership' })).toBe(1);
  expect(markOf(short, { kind: 'short', text: 'partnership' })).toBe(0);
  expect(markOf(short, { kind: 'cloze', text: 'partnership' })).toBe('answer-misfit');
});

test('a mark is from 0 to 1, and 1 exactly for what the key says', () => {
  const letters = ['a', 'b', 'c', 'd'];
  fc.assert(
    fc.property(
      fc.subarray(letters, { minLength: 1 }),
      fc.subarray(letters, { minLength: 1 }),
      fc.shuffledSubarray(letters, { minLength: 4 }),
      (correct, options, order) => {
        const chosen = markOf(item('multiple', { correct }), { kind: 'multiple', options });
        expect(chosen).toBeGreaterThanOrEqual(0);
        expect(chosen).toBeLessThanOrEqual(1);
        expect(chosen === 1).toBe(correct.join() === options.join());
        const sorted = markOf(item('ordering', { order: letters }), { kind: 'ordering', order });
        expect(sorted === 1).toBe(order.join() === letters.join());
      },
    ),
    { seed: 3 },
  );
});
