import type { Block, Section } from '#lib/course/model.ts';
import type { NumberedSentence } from '#lib/course/numbered-sentences.ts';
import { numberSentences } from '#lib/course/numbered-sentences.ts';
import { normalised } from '../wording.ts';
import { NearMatches } from './near-match.ts';

/** What of a course its sentences are found from. */
export type Prose = { text: string; blocks: readonly Block[]; sections: readonly Section[] };

export type Sentence = { address: string; start: number; end: number; quote: string };

/** One sentence in two versions of a document; at least one side is there. */
export type SentenceChange =
  | { change: 'same' | 'moved' | 'changed'; before: Sentence; after: Sentence }
  | { change: 'removed'; before: Sentence; after: null }
  | { change: 'added'; before: null; after: Sentence };

export function sentencesOf(course: Prose): Sentence[] {
  return numberSentences(course).map(({ address, start, end }: NumberedSentence) => ({
    address,
    start,
    end,
    quote: course.text.slice(start, end),
  }));
}

/**
 * What became of each sentence. Sentences that say the same, but for case, quotes and stops, are one; those on
 * the longest common subsequence stayed, the others of them moved. Of the rest, those that share most of their
 * words with a new one were changed into it. In the order of the new text, with what was removed in between.
 */
export function diffSentences(before: readonly Sentence[], after: readonly Sentence[]): SentenceChange[] {
  const partner = new Map<number, number>();
  const moved = new Set<number>();
  matchEqual(before, after, partner, moved);
  const changed = matchNear(before, after, partner);
  const oldOf = new Map([...partner].map(([old, next]) => [next, old]));

  const out: SentenceChange[] = [];
  let next = 0;
  const addNew = (until: number) => {
    for (; next < until; next += 1) {
      const sentence = after[next];
      const old = before[oldOf.get(next) ?? -1];
      if (sentence === undefined) continue;
      const at = oldOf.get(next) ?? -1;
      if (old === undefined) out.push({ change: 'added', before: null, after: sentence });
      else if (moved.has(at)) out.push({ change: 'moved', before: old, after: sentence });
      else if (changed.has(at)) out.push({ change: 'changed', before: old, after: sentence });
      else out.push({ change: 'same', before: old, after: sentence });
    }
  };
  for (const [at, sentence] of before.entries()) {
    const place = partner.get(at);
    if (place === undefined) out.push({ change: 'removed', before: sentence, after: null });
    // A sentence that stayed where it was brings along what stands before it in the new text.
    else if (!moved.has(at) && place >= next) addNew(place + 1);
  }
  addNew(after.length);
  return out;
}

/** Equal texts find each other: the ends first, then the k-th of a text the k-th of the same text. */
function matchEqual(
  before: readonly Sentence[],
  after: readonly Sentence[],
  partner: Map<number, number>,
  moved: Set<number>,
): void {
  const old = before.map(({ quote }) => normalised(quote));
  const now = after.map(({ quote }) => normalised(quote));
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) {
    partner.set(head, head);
    head += 1;
  }
  let tail = 0;
  while (tail < old.length - head && tail < now.length - head && old.at(-1 - tail) === now.at(-1 - tail)) {
    partner.set(old.length - 1 - tail, now.length - 1 - tail);
    tail += 1;
  }
  const places = new Map<string, number[]>();
  for (let at = now.length - tail - 1; at >= head; at -= 1) {
    const list = places.get(now[at] ?? '');
    if (list === undefined) places.set(now[at] ?? '', [at]);
    else list.push(at);
  }
  const pairs: { from: number; to: number }[] = [];
  for (let at = head; at < old.length - tail; at += 1) {
    const to = places.get(old[at] ?? '')?.pop();
    if (to !== undefined) pairs.push({ from: at, to });
  }
  const kept = longestRise(pairs.map(({ to }) => to));
  for (const [index, { from, to }] of pairs.entries()) {
    partner.set(from, to);
    if (!kept.has(index)) moved.add(from);
  }
}

/** The indexes of a longest strictly rising subsequence, in n log n: what a common subsequence is of unique texts. */
function longestRise(values: readonly number[]): Set<number> {
  /** `ends[k]`: the index of the least value that a rise of k + 1 values ends in. */
  const ends: number[] = [];
  const previous: number[] = [];
  for (const [index, value] of values.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[ends[middle] ?? -1] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    previous.push(ends[low - 1] ?? -1);
    ends[low] = index;
  }
  const kept = new Set<number>();
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) kept.add(at);
  return kept;
}

/** The most alike pairs of what is left, each sentence at most once; returns the old ones that were changed. */
function matchNear(
  before: readonly Sentence[],
  after: readonly Sentence[],
  partner: Map<number, number>,
): Set<number> {
  const taken = new Set(partner.values());
  const free = [...after.keys()].filter((at) => !taken.has(at));
  const near = new NearMatches(free.map((at) => after[at]?.quote ?? ''));
  const pairs = before.flatMap(({ quote }, from) =>
    partner.has(from) ? [] : near.of(quote).map(({ at, score }) => ({ from, to: free[at] ?? -1, score })),
  );
  pairs.sort((a, b) => b.score - a.score || a.from - b.from || a.to - b.to);
  const changed = new Set<number>();
  for (const { from, to } of pairs) {
    if (partner.has(from) || taken.has(to)) continue;
    partner.set(from, to);
    taken.add(to);
    changed.add(from);
  }
  return changed;
}
