import 'server-only';
import type { Viewer } from '#lib/access/viewer.ts';
import { sentenceOf } from '#lib/course/evidence.ts';
import type { BlockKind } from '#lib/course/model.ts';
import { claimsByConcept } from '#lib/mastery/concept-claims.ts';
import { type Standing, standingOf, standingsBy } from '#lib/mastery/knowing.ts';
import type { Level } from '#lib/mastery/level.ts';
import { requireCourse } from '../access/course.ts';
import { requirePerson } from '../access/person.ts';
import { inSchool } from '../client.ts';
import { type EditionBody, type EditionLesson, loadEdition } from '../edition-body.ts';
import { progressIn } from '../lesson-progress.ts';
import {
  type AnsweredHere,
  type AnsweredQuestionView,
  answeredIn,
  bySentence,
  countSentences,
  type SentenceCounts,
} from './own-standing.ts';

export type { AnsweredQuestionView, SentenceCounts };

/** `standing` is null where nothing was answered, whether or not there is a question. */
export type MapSentenceView = { address: string; text: string; standing: Standing | null };

export type MapParagraphView = { kind: BlockKind; text: string; sentences: MapSentenceView[] };

export type MapLessonView = {
  slug: string;
  title: string;
  position: number;
  level: Level | null;
  lastShare: number | null;
  paragraphs: MapParagraphView[];
  terms: { id: string; term: string; standing: Standing | null }[];
};

/** A sentence that was asked about and answered, with its questions as they were answered last. */
export type MapAnsweredView = {
  address: string;
  lesson: { slug: string };
  text: string;
  standing: Standing;
  questions: AnsweredQuestionView[];
};

export type MapClaimView = {
  address: string;
  lesson: { slug: string };
  text: string;
  standing: Standing;
};

export type OwnMapView = {
  course: { slug: string; title: string };
  counts: SentenceCounts;
  lessons: MapLessonView[];
  /** In reading order. */
  answered: MapAnsweredView[];
  /** Only claims that an answered question is about. */
  claims: MapClaimView[];
};

/** The article as this learner knows it: told from what they have answered, and from nothing else. */
export async function readOwnMap(viewer: Viewer | null, courseSlug: string): Promise<OwnMapView> {
  const person = requirePerson(viewer);
  return inSchool(
    person,
    async (tx, schoolId) => {
      const course = await requireCourse(tx, person, courseSlug);
      const edition = await loadEdition(tx, schoolId, course.editionId);
      const [progress, answered] = await Promise.all([
        progressIn(tx, person.userId, course.id),
        answeredIn(tx, person.userId, course, edition),
      ]);
      const standings = bySentence(answered);
      return {
        course: { slug: course.slug, title: course.title },
        counts: countSentences(edition, standings),
        lessons: edition.lessons.map((lesson) => ({
          slug: lesson.slug,
          title: lesson.title,
          position: lesson.position,
          level: progress.get(lesson.id)?.level ?? null,
          lastShare: progress.get(lesson.id)?.lastShare ?? null,
          paragraphs: paragraphsOf(edition, lesson, standings),
          terms: termsOf(edition, lesson, answered),
        })),
        answered: answeredSentences(edition, standings, answered),
        claims: claimsOf(edition, answered),
      };
    },
    { readOnly: true },
  );
}

function paragraphsOf(
  edition: EditionBody,
  lesson: EditionLesson,
  standings: ReadonlyMap<string, Standing>,
): MapParagraphView[] {
  return edition.blocks.flatMap((block, blockIndex): MapParagraphView[] => {
    if (block.start < lesson.start || block.end > lesson.end) return [];
    const text = edition.text.slice(block.start, block.end);
    if (block.kind === 'heading')
      return text === lesson.title ? [] : [{ kind: block.kind, text, sentences: [] }];
    const sentences = edition.sentences
      .filter((sentence) => sentence.blockIndex === blockIndex)
      .map(({ address, start, end }) => ({
        address,
        text: edition.text.slice(start, end),
        standing: standings.get(address) ?? null,
      }));
    return sentences.length === 0 ? [] : [{ kind: block.kind, text, sentences }];
  });
}

/** Goes with the edition when that is dropped from memory. */
const naming = new WeakMap<EditionBody, Map<string, string[]>>();

function termsOf(
  edition: EditionBody,
  lesson: EditionLesson,
  answered: readonly AnsweredHere[],
): MapLessonView['terms'] {
  const claims =
    naming.get(edition) ??
    claimsByConcept(
      edition.lessons.flatMap(({ concepts }) => concepts),
      edition.claims,
    );
  naming.set(edition, claims);
  return lesson.concepts.map(({ id, term }) => {
    const about = new Set(claims.get(id));
    const own = answered.filter(({ claimIds }) => claimIds.some((claim) => about.has(claim)));
    return { id, term, standing: standingOf(own.map(({ answer }) => answer)) };
  });
}

function answeredSentences(
  edition: EditionBody,
  standings: ReadonlyMap<string, Standing>,
  answered: readonly AnsweredHere[],
): MapAnsweredView[] {
  return edition.sentences.flatMap(({ address, sectionIndex, start, end }) => {
    const standing = standings.get(address);
    const lesson = edition.lessons[sectionIndex];
    if (standing === undefined || lesson === undefined) return [];
    return [
      {
        address,
        lesson: { slug: lesson.slug },
        text: edition.text.slice(start, end),
        standing,
        questions: answered
          .filter(({ sentences }) => sentences.includes(address))
          .map(({ question }) => question),
      },
    ];
  });
}

function claimsOf(edition: EditionBody, answered: readonly AnsweredHere[]): MapClaimView[] {
  const standings = standingsBy(answered, (item) => item.claimIds);
  return edition.claims.flatMap((claim) => {
    const standing = standings.get(claim.id);
    const sentence = sentenceOf(edition.sentences, claim.evidence);
    const lesson = sentence === null ? undefined : edition.lessons[sentence.sectionIndex];
    if (standing === undefined || sentence === null || lesson === undefined) return [];
    return [
      {
        address: sentence.address,
        lesson: { slug: lesson.slug },
        text: claim.text,
        standing,
      },
    ];
  });
}
