import { describe, expect, test } from 'vitest';
import { afterExam, afterQuiz, type ExamPart, newcomer, type Standing } from './mastered.ts';

const at = (hours: number) => new Date(Date.UTC(2026, 0, 5, 9) + hours * 3_600_000);
const part = (startedAt: Date, more: Partial<ExamPart> = {}): ExamPart => ({
  startedAt,
  asked: 2,
  share: 1,
  ...more,
});
const proficient = afterQuiz(newcomer, { share: 1, finishedAt: at(0) });
const mastered: Standing = { ...proficient, mastered: true };

describe('a lesson is mastered', () => {
  test('by an exam half a day after a quiz with everything right', () => {
    expect(afterExam(proficient, part(at(12))).mastered).toBe(true);
    expect(afterExam(proficient, part(at(300), { asked: 9 })).mastered).toBe(true);
  });

  test('by thirds that add up to a whole', () => {
    const thirds = (1 / 3 + 1 / 3 + 1 / 3 + 0.1 + 0.2 + 0.7) / 2;
    expect(afterExam(proficient, part(at(12), { share: thirds })).mastered).toBe(true);
  });

  test('not by an exam that was begun sooner', () => {
    expect(afterExam(proficient, part(new Date(at(12).getTime() - 1))).mastered).toBe(false);
  });

  test('not by one question alone', () => {
    expect(afterExam(proficient, part(at(12), { asked: 1 })).mastered).toBe(false);
  });

  test('not where the quiz was not all right, or has not been taken', () => {
    const familiar = afterQuiz(newcomer, { share: 0.9, finishedAt: at(0) });
    expect(afterExam(familiar, part(at(12))).mastered).toBe(false);
    expect(afterExam(newcomer, part(at(12))).mastered).toBe(false);
  });

  test('not by a quiz, however often it is all right', () => {
    expect(afterQuiz(proficient, { share: 1, finishedAt: at(48) }).mastered).toBe(false);
  });
});

describe('a mastered lesson', () => {
  test('stays so by a quiz with everything right, and falls by any other', () => {
    expect(afterQuiz(mastered, { share: 1, finishedAt: at(1) }).mastered).toBe(true);
    expect(afterQuiz(mastered, { share: 0.99, finishedAt: at(1) }).mastered).toBe(false);
  });

  test('stays so by an exam with everything right, even one soon after a quiz or with one question', () => {
    expect(afterExam(mastered, part(at(1))).mastered).toBe(true);
    expect(afterExam(mastered, part(at(24), { asked: 1 })).mastered).toBe(true);
  });

  test('falls to proficient by an exam with anything wrong or left open in its part', () => {
    expect(afterExam(mastered, part(at(24), { share: 0.5 }))).toEqual(proficient);
    expect(afterExam(mastered, part(at(24), { asked: 1, share: 0 }))).toEqual(proficient);
  });
});
