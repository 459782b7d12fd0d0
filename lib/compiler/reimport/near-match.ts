import { contentStems } from '#lib/text/terms.ts';

/** Two sentences with this share of their content in common are one sentence, edited. */
export const nearEnough = 0.5;

/** A stem in more of the texts than this tells none of them apart, and is not looked up. */
const mostPlaces = 60;

/** Dice's coefficient over the stems of content words: 1 for the same words, 0 for none in common. */
export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}

/** Of `texts` those that may be an edited form of a given one, found through the words that they share. */
export class NearMatches {
  private readonly stems: readonly Set<string>[];
  private readonly places = new Map<string, number[]>();

  constructor(texts: readonly string[]) {
    this.stems = texts.map(contentStems);
    for (const [at, stems] of this.stems.entries())
      for (const stem of stems) {
        const list = this.places.get(stem);
        if (list === undefined) this.places.set(stem, [at]);
        else list.push(at);
      }
  }

  /** Their places among the texts with how alike they are, the most alike first. */
  of(text: string): { at: number; score: number }[] {
    const stems = contentStems(text);
    const lists = [...stems]
      .map((stem) => this.places.get(stem) ?? [])
      .filter((list) => list.length <= mostPlaces);
    return [...new Set(lists.flat())]
      .map((at) => ({ at, score: overlap(stems, this.stems[at] ?? new Set()) }))
      .filter(({ score }) => score >= nearEnough)
      .sort((a, b) => b.score - a.score || a.at - b.at);
  }
}
