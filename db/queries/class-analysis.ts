import 'server-only';
import type { Viewer } from '#lib/access/viewer.ts';
import type { ItemStatistics } from '#lib/analytics/item-statistics.ts';
import type { ItemWeight } from '#lib/analytics/item-weights.ts';
import type { QuizStatistics } from '#lib/analytics/quiz-statistics.ts';
import { totalOf } from '#lib/analytics/sitting.ts';
import type { Third } from '#lib/analytics/thirds.ts';
import type { ItemKind } from '#lib/course/model.ts';
import { answerText, correctText } from '#lib/grading/answer-text.ts';
import { NotFound } from '#lib/result.ts';
import { type ClassRow, requireTaughtClass } from '../access/class.ts';
import { inSchool, type Tx } from '../client.ts';
import { answersTo, type ClassSittings, type CountedAttempt, classSittings } from './class-sittings.ts';

type Named = { slug: string; title: string };

type Place = {
  class: { id: string; name: string };
  course: Named;
  lesson: Named & { position: number };
  counted: CountedAttempt;
  /** How many attempts are counted: one of each learner who has finished one. */
  attempts: number;
};

export type AnalysedItemView = {
  /** From 1, in the order of the lesson. */
  number: number;
  stem: string;
  kind: ItemKind;
  correctText: string;
  /** Of the sentence that proves it; null where the lesson as it stands now no longer asks it. */
  address: string | null;
  /** Texts of the options, by their ids. */
  optionTexts: Record<string, string>;
  statistics: ItemStatistics;
  weight: ItemWeight | null;
};

export type ClassAnalysisView = Place & { items: AnalysedItemView[]; quiz: QuizStatistics };

/** One of those whom an item's figures count. */
export type ItemAnswerView = {
  attemptId: string;
  name: string;
  /** Null where it was left open. */
  answerText: string | null;
  mark: number;
  rest: number;
  third: Third;
};

export type ItemAnswersView = Place & { item: AnalysedItemView; answers: ItemAnswerView[] };

export type ClassTotalsView = Place & {
  totals: {
    attemptId: string;
    name: string;
    number: number;
    finishedAt: Date | null;
    score: number;
    maxScore: number;
    /** Whether the figures of the quiz count it: it asked the same questions as most. */
    isCounted: boolean;
  }[];
};

/** How a class took the quiz of a lesson, question by question, for whoever teaches it. */
export async function readClassAnalysis(
  viewer: Viewer | null,
  classId: string,
  lessonSlug: string,
  counted: CountedAttempt,
): Promise<ClassAnalysisView> {
  const { place, data } = await read(viewer, { classId, lessonSlug, counted });
  return { ...place, items: itemsOf(data), quiz: data.analysis.quiz };
}

/** One question of the analysis with the answers that its figures count. */
export async function readItemAnswers(
  viewer: Viewer | null,
  classId: string,
  lessonSlug: string,
  counted: CountedAttempt,
  number: number,
): Promise<ItemAnswersView> {
  return inSchool(
    viewer,
    async (tx, schoolId) => {
      const { place, data } = await load(tx, schoolId, viewer, { classId, lessonSlug, counted });
      const item = itemsOf(data).find((one) => one.number === number);
      const [asked, figures] = [data.asked[number - 1], data.analysis.items[number - 1]];
      if (item === undefined || asked === undefined || figures === undefined)
        throw new NotFound('no such question');
      const { prompt } = asked;
      const attemptIds = figures.standing.flatMap(({ sitting }) => data.sat[sitting]?.attemptId ?? []);
      const given = await answersTo(tx, attemptIds, prompt.id);
      const answers = figures.standing.flatMap(({ sitting, rest, third }) => {
        const [sat, marks] = [data.sat[sitting], data.sittings[sitting]?.marks];
        if (sat === undefined || marks === undefined) return [];
        const answer = given.get(sat.attemptId);
        return {
          attemptId: sat.attemptId,
          name: sat.name,
          answerText: answer === undefined ? null : answerText(prompt, answer),
          mark: marks.get(prompt.id) ?? 0,
          rest,
          third,
        };
      });
      return { ...place, item, answers: answers.toSorted((a, b) => b.rest - a.rest) };
    },
    { readOnly: true },
  );
}

/** The attempts that the figures of the quiz count, and those that asked other questions. */
export async function readClassTotals(
  viewer: Viewer | null,
  classId: string,
  lessonSlug: string,
  counted: CountedAttempt,
): Promise<ClassTotalsView> {
  const { place, data } = await read(viewer, { classId, lessonSlug, counted });
  const comparable = new Set(data.analysis.comparable);
  const totals = data.sat.flatMap((sat, at) => {
    const sitting = data.sittings[at];
    if (sitting === undefined) return [];
    return {
      attemptId: sat.attemptId,
      name: sat.name,
      number: sat.number,
      finishedAt: sat.finishedAt,
      score: totalOf(sitting),
      maxScore: sitting.marks.size,
      isCounted: comparable.has(at),
    };
  });
  return { ...place, totals: totals.toSorted((a, b) => b.score / b.maxScore - a.score / a.maxScore) };
}

type Asked = { classId: string; lessonSlug: string; counted: CountedAttempt };

function read(viewer: Viewer | null, asked: Asked) {
  return inSchool(viewer, (tx, schoolId) => load(tx, schoolId, viewer, asked), { readOnly: true });
}

async function load(tx: Tx, schoolId: string, viewer: Viewer | null, asked: Asked) {
  const found = await requireTaughtClass(tx, viewer, asked.classId);
  const data = await classSittings(tx, schoolId, found, asked.lessonSlug, asked.counted);
  return { place: placeOf(found, data, asked.counted), data };
}

function placeOf(found: ClassRow, { lesson, sat }: ClassSittings, counted: CountedAttempt): Place {
  return {
    class: { id: found.id, name: found.name },
    course: { slug: found.course.slug, title: found.course.title },
    lesson: { slug: lesson.slug, title: lesson.title, position: lesson.position },
    counted,
    attempts: sat.length,
  };
}

function itemsOf({ asked, analysis }: ClassSittings): AnalysedItemView[] {
  return asked.flatMap(({ prompt, key, address }, at) => {
    const figures = analysis.items[at];
    if (figures === undefined) return [];
    return {
      number: at + 1,
      stem: prompt.stem,
      kind: prompt.kind,
      correctText: correctText(prompt, key),
      address,
      optionTexts: Object.fromEntries(prompt.options.map(({ id, text }) => [id, text])),
      statistics: figures,
      weight: figures.weight,
    };
  });
}
