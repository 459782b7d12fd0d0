import 'server-only';
import type { Viewer } from '#lib/access/viewer.ts';
import { anchorOf, sentenceOf } from '#lib/course/evidence.ts';
import { collectGlossary } from '#lib/course/glossary.ts';
import { requireCourse } from '../access/course.ts';
import { inSchool } from '../client.ts';
import { loadEdition } from '../edition-body.ts';

export type GlossaryView = {
  course: { slug: string; title: string };
  lessons: number;
  terms: {
    term: string;
    letter: string;
    /** `place` is the sentence: its lesson's slug and its anchor there. Null for a definition outside sentences. */
    definitions: { text: string; place: { address: string; lesson: string; anchor: string } | null }[];
    lessons: { slug: string; title: string; position: number }[];
  }[];
};

/** Every term that a course teaches, with what the text says it means. */
export async function readGlossary(viewer: Viewer | null, slug: string): Promise<GlossaryView> {
  return inSchool(
    viewer,
    async (tx, schoolId) => {
      const course = await requireCourse(tx, viewer, slug);
      const edition = await loadEdition(tx, schoolId, course.editionId);
      const placeOf = (span: { start: number; end: number }) => {
        const sentence = sentenceOf(edition.sentences, span);
        const lesson = sentence === null ? undefined : edition.lessons[sentence.sectionIndex];
        return sentence === null || lesson === undefined
          ? null
          : { address: sentence.address, lesson: lesson.slug, anchor: anchorOf(sentence.address) };
      };
      return {
        course: { slug: course.slug, title: course.title },
        lessons: edition.lessons.length,
        terms: collectGlossary(edition.lessons).map(({ term, letter, definitions, lessons }) => ({
          term,
          letter,
          definitions: definitions.map((span) => ({ text: span.text, place: placeOf(span) })),
          lessons: lessons.map((lesson) => ({
            slug: lesson.slug,
            title: lesson.title,
            position: lesson.position,
          })),
        })),
      };
    },
    { readOnly: true },
  );
}
