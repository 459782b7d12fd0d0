import { isAsKeyed } from './as-keyed.ts';
import type { Key, Sheet } from './sheet.ts';
import { criteria, type JudgeAnswer } from './verdict.ts';

type Shown = Sheet['items'][number];

/** A question with the judge's own answer and, only now, the key: what the six criteria are judged by. */
export type ToRate = {
  format: 'lectern-to-rate/1';
  judge: string;
  criteria: typeof criteria;
  publishable: string;
  items: (Shown & {
    answer: string;
    right: string;
    rightText: string;
    asKeyed: boolean;
    reasons: { letter: string; correct: boolean; rationale: string }[];
    evidence: string[];
  })[];
};

/** `which` names the questions or judges that stand in the way. */
export type Revealed =
  | { ok: true; value: ToRate }
  | { ok: false; refusal: 'unanswered' | 'not-in-key' | 'several-judges'; which: string[] };

/** The key beside each answer of one judge; refused while a question of the sheet has no answer. */
export function reveal(sheet: Sheet, key: Key, answers: readonly JudgeAnswer[]): Revealed {
  const judges = [...new Set(answers.map(({ judge }) => judge))];
  const given = new Map(answers.map((answer) => [answer.id, answer]));
  const keys = new Map(key.items.map((item) => [item.id, item]));
  const unanswered = sheet.items.filter(({ id }) => !given.has(id)).map(({ id }) => id);
  const unknown = sheet.items.filter(({ id }) => !keys.has(id)).map(({ id }) => id);
  if (unanswered.length > 0) return { ok: false, refusal: 'unanswered', which: unanswered };
  if (unknown.length > 0) return { ok: false, refusal: 'not-in-key', which: unknown };
  if (judges.length > 1) return { ok: false, refusal: 'several-judges', which: judges };
  const items = sheet.items.flatMap((item) => {
    const own = keys.get(item.id);
    const answer = given.get(item.id)?.answer;
    if (own === undefined || answer === undefined) return [];
    return [
      {
        ...item,
        answer,
        right: own.right,
        rightText: own.rightText,
        asKeyed: isAsKeyed(own, answer),
        reasons: own.options.map(({ letter, correct, rationale }) => ({ letter, correct, rationale })),
        evidence: own.evidence,
      },
    ];
  });
  const toRate: ToRate = {
    format: 'lectern-to-rate/1',
    judge: judges[0] ?? '',
    criteria,
    publishable: 'yes, with-edit or no',
    items,
  };
  return { ok: true, value: toRate };
}
