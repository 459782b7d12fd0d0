import type { Pair, Span } from '../course/model.ts';
import type { Answer } from './answer.ts';

export type MatchedPair = Pair & {
  /** Null where nothing was answered. */
  chosen: string | null;
  correct: boolean;
  /** What proves this pair; null where the question's evidence does not say which pair it proves. */
  evidence: Span | null;
};

/** The pairs of a matching question beside what was chosen for each. */
export function matchPairs(
  pairs: readonly Pair[],
  evidence: readonly Span[],
  answer: Answer | null,
): MatchedPair[] {
  return pairs.map(({ left, right }, at) => {
    const chosen = answer?.kind === 'matching' ? (answer.rights[at] ?? null) : null;
    return { left, right, chosen, correct: chosen === right, evidence: proofOf(left, at, pairs, evidence) };
  });
}

/** The compiler gives a span for each pair, in their order; a question written by hand may give fewer. */
function proofOf(left: string, at: number, pairs: readonly Pair[], evidence: readonly Span[]): Span | null {
  if (evidence.length === pairs.length) return evidence[at] ?? null;
  return evidence.find((span) => span.quote.toLowerCase().includes(left.toLowerCase())) ?? null;
}
