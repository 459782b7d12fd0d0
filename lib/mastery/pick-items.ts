import { shuffle } from '../text/shuffle.ts';

export type Candidate = {
  itemId: string;
  /** Its place in the lesson's bank, in reading order. */
  position: number;
  /** In the lesson's default quiz. */
  selected: boolean;
  /** Addresses of the sentences that prove it. */
  sentences: readonly string[];
  /** When this learner was last asked it; null for never. */
  lastServedAt: Date | null;
};

/** Asked where a bank has no default quiz. */
const fallbackCount = 10;

/**
 * Which questions one attempt asks, in the lesson's order. The first asks the default quiz. A retake asks
 * as many, those never asked first, then those asked longest ago, the seed deciding among equals;
 * two questions on one sentence only where the bank has no other.
 */
export function pickItems(candidates: readonly Candidate[], seed: string): string[] {
  const selected = candidates.filter((candidate) => candidate.selected);
  const isFirst = candidates.every((candidate) => candidate.lastServedAt === null);
  if (isFirst && selected.length > 0) return inLessonOrder(selected);
  const count = selected.length > 0 ? selected.length : Math.min(fallbackCount, candidates.length);
  const byNeed = shuffle(
    [...candidates].sort((a, b) => a.position - b.position),
    seed,
  ).sort((a, b) => servedTime(a) - servedTime(b));
  const picked: Candidate[] = [];
  const used = new Set<string>();
  const left: Candidate[] = [];
  for (const candidate of byNeed) {
    if (picked.length === count) break;
    if (candidate.sentences.some((address) => used.has(address))) {
      left.push(candidate);
      continue;
    }
    picked.push(candidate);
    for (const address of candidate.sentences) used.add(address);
  }
  return inLessonOrder([...picked, ...left.slice(0, count - picked.length)]);
}

function servedTime(candidate: Candidate): number {
  return candidate.lastServedAt?.getTime() ?? Number.NEGATIVE_INFINITY;
}

function inLessonOrder(candidates: readonly Candidate[]): string[] {
  return candidates.toSorted((a, b) => a.position - b.position).map((candidate) => candidate.itemId);
}
