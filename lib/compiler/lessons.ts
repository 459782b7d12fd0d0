import type { Block, Claim, Concept, Lesson, Section } from '#lib/course/model.ts';
import type { NumberedSentence } from '#lib/course/numbered-sentences.ts';
import { fingerprint } from '#lib/text/fingerprint.ts';
import { readingLevel } from '#lib/text/reading-level.ts';
import { countWords, slugify } from '#lib/text/terms.ts';
import { chunkSection } from './chunks.ts';
import type { LessonOutline } from './context.ts';
import { objectivesOf } from './objectives.ts';
import { summarise } from './summary.ts';

/** Words a minute: slow, careful reading and quick reading of expository prose (Brysbaert 2019). */
const slow = 180;
const quick = 240;

/** Pages of a course beside its lessons: a section of that title has another address. */
const reserved = ['glossary'];

/** A lesson for each section, with an id that follows its section's and an address of its own. */
export function outlineLessons(sections: readonly Section[]): LessonOutline[] {
  const taken = new Set<string>(reserved);
  return sections.map((section) => {
    const base = slugify(section.title);
    let slug = base;
    for (let count = 2; taken.has(slug); count += 1) slug = `${base}-${count}`;
    taken.add(slug);
    return { id: fingerprint('l', section.id), slug, sectionId: section.id, title: section.title };
  });
}

/** A lesson as it is stored, from its outline and what was found in its section. */
export function makeLesson(
  outline: LessonOutline,
  found: {
    text: string;
    blocks: readonly Block[];
    section: Section;
    sentences: readonly NumberedSentence[];
    claims: readonly Claim[];
    concepts: Concept[];
  },
): Lesson {
  const { text, blocks, section, sentences, claims, concepts } = found;
  return {
    id: outline.id,
    slug: outline.slug,
    sectionId: outline.sectionId,
    title: outline.title,
    objectives: objectivesOf(claims),
    summary: summarise(text, outline.title, sentences, claims),
    readingMinutes: readingMinutes(countWords(text.slice(section.start, section.end))),
    readingLevel: readingLevel(sentences.map(({ start, end }) => text.slice(start, end))),
    chunks: chunkSection({ text, blocks }, section, sentences),
    concepts,
  };
}

/** Whole minutes from quick to slow, at least one. */
export function readingMinutes(words: number): { low: number; high: number } {
  const low = Math.max(1, Math.round(words / quick));
  return { low, high: Math.max(low, Math.round(words / slow)) };
}
