import type { Concept } from './model.ts';

export type GlossaryEntry<Lesson> = {
  term: string;
  /** What it is filed under: a capital letter, or "#". */
  letter: string;
  /** In the text's own words, each said once; empty where the text only names the term. */
  definitions: { text: string; start: number; end: number }[];
  /** The lessons that have the term, in their order. */
  lessons: Lesson[];
};

/** English, as the text is: capitals and accents do not part two words. */
const order = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** The terms of all lessons from A to Z, each once. */
export function collectGlossary<Lesson extends { concepts: readonly Concept[] }>(
  lessons: readonly Lesson[],
): GlossaryEntry<Lesson>[] {
  const entries = new Map<string, GlossaryEntry<Lesson>>();
  for (const lesson of lessons)
    for (const { term, definition } of lesson.concepts) {
      const name = term.toLowerCase();
      const entry = entries.get(name) ?? { term, letter: letterOf(term), definitions: [], lessons: [] };
      entries.set(name, entry);
      if (!entry.lessons.includes(lesson)) entry.lessons.push(lesson);
      if (definition !== null && !entry.definitions.some(({ text }) => text === definition.quote))
        entry.definitions.push({ text: definition.quote, start: definition.start, end: definition.end });
    }
  return [...entries.values()].sort((a, b) => order.compare(a.term, b.term));
}

function letterOf(term: string): string {
  const [first = ''] = term.normalize('NFD');
  return /\p{L}/u.test(first) ? first.toUpperCase() : '#';
}
