import { createEmptyCard, fsrs, Rating } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import { type Memory, recallOf, retrievability, schedule, targetRetention } from './schedule.ts';

const day = 86_400_000;
const start = new Date('2026-01-05T09:00:00Z');
const daysOn = (days: number, from = start) => new Date(from.getTime() + days * day);

describe('how well something was recalled', () => {
  it.each([
    [1, null, 'good'],
    [1, 3, 'good'],
    [1, 1, 'hard'],
    [0.5, null, 'hard'],
    [0.4, 3, 'again'],
    [0, null, 'again'],
  ] as const)('a mark of %s at certainty %s is “%s”', (mark, certainty, recall) => {
    expect(recallOf({ mark, certainty })).toBe(recall);
  });
});

describe('the schedule', () => {
  // From ts-fsrs's own tests of FSRS-6 at its default parameters (packages/fsrs/__tests__/FSRS-6.test.ts).
  it.each([
    ['again', 0.212, 6.4133],
    ['hard', 1.2931, 5.11217071],
    ['good', 2.3065, 2.11810397],
  ] as const)('begins after “%s” as published: “first repeat”', (recall, stability, difficulty) => {
    expect(schedule(null, recall, start)).toMatchObject({ stability, difficulty, reps: 1, lapses: 0 });
  });

  it('remembers after six answers what is published: “memory state[long-term]”', () => {
    let now = start;
    let memory: Memory | null = null;
    for (const [recall, daysAfter] of [
      ['again', 0],
      ['good', 0],
      ['good', 1],
      ['good', 3],
      ['good', 8],
      ['good', 21],
    ] as const) {
      now = daysOn(daysAfter, now);
      memory = schedule(memory, recall, now);
    }
    expect(memory?.stability).toBeCloseTo(53.335106, 4);
    expect(memory?.difficulty).toBeCloseTo(6.3574867, 4);
  });

  // The forgetting curve of FSRS-6: R(t, S) = (1 + factor · t / S)^−w20, which is 0.9 where t is S.
  it.each([
    [0, 1],
    [0.5, 0.94],
    [1, 0.9],
    [2, 0.85],
    [10, 0.69],
  ])('forgets after %s times its stability as the curve says', (times, chance) => {
    const decay = 0.1542;
    const factor = 0.9 ** (-1 / decay) - 1;
    const memory = { ...schedule(null, 'good', start), stability: 100 };
    const now = daysOn(100 * times);
    expect(retrievability(memory, now)).toBeCloseTo((1 + factor * times) ** -decay, 6);
    expect(retrievability(memory, now)).toBeCloseTo(chance, 2);
  });

  it('gives the intervals that FSRS gives', () => {
    const reference = fsrs({
      request_retention: targetRetention,
      maximum_interval: 364,
      enable_fuzz: false,
      enable_short_term: false,
    });
    let card = createEmptyCard(start);
    let memory: Memory | null = null;
    let now = start;
    for (const [recall, rating] of [
      ['good', Rating.Good],
      ['good', Rating.Good],
      ['hard', Rating.Hard],
      ['again', Rating.Again],
      ['good', Rating.Good],
    ] as const) {
      card = reference.next(card, now, rating).card;
      memory = schedule(memory, recall, now);
      expect(memory).toMatchObject({
        stability: card.stability,
        difficulty: card.difficulty,
        dueAt: card.due,
      });
      now = card.due;
    }
    expect(memory).toMatchObject({ reps: 5, lapses: 1 });
  });

  it('puts what is recalled further and further off, and what is forgotten near again', () => {
    let memory = schedule(null, 'good', start);
    const intervals: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      intervals.push(memory.scheduledDays);
      memory = schedule(memory, 'good', memory.dueAt);
    }
    expect(intervals).toEqual([...intervals].sort((a, b) => a - b));
    expect(intervals.at(-1)).toBeGreaterThan((intervals[0] ?? 0) * 4);
    const forgotten = schedule(memory, 'again', memory.dueAt);
    expect(forgotten.scheduledDays).toBeLessThan(memory.scheduledDays / 4);
    expect(forgotten.lapses).toBe(1);
  });

  it('never asks twice in a day, nor after more than a year', () => {
    let memory = schedule(null, 'again', start);
    expect(memory.dueAt.getTime() - start.getTime()).toBeGreaterThanOrEqual(day);
    for (let round = 0; round < 20; round += 1) memory = schedule(memory, 'good', memory.dueAt);
    expect(memory.scheduledDays).toBeLessThanOrEqual(365);
  });

  it('is due when the chance to recall it has come down to the target', () => {
    const memory = schedule(schedule(null, 'good', start), 'good', daysOn(3));
    expect(retrievability(memory, memory.dueAt)).toBeCloseTo(targetRetention, 1);
    expect(retrievability(memory, daysOn(0.01, memory.lastAt ?? start))).toBeGreaterThan(0.99);
  });

  it('holds where a clock has gone back', () => {
    const memory = schedule(null, 'good', start);
    const again = schedule(memory, 'good', daysOn(-2));
    expect(again.dueAt.getTime()).toBeGreaterThanOrEqual(start.getTime());
  });
});
