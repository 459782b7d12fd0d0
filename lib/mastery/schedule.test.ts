import { createEmptyCard, fsrs, Rating } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import { randomNumbers } from '#lib/text/shuffle.ts';
import { type Memory, type Recall, recallOf, retrievability, schedule, targetRetention } from './schedule.ts';

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

describe('a class of learners whose memory is as FSRS thinks it is', () => {
  it('recalls at review about as often as was aimed at', () => {
    const random = randomNumbers('learners-1');
    let recalled = 0;
    let asked = 0;
    for (let learner = 0; learner < 40; learner += 1) {
      for (let item = 0; item < 12; item += 1) {
        let memory = schedule(null, random() < 0.8 ? 'good' : 'again', start);
        for (let round = 0; round < 8; round += 1) {
          const chance = retrievability(memory, memory.dueAt);
          const recall: Recall = random() < chance ? 'good' : 'again';
          asked += 1;
          if (recall === 'good') recalled += 1;
          memory = schedule(memory, recall, memory.dueAt);
        }
      }
    }
    expect(recalled / asked).toBeGreaterThan(targetRetention - 0.03);
    expect(recalled / asked).toBeLessThan(targetRetention + 0.05);
  });
});
