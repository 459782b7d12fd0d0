import type { Claim, Course, Item, Span } from '#lib/course/model.ts';
import type { DecisionOutcome } from '../decisions/outcome.ts';
import { topicStems } from '../likeness.ts';
import { normalised } from '../wording.ts';
import { overlap } from './near-match.ts';
import { diffSentences, type Sentence, type SentenceChange, sentencesOf } from './sentence-diff.ts';

/**
 * Why something is no longer in a course. text: a sentence of its evidence was changed or removed. options: one
 * of a wrong answer was. decision: a person rejected or edited it. not-made: its sentences stand, but what
 * stands around them, or another version of the compiler, leaves no place for it.
 */
export type Because = 'text' | 'options' | 'decision' | 'not-made';

export type Gone = {
  id: string;
  /** The claim as a sentence, or the item's stem. */
  text: string;
  because: Because;
  /** Addresses, in the old course, of the sentences of its evidence that changed or went. */
  sentences: string[];
  /** The id of what the changed sentence gives instead. */
  successor: string | null;
};

export type Named = { id: string; text: string };

/** What two compilations of one document have in common, and in what they differ. */
export type Comparison = {
  sentences: SentenceChange[];
  claims: { kept: Named[]; stale: Gone[]; added: Named[] };
  /** `reworded` are those of `kept` that have other wrong answers. */
  items: { kept: Named[]; reworded: Named[]; stale: Gone[]; added: Named[] };
  decisions: DecisionOutcome[];
};

export function compareCourses(
  before: Course,
  after: Course,
  decisions: readonly DecisionOutcome[],
): Comparison {
  const sentences = diffSentences(sentencesOf(before), sentencesOf(after));
  const places = new Places(sentences);
  const decided = new Set(
    decisions.flatMap(({ decision, item, state }) =>
      state !== 'dormant' && (decision === 'rejected' || decision === 'edited') && item !== null
        ? [item]
        : [],
    ),
  );
  const claims = compare(before.claims, after.claims, places, {
    textOf: (claim) => claim.text,
    spansOf: (claim) => [claim.evidence],
    follows: (old, next) => old.type === next.type,
    because: () => null,
  });
  const items = compare(before.items, after.items, places, {
    textOf: (item) => item.stem,
    spansOf: (item) => item.evidence,
    follows: (old, next) => old.kind === next.kind,
    because: (item) => {
      if (decided.has(item.id)) return 'decision';
      const behindOptions = item.options.flatMap(({ evidence }) => (evidence === null ? [] : [evidence]));
      return places.touched(behindOptions).length > 0 ? 'options' : null;
    },
  });
  const old = new Map(before.items.map((item) => [item.id, item]));
  const reworded = after.items.filter((item) => {
    const known = old.get(item.id);
    return known !== undefined && optionsOf(known) !== optionsOf(item);
  });
  return {
    sentences,
    claims,
    items: { ...items, reworded: reworded.map(({ id, stem }) => ({ id, text: stem })) },
    decisions: [...decisions],
  };
}

type Kind<T> = {
  textOf(entry: T): string;
  spansOf(entry: T): Span[];
  follows(old: T, next: T): boolean;
  /** A reason beyond the sentences of its own evidence. */
  because(entry: T): Because | null;
};

function compare<T extends Claim | Item>(
  before: readonly T[],
  after: readonly T[],
  places: Places,
  kind: Kind<T>,
): { kept: Named[]; stale: Gone[]; added: Named[] } {
  const name = (entry: T) => ({ id: entry.id, text: kind.textOf(entry) });
  const oldIds = new Set(before.map(({ id }) => id));
  const newIds = new Set(after.map(({ id }) => id));
  const free = new Map(after.filter(({ id }) => !oldIds.has(id)).map((entry) => [entry.id, entry]));
  const byPlace = new Map<number, T[]>();
  for (const entry of free.values())
    for (const at of places.after(kind.spansOf(entry))) byPlace.set(at, [...(byPlace.get(at) ?? []), entry]);
  const stale = before
    .filter(({ id }) => !newIds.has(id))
    .map((entry): Gone => {
      const touched = places.touched(kind.spansOf(entry));
      const own = topicStems(kind.textOf(entry));
      const candidates = places
        .successors(touched)
        .flatMap((at) => byPlace.get(at) ?? [])
        .filter((next) => free.has(next.id) && kind.follows(entry, next))
        .map((next) => ({ next, score: overlap(own, topicStems(kind.textOf(next))) }))
        .sort((a, b) => b.score - a.score);
      const successor = candidates[0]?.next.id ?? null;
      if (successor !== null) free.delete(successor);
      return {
        ...name(entry),
        because: touched.length > 0 ? 'text' : (kind.because(entry) ?? 'not-made'),
        sentences: touched.map(({ address }) => address),
        successor,
      };
    });
  return {
    kept: after.filter(({ id }) => oldIds.has(id)).map(name),
    stale,
    added: [...free.values()].map(name),
  };
}

/** Finds the sentences that spans touch, in the old text and in the new. */
class Places {
  private readonly old: { sentence: Sentence; change: SentenceChange }[] = [];
  private readonly now: Sentence[] = [];

  constructor(changes: readonly SentenceChange[]) {
    for (const change of changes) {
      if (change.before !== null) this.old.push({ sentence: change.before, change });
      if (change.after !== null) this.now.push(change.after);
    }
    this.old.sort((a, b) => a.sentence.start - b.sentence.start);
    this.now.sort((a, b) => a.start - b.start);
  }

  /** The old sentences under the spans that do not stand as they were. */
  touched(spans: readonly Span[]): Sentence[] {
    return this.under(spans)
      .filter(({ change }) => change.change === 'changed' || change.change === 'removed')
      .map(({ sentence }) => sentence);
  }

  /** Starts of the new sentences under the spans. */
  after(spans: readonly Span[]): number[] {
    return spans.flatMap((span) => within(this.now, span, (sentence) => sentence).map(({ start }) => start));
  }

  /** Starts of the new sentences that old ones were changed into. */
  successors(touched: readonly Sentence[]): number[] {
    const old = new Set(touched);
    return this.old.flatMap(({ sentence, change }) =>
      old.has(sentence) && change.after !== null ? [change.after.start] : [],
    );
  }

  private under(spans: readonly Span[]): { sentence: Sentence; change: SentenceChange }[] {
    return [...new Set(spans.flatMap((span) => within(this.old, span, ({ sentence }) => sentence)))];
  }
}

/** Of a list in the order of the text, the entries that a span touches. */
function within<T>(list: readonly T[], span: Span, placeOf: (entry: T) => Sentence): T[] {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const entry = list[middle];
    if (entry !== undefined && placeOf(entry).end <= span.start) low = middle + 1;
    else high = middle;
  }
  const out: T[] = [];
  for (let at = low; at < list.length; at += 1) {
    const entry = list[at];
    if (entry === undefined || placeOf(entry).start >= span.end) break;
    out.push(entry);
  }
  return out;
}

function optionsOf({ options }: Item): string {
  return options
    .map(({ text, correct }) => `${correct ? '+' : '-'}${normalised(text)}`)
    .sort()
    .join('\n');
}
