import type { Course } from '#lib/course/model.ts';
import type { ConfirmedFrame } from '../claims-file.ts';
import { compile } from '../compile.ts';
import type { Spent } from './budget.ts';
import { type Dealings, type Halt, ModelCalls } from './calls.ts';
import { type Estimate, estimateRun } from './estimate.ts';
import { type Passage, passagesOf } from './passages.ts';
import { framesMessage } from './prompts.ts';
import { proposeForPassage } from './propose-passage.ts';
import type { Source } from './question-gate.ts';

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
  const { document, sha256, claims } = source;
  const { course } = compile({ document, sha256, ...(claims === null ? {} : { claims }) });
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

/**
 * Asks the model passage by passage. Each passage is done before the next begins, so that whatever ends the
 * run early, what came before has passed every gate; `onPassage` is told after each.
 */
export async function proposeFrames(
  plan: Plan,
  dealings: Dealings,
  onPassage: (progress: Progress) => void,
): Promise<Proposed> {
  const calls = new ModelCalls(dealings);
  const proposed: Proposed = { frames: [], dropped: new Map(), refusals: [], spent: calls.spent, halt: null };
  for (const [at, passage] of plan.passages.entries()) {
    const outcome = await proposeForPassage(
      {
        source: plan.source,
        course: plan.course,
        calls,
        model: dealings.model,
        boundary: boundaryOf(passage, dealings),
        settled: proposed.frames,
      },
      passage,
    );
    proposed.frames.push(...outcome.frames);
    for (const { fault } of outcome.dropped)
      proposed.dropped.set(fault, (proposed.dropped.get(fault) ?? 0) + 1);
    if (outcome.refusal !== null) proposed.refusals.push({ title: passage.title, reason: outcome.refusal });
    onPassage({ at: at + 1, of: plan.passages.length, title: passage.title, frames: outcome.frames });
    proposed.halt = outcome.halt;
    if (outcome.halt !== null) break;
  }
  return proposed;
}

/** From a digest of the passage itself, so that no text can hold its own. */
function boundaryOf(passage: Passage, { hash }: Dealings): string {
  return hash(`boundary\n${passage.sentences.map(({ shown }) => shown).join('\n')}`).slice(0, 12);
}
