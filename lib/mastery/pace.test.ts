import { expect, test } from 'vitest';
import { minutesFor, questionsIn, secondsEach, typicalSeconds } from './pace.ts';

/** Answers with these gaps in seconds between them. */
function answers(...gaps: number[]): Date[] {
  let at = Date.UTC(2026, 0, 5, 9);
  return [0, ...gaps].map((gap) => {
    at += gap * 1000;
    return new Date(at);
  });
}

test('a learner’s pace is the median of the gaps between their answers', () => {
  expect(secondsEach(answers(20, 20, 20, 20, 20, 30, 30, 30, 30, 30, 90))).toBe(30);
  expect(secondsEach(answers(20, 20, 20, 20, 20, 30, 30, 30, 30, 30))).toBe(25);
  expect(secondsEach(answers(20, 20, 20, 20, 20, 30, 30, 30, 30, 30).reverse())).toBe(25);
});

test('pauses do not count, and too few answers say nothing', () => {
  expect(secondsEach([])).toBe(typicalSeconds);
  expect(secondsEach(answers(...Array.from({ length: 9 }, () => 20)))).toBe(typicalSeconds);
  expect(secondsEach(answers(...Array.from({ length: 12 }, () => 3600)))).toBe(typicalSeconds);
  expect(secondsEach(answers(...Array.from({ length: 12 }, () => 20), 86_400))).toBe(20);
});

test('nobody is taken for faster than reading', () => {
  expect(secondsEach(answers(...Array.from({ length: 12 }, () => 1)))).toBe(10);
});

test('questions fit into minutes, and minutes into questions', () => {
  expect([0, 1, 5, 7, 20].map((minutes) => questionsIn(minutes, 40))).toEqual([1, 1, 7, 10, 30]);
  expect(questionsIn(5, 20)).toBe(15);
  expect([0, 1, 7, 20].map((questions) => minutesFor(questions, 40))).toEqual([0, 1, 5, 14]);
});
