import { minutesFor } from './pace.ts';
import { leechLapses } from './schedule.ts';

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
 * Of `due` questions after `done` answered today: never more than the learner's cap in a day, however many days were
 * missed. Somebody who asks for more (`extra`) is given another portion. `seconds` is what a question takes them.
 */
export function reviewDay({
  due,
  done,
  extra,
  cap,
  seconds,
}: {
  due: number;
  done: number;
  extra: boolean;
  cap: number;
  seconds: number;
}): ReviewDay {
  const room = extra ? Math.max(1, cap - (done % cap)) : Math.max(0, cap - done);
  const now = Math.min(due, room);
  return { now, later: due - now, minutes: minutesFor(now, seconds) };
}

/** Forgotten so often that its paragraph is offered instead of the question. */
export function isLeech({ lapses }: { lapses: number }): boolean {
  return lapses >= leechLapses;
}
