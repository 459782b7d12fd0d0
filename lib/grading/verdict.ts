import type { ItemKind } from '../course/model.ts';

/**
 * How an answer is told. Of a statement, what was right or not is the judgement and not the text: somebody who
 * rightly calls it false has not found "what the text says".
 */
export type Verdict =
  | 'right'
  | 'partly'
  | 'off'
  | 'rightStated'
  | 'rightUnstated'
  | 'offStated'
  | 'offUnstated';

/** `key` is the right option's text; statements are judged "True" or "False". */
export function verdictOf(kind: ItemKind, mark: number, key: string): Verdict {
  const isRight = mark >= 1;
  if (kind === 'true-false' && key === 'True') return isRight ? 'rightStated' : 'offStated';
  if (kind === 'true-false' && key === 'False') return isRight ? 'rightUnstated' : 'offUnstated';
  if (isRight) return 'right';
  return mark > 0 ? 'partly' : 'off';
}
