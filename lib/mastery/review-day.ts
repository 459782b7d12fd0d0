import { leechLapses } from './schedule.ts';

/** So many questions a day are asked again; what is beyond waits, and nothing is lost by it. */
export const dailyCap = 20;
/** What a question takes with its evidence, in seconds: a rough mean, for "about 5 minutes". */
const secondsEach = 40;

/** What a day of review comes to. */
export type ReviewDay = {
  /** Questions to ask now. */
  now: number;
  /** Due as well, left for another day. */
  later: number;
  /** Whole minutes, at least one while anything is to be asked. */
  minutes: number;
};

/**
 * Of `due` questions after `done` answered today: never more than the cap in a day, however many days were missed.
 * Somebody who asks for more (`extra`) is given another portion.
 */
export function reviewDay({ due, done, extra }: { due: number; done: number; extra: boolean }): ReviewDay {
  const room = extra ? Math.max(1, dailyCap - (done % dailyCap)) : Math.max(0, dailyCap - done);
  const now = Math.min(due, room);
  return { now, later: due - now, minutes: Math.ceil((now * secondsEach) / 60) };
}

/** How many questions fit in the minutes that somebody has; at least one. */
export function questionsIn(minutes: number): number {
  return Math.max(1, Math.floor((minutes * 60) / secondsEach));
}

/** Forgotten so often that its paragraph is offered instead of the question. */
export function isLeech({ lapses }: { lapses: number }): boolean {
  return lapses >= leechLapses;
}
