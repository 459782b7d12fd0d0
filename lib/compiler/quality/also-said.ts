import type { Item } from '#lib/course/model.ts';
import { splitSentences } from '#lib/text/sentences.ts';
import { topicOf } from '../asked-stems.ts';
import { sharedCount, topicStems } from '../likeness.ts';

/** So much of what the stem asks about must stand in the sentence. */
const asked = 0.75;
/** A name or a term of a few words stands in many sentences. */
const fewestStems = 3;

/** For each sentence of a text what it is about. */
export type SaidInText = readonly ReadonlySet<string>[];

export function saidInText(text: string): SaidInText {
  return splitSentences(text).map(({ start, end }) => topicStems(text.slice(start, end)));
}

/**
 * A wrong option that one sentence of the text says of just what the stem asks about: it may be right as
 * well. Null where there is none.
 */
export function alsoSaid(item: Item, said: SaidInText): string | null {
  if (item.kind !== 'single' && item.kind !== 'multiple') return null;
  const about = topicOf(item.stem);
  for (const option of item.options) {
    const stems = topicStems(option.text);
    if (option.correct || stems.size < fewestStems) continue;
    const found = said.some(
      (sentence) =>
        sharedCount(stems, sentence) === stems.size && sharedCount(about, sentence) >= asked * about.size,
    );
    if (found) return `A sentence says “${option.text}” of what is asked about.`;
  }
  return null;
}
