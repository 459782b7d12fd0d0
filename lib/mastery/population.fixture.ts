import { randomNumbers } from '../text/shuffle.ts';
import { isLeech, reviewDay } from './review-day.ts';
import { type Memory, retrievability, schedule } from './schedule.ts';

const day = 86_400_000;

export type Population = {
  learners: number;
  days: number;
  /** Questions met for the first time on each of the first days. */
  newEach: number;
  newDays: number;
  cap: number;
  /** Learners are away from here … */
  awayFrom: number;
  /** … for so many days. */
  awayFor: number;
  /** The chance to skip any other day. */
  skips: number;
  /** A fault to plant: due dates are put off by this factor. */
  stretch?: number;
  /** A fault to plant: the cap is not asked for. */
  uncapped?: boolean;
  seed: string;
};

export type Figures = {
  /** Most asked of one learner on one day, on any day and on the first one back. */
  mostInADay: number;
  mostOnReturn: number;
  /** Most that was due on the first day back. */
  dueOnReturn: number;
  /** Days after the return until nothing was left over, of the slowest learner. */
  daysToCatchUp: number;
  /** Share recalled of what was asked within a day of its due date, and how often that was. */
  recallOnTime: number;
  askedOnTime: number;
  /**
   * The same without what was put off for a day, the least there is: what was just forgotten FSRS would ask again
   * within hours, and by the next day it has fallen below the target.
   */
  recallAfterMore: number;
  askedAfterMore: number;
  /** Of what was asked later, and what FSRS had foretold of it. */
  recallLate: number;
  foretoldLate: number;
  askedLate: number;
};

type Card = { memory: Memory };

/**
 * Learners whose memory is as FSRS thinks it is: each question is recalled by the chance that ts-fsrs gives it at
 * the moment of asking. They meet questions, review within their cap on the days they come, and are away for a while.
 */
export function simulate(population: Population): Figures {
  const sums = { onTime: 0, rightOnTime: 0, more: 0, rightMore: 0, late: 0, rightLate: 0, foretold: 0 };
  const most = { inADay: 0, onReturn: 0, dueOnReturn: 0, daysToCatchUp: 0 };
  for (let learner = 0; learner < population.learners; learner += 1) {
    const random = randomNumbers(`${population.seed}/${learner}`);
    const cards: Card[] = [];
    const isHere = (at: number) =>
      (at < population.awayFrom || at >= population.awayFrom + population.awayFor) &&
      random() >= population.skips;
    const back = population.awayFrom + population.awayFor;
    let returned: number | null = null;
    let caughtUp: number | null = null;
    for (let at = 0; at < population.days; at += 1) {
      if (!isHere(at)) continue;
      const now = new Date(Date.UTC(2026, 0, 5, 18) + at * day);
      const due = cards
        .filter(({ memory }) => memory.dueAt <= now && !isLeech(memory))
        .sort((a, b) => a.memory.dueAt.getTime() - b.memory.dueAt.getTime());
      const asked = population.uncapped
        ? due.length
        : reviewDay({ due: due.length, done: 0, extra: false, cap: population.cap, seconds: 40 }).now;
      most.inADay = Math.max(most.inADay, asked);
      if (at >= back && returned === null) {
        returned = at;
        most.onReturn = Math.max(most.onReturn, asked);
        most.dueOnReturn = Math.max(most.dueOnReturn, due.length);
      }
      if (returned !== null && caughtUp === null && asked === due.length) caughtUp = at - returned;
      for (const card of due.slice(0, asked)) {
        const chance = retrievability(card.memory, now);
        const isRecalled = random() < chance;
        if (now.getTime() - card.memory.dueAt.getTime() < day) {
          sums.onTime += 1;
          sums.rightOnTime += isRecalled ? 1 : 0;
          if (card.memory.scheduledDays > 1) {
            sums.more += 1;
            sums.rightMore += isRecalled ? 1 : 0;
          }
        } else {
          sums.late += 1;
          sums.rightLate += isRecalled ? 1 : 0;
          sums.foretold += chance;
        }
        card.memory = put(schedule(card.memory, isRecalled ? 'good' : 'again', now), now, population.stretch);
      }
      if (at < population.newDays)
        for (let item = 0; item < population.newEach; item += 1) {
          const memory = schedule(null, random() < 0.8 ? 'good' : 'again', now);
          cards.push({ memory: put(memory, now, population.stretch) });
        }
    }
    most.daysToCatchUp = Math.max(most.daysToCatchUp, caughtUp ?? Number.POSITIVE_INFINITY);
  }
  return {
    mostInADay: most.inADay,
    mostOnReturn: most.onReturn,
    dueOnReturn: most.dueOnReturn,
    daysToCatchUp: most.daysToCatchUp,
    recallOnTime: sums.rightOnTime / sums.onTime,
    askedOnTime: sums.onTime,
    recallAfterMore: sums.rightMore / sums.more,
    askedAfterMore: sums.more,
    recallLate: sums.rightLate / sums.late,
    foretoldLate: sums.foretold / sums.late,
    askedLate: sums.late,
  };
}

function put(memory: Memory, now: Date, stretch = 1): Memory {
  return stretch === 1
    ? memory
    : { ...memory, dueAt: new Date(now.getTime() + memory.scheduledDays * stretch * day) };
}
