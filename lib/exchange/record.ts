import type { PresentedItem } from '../course/present-item.ts';
import type { Answer } from '../grading/answer.ts';
import { byteOrderMark, type Cell, csvRow } from './csv.ts';

/** What a person takes with them: all that Lectern holds of them, as one document. */
export const recordFormat = 'lectern-record/1';

type Named = { slug: string; title: string };

/** A question as it was shown: never its key. */
export type RecordQuestion = Pick<PresentedItem, 'kind' | 'stem' | 'lefts' | 'choices'> & {
  options: string[];
};

export type RecordAnswer = {
  id: string;
  /** What was chosen or written: texts of options, or the right side for each left one, or the order. */
  given: string[];
  /** How much of the question was right, 0 to 1; null where the exam is not handed in yet. */
  share: number | null;
  certainty: number | null;
  answeredAt: Date;
};

export type RecordAttempt = {
  id: string;
  course: Named;
  /** Null for an exam over the course. */
  lesson: Named | null;
  number: number;
  startedAt: Date;
  finishedAt: Date | null;
  score: number | null;
  maxScore: number | null;
  served: {
    position: number;
    lesson: Named;
    question: RecordQuestion;
    marked: boolean;
    reason: string | null;
    answer: RecordAnswer | null;
  }[];
};

export type RecordReview = {
  card: string;
  course: Named;
  lesson: Named;
  question: RecordQuestion;
  /** The card's count of answers when this was asked. */
  reps: number;
  answer: RecordAnswer;
};

export type RecordCard = {
  id: string;
  course: Named;
  lesson: Named;
  stem: string;
  dueAt: Date;
  stability: number;
  difficulty: number;
  scheduledDays: number;
  reps: number;
  lapses: number;
  state: string;
  lastAt: Date;
};

/** All that is not a list without end. */
export type RecordHead = {
  account: {
    id: string;
    name: string;
    email: string;
    role: string;
    hasPassword: boolean;
    createdAt: Date;
    suspendedAt: Date | null;
  };
  settings: { dailyCap: number; weeklyGoal: number | null; updatedAt: Date } | null;
  sessions: { signedInAt: Date; expiresAt: Date; endedAt: Date | null; browser: string }[];
  classes: { class: string; course: Named; as: 'learner' | 'instructor'; since: Date; until: Date | null }[];
  progress: {
    course: Named;
    lesson: Named;
    attempts: number;
    answers: number;
    bestShare: number | null;
    lastShare: number | null;
    lastFinishedAt: Date | null;
    mastered: boolean;
    lastActiveAt: Date;
  }[];
  visits: { course: Named; lesson: Named; firstAt: Date; lastAt: Date }[];
  notes: {
    id: string;
    course: Named;
    lesson: Named;
    start: number;
    end: number;
    quote: string;
    before: string;
    after: string;
    words: string;
    createdAt: Date;
    updatedAt: Date;
  }[];
  disputes: {
    id: string;
    course: Named;
    stem: string;
    attempt: string | null;
    quote: string;
    words: string;
    createdAt: Date;
  }[];
  certificates: {
    id: string;
    code: string;
    name: string;
    course: string;
    attempt: string;
    share: number;
    issuedAt: Date;
  }[];
  /** Lines of the log that name this person, as the one who acted or the one it was about. */
  log: { at: Date; action: string; as: 'actor' | 'subject'; details: Record<string, unknown> }[];
};

export type RecordLists = {
  attempts: AsyncIterable<readonly RecordAttempt[]>;
  reviews: AsyncIterable<readonly RecordReview[]>;
  cards: AsyncIterable<readonly RecordCard[]>;
};

/** The document piece by piece: a line for each entry of the long lists, however many there are. */
export async function* recordJson(
  takenAt: Date,
  head: RecordHead,
  lists: RecordLists,
): AsyncGenerator<string> {
  yield `{\n"format": ${JSON.stringify(recordFormat)},\n"takenAt": ${JSON.stringify(takenAt)}`;
  for (const [name, value] of Object.entries(head))
    yield `,\n${JSON.stringify(name)}: ${JSON.stringify(value)}`;
  for (const [name, pages] of Object.entries(lists)) {
    yield `,\n${JSON.stringify(name)}: [`;
    let before = '\n';
    for await (const page of pages)
      for (const entry of page) {
        yield `${before}${JSON.stringify(entry)}`;
        before = ',\n';
      }
    yield '\n]';
  }
  yield '\n}\n';
}

const columns = [
  'answered_at',
  'asked_in',
  'course',
  'lesson',
  'sitting',
  'position',
  'kind',
  'question',
  'answer',
  'share',
  'certainty',
] as const;

/** Every answer as a row: those in quizzes and exams, then those in review. */
export async function* recordCsv(lists: Pick<RecordLists, 'attempts' | 'reviews'>): AsyncGenerator<string> {
  yield `${byteOrderMark}${csvRow(columns)}`;
  for await (const page of lists.attempts)
    for (const attempt of page) yield answersOf(attempt).map(csvRow).join('');
  for await (const page of lists.reviews)
    for (const { course, lesson, question, answer } of page)
      yield csvRow(rowOf('review', { course, lesson, question, answer, sitting: null, position: null }));
}

function answersOf({ course, lesson: own, number, served }: RecordAttempt): Cell[][] {
  return served.flatMap(({ position, lesson, question, answer }) =>
    answer === null
      ? []
      : [
          rowOf(own === null ? 'exam' : 'quiz', {
            course,
            lesson,
            question,
            answer,
            sitting: number,
            position,
          }),
        ],
  );
}

type Row = {
  course: Named;
  lesson: Named;
  question: RecordQuestion;
  answer: RecordAnswer;
  sitting: number | null;
  position: number | null;
};

function rowOf(askedIn: string, { course, lesson, question, answer, sitting, position }: Row): Cell[] {
  const { given } = answer;
  const said =
    question.kind === 'matching'
      ? question.lefts.map((left, at) => `${left} → ${given[at] ?? ''}`).join('; ')
      : given.join(question.kind === 'ordering' ? ' → ' : '; ');
  return [
    answer.answeredAt.toISOString(),
    askedIn,
    course.title,
    lesson.title,
    sitting,
    position,
    question.kind,
    question.stem,
    said,
    answer.share,
    answer.certainty,
  ];
}

/** An answer in words of its question. */
export function givenOf(options: readonly { id: string; text: string }[], answer: Answer): string[] {
  const texts = (ids: readonly string[]) =>
    options.filter(({ id }) => ids.includes(id)).map(({ text }) => text);
  switch (answer.kind) {
    case 'single':
    case 'true-false':
      return texts([answer.option]);
    case 'multiple':
      return texts(answer.options);
    case 'short':
    case 'cloze':
      return [answer.text];
    case 'matching':
      return answer.rights;
    case 'ordering':
      return answer.order;
  }
}
