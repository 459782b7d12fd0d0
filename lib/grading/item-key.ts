import type { Pair } from '../course/model.ts';

/** What decides whether an answer is right. Never read by a query that serves an unanswered item. */
export type ItemKey = {
  /** Ids of the right options: one for single and true-false; empty where the kind has no options. */
  correct: string[];
  pairs: Pair[];
  order: string[];
  /** What is accepted; the first is the one to show. */
  accept: string[];
};
