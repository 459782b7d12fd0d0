import type { ConfirmedFrame } from '../claims-file.ts';
import type { Halt, ModelCalls } from './calls.ts';
import { answerableIds } from './examine.ts';
import type { Passage } from './passages.ts';
import { questionsOf, type Source } from './question-gate.ts';

/** A passage, what marks its text, and the frames that it gave. */
export type Yield = { passage: Passage; boundary: string; frames: readonly ConfirmedFrame[] };

/**
 * Claims of several passages together give questions that none gave alone, where one lends another its answer
 * as a wrong one. Those are put to the solver too. Gives the frames whose new questions fail.
 */
export async function crossCheck(
  source: Source,
  calls: ModelCalls,
  yields: readonly Yield[],
  /** Ids of the items that a solver has seen. */
  examined: ReadonlySet<string>,
): Promise<{ failed: { frame: ConfirmedFrame; stem: string }[]; halt: Halt | null }> {
  const failed: { frame: ConfirmedFrame; stem: string }[] = [];
  const found = questionsOf(
    source,
    [],
    yields.flatMap(({ frames }) => frames),
  );
  for (const { passage, boundary, frames } of yields) {
    const fresh = frames.flatMap((frame) => {
      const questions = found.get(frame.id);
      return questions?.ok === true
        ? questions.items.filter(({ id }) => !examined.has(id)).map((item) => ({ frame, item }))
        : [];
    });
    const items = [...new Map(fresh.map(({ item }) => [item.id, item])).values()];
    const answerable = await answerableIds(calls, passage, items, boundary);
    if (!answerable.ok) return { failed, halt: answerable.halt };
    for (const { frame, item } of fresh)
      if (!answerable.ids.has(item.id) && !failed.some((other) => other.frame === frame))
        failed.push({ frame, stem: item.stem });
  }
  return { failed, halt: null };
}
