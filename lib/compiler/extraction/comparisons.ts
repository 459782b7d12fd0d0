import type { Candidate, Reading } from '../frames/frame.ts';
import { numberOf } from '../noun-phrase.ts';
import { wordCount } from '../wording.ts';
import { statementOf } from './stands-alone.ts';

const form =
  /^(?<more>[^,]+?) (?<copula>is|are) (?:(?:much|far|slightly|generally|usually|significantly|considerably|typically|often) )?(?<quality>(?:more|less) [\p{L}-]+|(?!rather|other)[\p{Ll}]+er) than (?<less>[^,]+)$/u;

/** "X is denser than Y": both sides noun phrases of one number, so that they may change places. */
export function findComparison({ text, around }: Reading): Candidate[] {
  if (!/ than /.test(text)) return [];
  const statement = statementOf(text, around);
  const groups = statement === null ? undefined : form.exec(statement)?.groups;
  if (groups?.more === undefined || groups.less === undefined || groups.quality === undefined) return [];
  const { more, less, quality } = groups;
  if (wordCount(more) > 7 || wordCount(less) > 7) return [];
  if (
    /\b(?:that|those|ever|before|expected|usual|in|at|on|is|are|was|were|do|does|did|once|previously|thought|average|half|one|any|many|most|some|others?)\b/.test(
      less,
    )
  )
    return [];
  const [a, b] = [numberOf(more), numberOf(less)];
  if (a === 'unknown' || b === 'unknown' || (a === 'plural') !== (b === 'plural')) return [];
  if ((a === 'plural') !== (groups.copula === 'are')) return [];
  return [{ parts: { more, less, quality }, label: 'fact', attribution: null, confidence: 0.9 }];
}
