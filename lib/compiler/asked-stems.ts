import { jaccard, topicStems } from './likeness.ts';
import { normalised } from './wording.ts';

/** Stems with this share of their content in common ask the same. */
export const nearDuplicate = 0.6;

type Entry = { stem: string; topic: ReadonlySet<string> };

/** What a stem asks about. "According to the article" is in half the stems and makes none alike. */
export function topicOf(stem: string): ReadonlySet<string> {
  return topicStems(stem.replace(/,? ?according to the (?:article|lesson),?/i, ''));
}

/** The stems of a whole course, so that none is asked twice in like words. */
export class AskedStems {
  private readonly exact = new Set<string>();
  private readonly byWord = new Map<string, Entry[]>();

  has(stem: string): boolean {
    const topic = topicOf(stem);
    return (
      this.exact.has(normalised(stem)) ||
      telling(topic).some((word) =>
        (this.byWord.get(word) ?? []).some((other) => jaccard(other.topic, topic) >= nearDuplicate),
      )
    );
  }

  add(stem: string): void {
    const entry = { stem: normalised(stem), topic: topicOf(stem) };
    this.exact.add(entry.stem);
    for (const word of telling(entry.topic)) this.byWord.set(word, [...(this.byWord.get(word) ?? []), entry]);
  }

  remove(stem: string): void {
    const plain = normalised(stem);
    this.exact.delete(plain);
    for (const word of telling(topicOf(stem)))
      this.byWord.set(
        word,
        (this.byWord.get(word) ?? []).filter((entry) => entry.stem !== plain),
      );
  }
}

/**
 * The longest words of a topic, which few others have, so many that two topics alike enough share one of them:
 * a course of a thousand pages need not compare each stem with every other.
 */
function telling(topic: ReadonlySet<string>): string[] {
  const words = [...topic].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return words.slice(0, words.length - Math.ceil(nearDuplicate * words.length) + 1);
}
