import { type Card, createEmptyCard, type FSRS, fsrs, type Grade, Rating, State } from 'ts-fsrs';

/**
 * What is remembered of one question by one learner. FSRS (Ye 2022 and later; ts-fsrs is its reference in
 * JavaScript) predicts from it when it would be forgotten.
 */
export type Memory = {
  dueAt: Date;
  /** Days until the chance to recall it has fallen to the target. */
  stability: number;
  /** 1 (easy) to 10. */
  difficulty: number;
  /** Days from the last review to the due date. */
  scheduledDays: number;
  reps: number;
  lapses: number;
  state: 'new' | 'learning' | 'review' | 'relearning';
  lastAt: Date | null;
};

/** How well it was recalled: wrong, right but unsure, right. */
export type Recall = 'again' | 'hard' | 'good';

/** The chance to recall a question at its due date. */
export const targetRetention = 0.9;
/** Nothing is put off for longer than a year (FSRS may add a day, so that a better answer waits longer). */
const longestDays = 364;
/** A question forgotten so often is a leech: reading helps more than asking once more. */
export const leechLapses = 8;

// Whole days only: a quiz is no flash-card session that goes on for minutes. No fuzz: the same answers at the same
// times give the same dates, so that the cards can be made anew from the answers.
const scheduler: FSRS = fsrs({
  request_retention: targetRetention,
  maximum_interval: longestDays,
  enable_fuzz: false,
  enable_short_term: false,
});

const states = {
  new: State.New,
  learning: State.Learning,
  review: State.Review,
  relearning: State.Relearning,
};
const stateNames = ['new', 'learning', 'review', 'relearning'] as const;
const ratings: Readonly<Record<Recall, Grade>> = {
  again: Rating.Again,
  hard: Rating.Hard,
  good: Rating.Good,
};

/** Sure and right is good; a guess that was right, or a part of the mark, is hard; the rest is to be learned again. */
export function recallOf({ mark, certainty }: { mark: number; certainty: number | null }): Recall {
  if (mark >= 1) return certainty === 1 ? 'hard' : 'good';
  return mark >= 0.5 ? 'hard' : 'again';
}

/** The memory after an answer at `now`; `before` is null at the first. */
export function schedule(before: Memory | null, recall: Recall, now: Date): Memory {
  const card = before === null ? createEmptyCard(now) : toCard(before);
  // A clock that went back must not count as time in which something was forgotten.
  const at = card.last_review !== undefined && card.last_review > now ? card.last_review : now;
  return fromCard(scheduler.next(card, at, ratings[recall]).card);
}

/** The chance, 0 to 1, that it would be recalled at `now`. */
export function retrievability(memory: Memory, now: Date): number {
  return scheduler.get_retrievability(toCard(memory), now, false);
}

function toCard(memory: Memory): Card {
  const { dueAt, stability, difficulty, scheduledDays, reps, lapses, state, lastAt } = memory;
  return {
    due: dueAt,
    stability,
    difficulty,
    elapsed_days: 0,
    scheduled_days: scheduledDays,
    learning_steps: 0,
    reps,
    lapses,
    state: states[state],
    ...(lastAt === null ? {} : { last_review: lastAt }),
  };
}

function fromCard(card: Card): Memory {
  return {
    dueAt: card.due,
    stability: card.stability,
    difficulty: card.difficulty,
    scheduledDays: card.scheduled_days,
    reps: card.reps,
    lapses: card.lapses,
    state: stateNames[card.state] ?? 'new',
    lastAt: card.last_review ?? null,
  };
}
