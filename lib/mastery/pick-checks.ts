import type { ItemKind } from '../course/model.ts';

type Range = { start: number; end: number };

export type CheckCandidate = {
  itemId: string;
  kind: ItemKind;
  /** Its place in the lesson's bank, in reading order. */
  position: number;
  /** In the lesson's default quiz. */
  selected: boolean;
  /** Where the text proves it. */
  evidence: readonly Range[];
  /** Addresses of all sentences that prove it. */
  sentences: readonly string[];
  claimIds: readonly string[];
};

/** A question to ask once its chunk has been read. */
export type Check = { itemId: string; chunk: number };

/** What can be asked between two paragraphs, the most telling first: a guess at true or false is right half the time. */
const kinds: readonly ItemKind[] = ['single', 'cloze', 'short', 'multiple', 'true-false'];

const most = 4;

/**
 * The questions that a reader may try while reading, in reading order: one for a chunk at most, spread over the
 * lesson. None of them is in the lesson's quiz, rests on a sentence that the quiz asks about or asks about the
 * same claim, so that what is told here gives no answer of the quiz away. Where a lesson has no default quiz,
 * its quiz may ask anything, and nothing is asked here.
 */
export function pickChecks(chunks: readonly Range[], candidates: readonly CheckCandidate[]): Check[] {
  const quiz = candidates.filter((candidate) => candidate.selected);
  if (quiz.length === 0) return [];
  const askedSentences = new Set(quiz.flatMap((candidate) => candidate.sentences));
  const askedClaims = new Set(quiz.flatMap((candidate) => candidate.claimIds));
  const free = candidates.filter(
    (candidate) =>
      !candidate.selected &&
      kinds.includes(candidate.kind) &&
      candidate.sentences.length > 0 &&
      !candidate.sentences.some((address) => askedSentences.has(address)) &&
      !candidate.claimIds.some((claim) => askedClaims.has(claim)),
  );
  const offered = chunks.flatMap((chunk, index): Check[] => {
    const [best] = free
      .filter(({ evidence }) => evidence.every(({ start, end }) => start >= chunk.start && end <= chunk.end))
      .sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || a.position - b.position);
    return best === undefined ? [] : [{ itemId: best.itemId, chunk: index }];
  });
  return spread(offered, most);
}

/** So many of a list, as evenly over it as can be. */
function spread<T>(list: readonly T[], count: number): T[] {
  if (list.length <= count) return [...list];
  return list.filter(
    (_, at) => Math.floor((at * count) / list.length) !== Math.floor(((at - 1) * count) / list.length),
  );
}
