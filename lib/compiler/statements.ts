import { hash64 } from '#lib/text/fingerprint.ts';
import type { FramedClaim, ItemDraft } from './frames/frame.ts';
import type { LessonPool } from './lesson-pool.ts';

/** So many pairs of true-false items at most for a lesson, and of one form. */
const mostPairs = 3;
const mostPairsOfForm = 2;

type Truth = 'True' | 'False';
/** The true-false drafts of one form that one claim gives. */
type Statement = { claim: FramedClaim; form: string; drafts: readonly ItemDraft[] };
/** How many of a form are true and false in the lessons so far. */
export type TruthCounts = Map<string, Record<Truth, number>>;

/**
 * True-false items, in pairs of one form: for each definition that is true, one that is false, and so with
 * reasons, gains and the rest. The form of a statement then says nothing of its truth. The weightiest claims
 * come first; a hash says which of a pair is the true one.
 */
export function addStatements(pool: LessonPool, drafts: readonly ItemDraft[]): void {
  const forms = [...byForm(drafts)].sort(
    ([a, one], [b, other]) => weight(other) - weight(one) || (a < b ? -1 : 1),
  );
  for (let round = 1; round <= mostPairsOfForm; round += 1) {
    for (const [form, statements] of forms) {
      if (pairsIn(pool) < mostPairs && pairsIn(pool, form) < round) addPair(pool, statements);
    }
  }
}

/** Statements that a person approved are there before any pair is made, and count as well. */
function pairsIn(pool: LessonPool, form?: string): number {
  const statements = pool.kept.filter(
    ({ item, draft }) => item.kind === 'true-false' && (form === undefined || draft.template === form),
  );
  return Math.ceil(statements.length / 2);
}

/**
 * One statement for a claim of which nothing else could be asked: in a pair if it can be, else of the truth
 * that its form has had less often.
 */
export function addLoneStatements(pool: LessonPool, drafts: readonly ItemDraft[], counts: TruthCounts): void {
  for (const [form, statements] of byForm(drafts)) {
    for (const { claim, drafts: own } of statements) {
      if (pool.asks(claim) || addPair(pool, statements)) continue;
      // A form that rules can only state truly would be true each time.
      if (claim.origin === 'extracted' && !own.some((draft) => truthOf(draft) === 'False')) continue;
      const count = counts.get(form) ?? { True: 0, False: 0 };
      const wanted =
        count.True === count.False ? leaning(claim.id) : count.True < count.False ? 'True' : 'False';
      const fit = own.filter((draft) => truthOf(draft) === wanted);
      if (!pool.addFirst(fit)) continue;
      counts.set(form, { ...count, [wanted]: count[wanted] + 1 });
    }
  }
}

function byForm(drafts: readonly ItemDraft[]): Map<string, Statement[]> {
  const forms = new Map<string, Statement[]>();
  for (const draft of drafts) {
    const [claim] = draft.claims;
    if (claim === undefined) continue;
    const list = forms.get(draft.template) ?? [];
    const known = list.find((statement) => statement.claim === claim);
    if (known === undefined) list.push({ claim, form: draft.template, drafts: [draft] });
    else list.splice(list.indexOf(known), 1, { ...known, drafts: [...known.drafts, draft] });
    forms.set(draft.template, list);
  }
  return forms;
}

/** What a form's weightiest pair weighs. */
function weight(statements: readonly Statement[]): number {
  const [first, second] = statements.map(({ claim }) => claim.salience).sort((a, b) => b - a);
  return (first ?? 0) + (second ?? 0);
}

/** The weightiest two claims of which one can be said truly and the other falsely; both are added, or neither. */
function addPair(pool: LessonPool, statements: readonly Statement[]): boolean {
  const free = statements.filter(({ claim }) => !pool.states(claim));
  for (const [index, first] of free.entries()) {
    for (const second of free.slice(index + 1)) {
      const truth = leaning(first.claim.id);
      for (const [trueOne, falseOne] of truth === 'True'
        ? [
            [first, second],
            [second, first],
          ]
        : [
            [second, first],
            [first, second],
          ]) {
        if (trueOne === undefined || falseOne === undefined) continue;
        if (pool.addBoth(ofTruth(trueOne, 'True'), ofTruth(falseOne, 'False'))) return true;
      }
    }
  }
  return false;
}

function ofTruth(statement: Statement, truth: Truth): ItemDraft[] {
  return statement.drafts.filter((draft) => truthOf(draft) === truth);
}

function truthOf(draft: ItemDraft): string {
  return draft.keys[0]?.text ?? '';
}

function leaning(claimId: string): Truth {
  return hash64(['truth', claimId]).low % 2 === 0 ? 'True' : 'False';
}
