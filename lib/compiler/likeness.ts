import { contentStems } from '#lib/text/terms.ts';
import { foldCountries } from './lexicon/countries.ts';

/** The content stems of a text, where all names of one country ("Moscow", "Russian") count as one. */
export function topicStems(text: string): ReadonlySet<string> {
  const known = topics.get(text);
  if (known !== undefined) return known;
  const { names, rest } = foldCountries(text);
  const stems = new Set([...contentStems(rest), ...names.map((name) => `country:${name}`)]);
  // The stems and options of a lesson's drafts are weighed against each other again and again.
  if (topics.size >= mostTopics) topics.clear();
  topics.set(text, stems);
  return stems;
}

const topics = new Map<string, ReadonlySet<string>>();
const mostTopics = 1000;

export function sharedCount(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const each of a) if (b.has(each)) count += 1;
  return count;
}

export function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = sharedCount(a, b);
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : shared / all;
}
