import type { Block } from '#lib/course/model.ts';
import type { SourceDocument } from '#lib/source/document.ts';
import { isProse } from '#lib/source/prose.ts';
import { stopWords } from '#lib/text/stop-words.ts';
import { contentStemList, countWords, stem, words } from '#lib/text/terms.ts';

/** What a part should hold, in words; one reading. */
const fewest = 400;
const most = 700;
/** How many blocks on each side of a border are compared. */
const reach = 3;

export type Part = { title: string; level: number; blocks: Block[] };

/**
 * Parts of a text without headings, after Hearst's TextTiling (1997): a border lies where the words before
 * and after it have least in common. Instead of her threshold, the cheapest set of borders is found that
 * also keeps each part between 400 and 700 words. Borders lie between blocks only.
 */
export function cutByCohesion(document: SourceDocument, blocks: readonly Block[]): Part[] {
  const units = blocks.map((block) => {
    const text = document.text.slice(block.start, block.end);
    return {
      block,
      words: isProse(block) ? countWords(text) : 0,
      stems: isProse(block) || block.kind === 'heading' ? contentStemList(text) : [],
    };
  });
  const total = units.reduce((sum, unit) => sum + unit.words, 0);
  const alone = blocks.find((block) => block.kind === 'heading');
  if (total <= most) {
    const title = document.title || (alone === undefined ? '' : document.text.slice(alone.start, alone.end));
    return [{ title: title || 'Overview', level: 1, blocks: [...blocks] }];
  }
  const cost = units.map((unit, at) => (unit.block.kind === 'heading' ? 0 : cohesionAt(units, at)));
  const cuts = cheapestCuts(
    units.map((unit) => unit.words),
    cost,
  );
  const groups = cuts.map((from, at) => blocks.slice(from, cuts[at + 1]));
  const terms = salientTerms(
    groups.map((group) => group.map((block) => document.text.slice(block.start, block.end)).join('\n')),
  );
  return groups.map((group, at) => {
    const term = terms[at];
    return { title: term == null ? `Part ${at + 1}` : `Part ${at + 1}: ${term}`, level: 1, blocks: group };
  });
}

/** How much the blocks before and after border `at` have in common: 0 nothing, 1 the same words. */
function cohesionAt(units: readonly { stems: readonly string[] }[], at: number): number {
  const before = counts(units.slice(Math.max(0, at - reach), at).flatMap((unit) => unit.stems));
  const after = counts(units.slice(at, at + reach).flatMap((unit) => unit.stems));
  let shared = 0;
  for (const [word, count] of before) shared += count * (after.get(word) ?? 0);
  const size = Math.sqrt(squares(before) * squares(after));
  return size === 0 ? 0 : shared / size;
}

function counts(list: readonly string[]): Map<string, number> {
  const out = new Map<string, number>();
  for (const entry of list) out.set(entry, (out.get(entry) ?? 0) + 1);
  return out;
}

function squares(counted: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const count of counted.values()) sum += count * count;
  return sum;
}

/**
 * Where the parts begin, the first at 0: the borders whose cost, with the price of parts that are too
 * short or too long, is least. `cost[i]` is the price of a border before unit `i`.
 */
export function cheapestCuts(lengths: readonly number[], cost: readonly number[]): number[] {
  /** For each count of units: the least price of cutting them, and where their last part begins. */
  const best: { price: number; from: number }[] = [{ price: 0, from: 0 }];
  for (let to = 1; to <= lengths.length; to += 1) {
    let found = { price: Number.POSITIVE_INFINITY, from: to - 1 };
    let length = 0;
    for (let from = to - 1; from >= 0; from -= 1) {
      // Even a heading or a table counts a little, so that no part is sought among endless empty blocks.
      length += Math.max(1, lengths[from] ?? 0);
      // Anything longer only costs more; a single block may be as long as it is.
      if (length > 2 * most && from < to - 1) break;
      const price = (best[from]?.price ?? 0) + (from === 0 ? 0 : (cost[from] ?? 0)) + lengthPrice(length);
      if (price < found.price) found = { price, from };
    }
    best.push(found);
  }
  const cuts: number[] = [];
  for (let to = lengths.length; to > 0; to = best[to]?.from ?? 0) cuts.unshift(best[to]?.from ?? 0);
  return cuts;
}

/** Nothing between 400 and 700 words; as much as a border amid one topic at 100 words off. */
function lengthPrice(length: number): number {
  const off = Math.max(fewest - length, length - most, 0);
  return (off / 100) ** 2;
}

/**
 * For each part the one word that it is about, where that is beyond doubt: at least four times in it, at
 * least three fifths of all its occurrences, used as a noun, and clearly ahead of the next. Else null.
 */
function salientTerms(parts: readonly string[]): (string | null)[] {
  const inPart = parts.map((part) => counts(contentStemList(part)));
  const overall = new Map<string, number>();
  for (const part of inPart)
    for (const [word, count] of part) overall.set(word, (overall.get(word) ?? 0) + count);
  return parts.map((part, at) => {
    const ranked = [...(inPart[at] ?? [])]
      .filter(
        ([word, count]) => count >= 4 && word.length >= 4 && count >= 0.6 * (overall.get(word) ?? count),
      )
      .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    const [first, second] = ranked;
    if (first === undefined || (second !== undefined && first[1] < 1.25 * second[1])) return null;
    return asNoun(part, first[0]);
  });
}

/** The form of a stem that follows "of", "the" and the like most often, if any does; capitals only for names. */
function asNoun(text: string, wanted: string): string | null {
  const forms = new Map<string, number>();
  const list = words(text);
  list.forEach((word, at) => {
    const before = list[at - 1]?.toLowerCase() ?? '';
    if (stem(word) !== wanted || /(?:ed|ing|ly)$/.test(word)) return;
    const afterArticle = ['the', 'a', 'an', 'of', 'its', 'their', 'in', 'by'].includes(before);
    const joined = stopWords.has(list[at + 1]?.toLowerCase() ?? '') || at === list.length - 1;
    if (afterArticle && joined) forms.set(word, (forms.get(word) ?? 0) + 1);
  });
  const [form] = [...forms].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return form?.[0] ?? null;
}
