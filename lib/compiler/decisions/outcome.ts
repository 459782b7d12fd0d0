import type { Diagnostic } from '#lib/course/model.ts';
import type { Decision } from '../decisions-file.ts';

/**
 * applied: it holds. dormant: the rejected item is not made anyway. waiting: approved with other options.
 * stale: the item is made no more. unusable: what a person wrote cannot be asked. repeated: said already.
 */
export type DecisionState = 'applied' | 'dormant' | 'waiting' | 'stale' | 'unusable' | 'repeated';

/** What became of one decision. */
export type DecisionOutcome = {
  decision: Decision['decision'];
  /** The id of the item that it is about; of an added one, where it could be made, its own. */
  item: string | null;
  /** The stem as the decision has it: what a person knows the item by. */
  stem: string;
  state: DecisionState;
  /** What is to be known beyond the state: what is wrong and what to do. */
  message: string | null;
};

const gone = 'The document gives this question no more. The decision is kept; remove it if it is settled.';

/** What a person should know of the decisions: nothing of those that simply hold. */
export function decisionDiagnostics(outcomes: readonly DecisionOutcome[]): Diagnostic[] {
  return outcomes
    .filter(({ state, message }) => state !== 'dormant' && (state !== 'applied' || message !== null))
    .map(({ decision, stem, state, message }) => ({
      code: state === 'applied' ? 'decision-flawed' : `decision-${state}`,
      severity: state === 'unusable' ? 'error' : 'warning',
      message: `Decision “${decision}” on “${stem}”: ${message ?? gone}`,
      start: 0,
      end: 0,
    }));
}
