import type { Course } from '#lib/course/model.ts';
import type { ConfirmedFrame } from '../claims-file.ts';
import type { Spent } from './budget.ts';
import { type Dealings, type Halt, ModelCalls } from './calls.ts';
import { crossCheck, type Yield } from './cross-check.ts';
import { type Estimate, estimateRun } from './estimate.ts';
import { notTheKey } from './examine.ts';
import { type Passage, passagesOf } from './passages.ts';
import { framesMessage } from './prompts.ts';
import { proposeForPassage } from './propose-passage.ts';
import { courseOf, type Source } from './question-gate.ts';

/** What is known before anything is sent. */
export type Plan = {
  source: Source;
  course: Course;
  passages: Passage[];
  withheld: number;
  estimate: Estimate;
};

export type Progress = { at: number; of: number; title: string; frames: readonly ConfirmedFrame[] };

export type Proposed = {
  frames: ConfirmedFrame[];
  /** Faults of what was dropped, with how often each was met. */
  dropped: Map<string, number>;
  /** Passages of which the model proposed nothing, with its reason. */
  refusals: { title: string; reason: string }[];
  spent: Spent;
  /** Why it ended before its end, or null. */
  halt: Halt | null;
};

export function planProposals(source: Source, dealings: Dealings): Plan {
  const course = courseOf(source);
  const { passages, withheld } = passagesOf(course);
  const calls = new ModelCalls(dealings);
  const known = passages.filter((passage) =>
    calls.isKnown(framesMessage(passage, boundaryOf(passage, dealings))),
  );
  const { caps, price } = dealings;
  return {
    source,
    course,
    passages,
    withheld: withheld.length,
    estimate: estimateRun(passages, { known: known.length, caps, price }),
  };
}

/** What is told while a run goes on. */
export type Listener = {
  /** After each passage, with what it gave. */
  onPassage(progress: Progress): void;
  /** At the end, with what does not stand beside the rest. */
  onWithdrawn(ids: ReadonlySet<string>): void;
};

/**
 * Asks the model passage by passage. Each passage is done before the next begins, so that whatever ends the
 * run early, what came before has passed every gate.
 */
export async function proposeFrames(plan: Plan, dealings: Dealings, listener: Listener): Promise<Proposed> {
  const calls = new ModelCalls(dealings);
  const proposed: Proposed = { frames: [], dropped: new Map(), refusals: [], spent: calls.spent, halt: null };
  const examined = new Set<string>();
  const yields: Yield[] = [];
  for (const [at, passage] of plan.passages.entries()) {
    const boundary = boundaryOf(passage, dealings);
    const outcome = await proposeForPassage(
      {
        source: plan.source,
        course: plan.course,
        calls,
        model: dealings.model,
        boundary,
        settled: proposed.frames,
        examined,
      },
      passage,
    );
    proposed.frames.push(...outcome.frames);
    yields.push({ passage, boundary, frames: outcome.frames });
    for (const { fault } of outcome.dropped) countFault(proposed, fault);
    if (outcome.refusal !== null) proposed.refusals.push({ title: passage.title, reason: outcome.refusal });
    listener.onPassage({
      at: at + 1,
      of: plan.passages.length,
      title: passage.title,
      frames: outcome.frames,
    });
    proposed.halt = outcome.halt;
    if (outcome.halt !== null) return proposed;
  }
  const { failed, halt } = await crossCheck(plan.source, calls, yields, examined);
  const withdrawn = new Set(failed.map(({ frame }) => frame.id));
  for (const { stem } of failed) countFault(proposed, notTheKey(stem));
  proposed.frames = proposed.frames.filter(({ id }) => !withdrawn.has(id));
  if (withdrawn.size > 0) listener.onWithdrawn(withdrawn);
  return { ...proposed, halt };
}

function countFault({ dropped }: Proposed, fault: string): void {
  dropped.set(fault, (dropped.get(fault) ?? 0) + 1);
}

/** From a digest of the passage itself, so that no text can hold its own. */
function boundaryOf(passage: Passage, { hash }: Dealings): string {
  return hash(`boundary\n${passage.sentences.map(({ shown }) => shown).join('\n')}`).slice(0, 12);
}
