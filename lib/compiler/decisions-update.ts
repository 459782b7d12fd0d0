import type { Course, Item } from '#lib/course/model.ts';
import type { DecisionsFile } from './decisions-file.ts';

export type DecisionsUpdate = {
  /** The file as it is to be written. */
  file: { format: 'lectern-decisions/1'; decisions: Record<string, unknown>[] };
  /** How many entries somebody has decided on. */
  decided: number;
  /** Undecided questions that were in the file already. */
  waiting: number;
  added: number;
  /** Undecided questions that the document gives no more, by their stems; they are taken out. */
  dropped: string[];
};

/**
 * A decisions file brought up to date with a document. `course` is compiled with that file. What somebody
 * decided stays to the letter; the questions that nobody has decided on stand in it as undecided.
 */
export function updateDecisionsFile(
  course: Course,
  before: { file: DecisionsFile; entries: readonly Record<string, unknown>[] } | null,
): DecisionsUpdate {
  const open = new Map(
    course.items.filter(({ editorial }) => editorial === undefined).map((item) => [item.id, item]),
  );
  const update: DecisionsUpdate = {
    file: { format: 'lectern-decisions/1', decisions: [] },
    decided: 0,
    waiting: 0,
    added: 0,
    dropped: [],
  };
  const listed = new Set<string>();
  for (const [at, decision] of (before?.file.decisions ?? []).entries()) {
    if (decision.decision !== 'added') listed.add(decision.item);
    if (decision.decision !== 'undecided') {
      update.file.decisions.push(before?.entries[at] ?? {});
      update.decided += 1;
      continue;
    }
    const item = open.get(decision.item);
    if (item === undefined) {
      update.dropped.push(decision.stem);
      continue;
    }
    update.file.decisions.push(undecided(item));
    update.waiting += 1;
  }
  for (const item of open.values()) {
    if (listed.has(item.id)) continue;
    update.file.decisions.push(undecided(item));
    update.added += 1;
  }
  return update;
}

/** All that one must see to decide; what is right stands apart from the options. */
function undecided(item: Item): Record<string, unknown> {
  const { options, pairs, order, accept } = item;
  const right = options.filter(({ correct }) => correct).map(({ text }) => text);
  return {
    decision: 'undecided',
    item: item.id,
    kind: item.kind,
    stem: item.stem,
    ...(options.length > 0 ? { options: options.map(({ text }) => text), right } : {}),
    ...(pairs.length > 0 ? { pairs } : {}),
    ...(order.length > 0 ? { order } : {}),
    ...(accept.length > 0 ? { accept } : {}),
    evidence: [...new Set(item.evidence.map(({ quote }) => quote))],
  };
}
