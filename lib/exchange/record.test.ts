import { describe, expect, test } from 'vitest';
import {
  givenOf,
  type RecordAttempt,
  type RecordCard,
  type RecordHead,
  type RecordReview,
  recordCsv,
  recordJson,
} from './record.ts';

const when = new Date(Date.UTC(2026, 0, 5, 9));
const course = { slug: 'fixture', title: 'Fixture, a "course"' };
const lesson = { slug: 'trade', title: '=Trade' };
const question = {
  kind: 'single' as const,
  stem: 'Why?',
  options: ['Costs fell', 'Costs rose'],
  lefts: [],
  choices: [],
};
const answer = { id: 'r1', given: ['Costs fell'], share: 1, certainty: 3, answeredAt: when };

const attempt: RecordAttempt = {
  id: 'a1',
  course,
  lesson,
  number: 2,
  startedAt: when,
  finishedAt: null,
  score: null,
  maxScore: null,
  served: [
    { position: 1, lesson, question, marked: false, reason: null, answer },
    { position: 2, lesson, question, marked: true, reason: 'missed', answer: null },
  ],
};
const exam: RecordAttempt = {
  ...attempt,
  id: 'a2',
  lesson: null,
  served: [
    {
      position: 1,
      lesson,
      question: {
        ...question,
        kind: 'matching',
        options: [],
        lefts: ['2001', '2014'],
        choices: ['gas', 'treaty'],
      },
      marked: false,
      reason: null,
      answer: { ...answer, given: ['treaty', 'gas'], share: null, certainty: null },
    },
  ],
};
const review: RecordReview = {
  card: 'c1',
  course,
  lesson,
  question,
  reps: 1,
  answer: { ...answer, share: 0.5 },
};
const card: RecordCard = {
  id: 'c1',
  course,
  lesson,
  stem: 'Why?',
  dueAt: when,
  stability: 1.5,
  difficulty: 5,
  scheduledDays: 3,
  reps: 2,
  lapses: 0,
  state: 'review',
  lastAt: when,
};
const head: RecordHead = {
  account: {
    id: 'u1',
    name: 'N',
    email: 'n@x.y',
    role: 'learner',
    hasPassword: true,
    createdAt: when,
    suspendedAt: null,
  },
  settings: null,
  sessions: [],
  classes: [],
  progress: [],
  visits: [],
  notes: [],
  disputes: [],
  certificates: [],
  log: [{ at: when, action: 'class.joined', as: 'actor', details: {} }],
};

async function* pages<T>(...all: T[][]): AsyncGenerator<T[]> {
  yield* all;
}

async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

const lists = () => ({
  attempts: pages([attempt], [exam]),
  reviews: pages([review], []),
  cards: pages<RecordCard>([card, card], [card]),
});

describe('the record as JSON', () => {
  test('is one document that says all that it was given, whatever the pages were', async () => {
    const read: unknown = JSON.parse(await textOf(recordJson(when, head, lists())));
    const whole = {
      format: 'lectern-record/1',
      takenAt: when,
      ...head,
      attempts: [attempt, exam],
      reviews: [review],
      cards: [card, card, card],
    };
    expect(read).toEqual(JSON.parse(JSON.stringify(whole)));
  });

  test('of somebody who has done nothing is a document too', async () => {
    const none = {
      attempts: pages<RecordAttempt>(),
      reviews: pages<RecordReview>([]),
      cards: pages<RecordCard>(),
    };
    expect(JSON.parse(await textOf(recordJson(when, head, none)))).toMatchObject({ attempts: [], cards: [] });
  });
});

test('the record as CSV has a row for each answer and none for what was left open', async () => {
  const [first, ...rows] = (await textOf(recordCsv(lists()))).split('\r\n');
  expect(first).toBe(
    '\uFEFFanswered_at,asked_in,course,lesson,sitting,position,kind,question,answer,share,certainty',
  );
  const place = `"Fixture, a ""course""",'=Trade`;
  expect(rows).toEqual([
    `2026-01-05T09:00:00.000Z,quiz,${place},2,1,single,Why?,Costs fell,1,3`,
    `2026-01-05T09:00:00.000Z,exam,${place},2,1,matching,Why?,2001 → treaty; 2014 → gas,,`,
    `2026-01-05T09:00:00.000Z,review,${place},,,single,Why?,Costs fell,0.5,3`,
    '',
  ]);
});

test('an answer is told in the words of its question', () => {
  const options = [
    { id: 'o1', text: 'Yuan' },
    { id: 'o2', text: 'Gold' },
  ];
  expect(givenOf(options, { kind: 'single', option: 'o2' })).toEqual(['Gold']);
  expect(givenOf(options, { kind: 'multiple', options: ['o2', 'o1'] })).toEqual(['Yuan', 'Gold']);
  expect(givenOf([], { kind: 'short', text: 'bloc' })).toEqual(['bloc']);
  expect(givenOf([], { kind: 'matching', rights: ['a', 'b'] })).toEqual(['a', 'b']);
  expect(givenOf([], { kind: 'ordering', order: ['b', 'a'] })).toEqual(['b', 'a']);
});
