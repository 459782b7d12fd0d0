import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { archiveClass } from '#db/commands/archive-class.ts';
import { createClass } from '#db/commands/create-class.ts';
import { markPassage } from '#db/commands/mark-passage.ts';
import { publishCourse } from '#db/commands/publish-course.ts';
import { recordReview } from '#db/commands/record-review.ts';
import { removeLearner } from '#db/commands/remove-learner.ts';
import { startAttempt } from '#db/commands/start-attempt.ts';
import { startExam } from '#db/commands/start-exam.ts';
import type { Viewer } from '#lib/access/viewer.ts';
import { NotFound } from '#lib/result.ts';
import { buildCourse } from '../fixtures/course.ts';
import { at, enroll, granted, inputFor, ownDatabase, person, servedItems, sit } from './harness.ts';

const { owner } = ownDatabase();

const kinds = [
  'anonymous',
  'learner',
  'classmate',
  'learner of another class',
  'removed learner',
  'instructor',
  'other instructor',
  'admin',
  'admin of another school',
] as const;
type Kind = (typeof kinds)[number];
const who = new Map<Kind, Viewer | null>();

const course = 'private';
const lesson = 'trade-and-money';
const ids = {
  class: '',
  attempt: '',
  learner: '',
  session: '',
  code: '',
  person: '',
  review: '',
  exam: '',
  note: '',
};
let answer: ReturnType<typeof inputFor>;
let reviewed: Parameters<typeof recordReview>[1];

beforeAll(async () => {
  await publishCourse('system', { slug: course, course: buildCourse(), visibility: 'class' }, at(0));
  await publishCourse(
    'system',
    { slug: 'elsewhere', course: buildCourse({ title: 'B' }), visibility: 'class' },
    at(0),
  );
  const school = randomUUID();
  await owner`insert into schools (id, name, created_at) values (${school}, 'Another', now())`;
  who.set('anonymous', null);
  for (const kind of ['learner', 'classmate', 'learner of another class', 'removed learner'] as const)
    who.set(kind, await person('learner', kind));
  for (const kind of ['instructor', 'other instructor'] as const)
    who.set(kind, await person('instructor', kind));
  who.set('admin', await person('admin', 'admin'));
  who.set('admin of another school', await person('admin', 'admin elsewhere', school));
  const own = granted(await createClass(as('instructor'), { name: 'Ours', course }, at(1)));
  const other = granted(
    await createClass(as('other instructor'), { name: 'Theirs', course: 'elsewhere' }, at(1)),
  );
  await enroll(need('learner'), own.joinCode);
  await enroll(need('classmate'), own.joinCode);
  await enroll(need('removed learner'), own.joinCode);
  await enroll(need('learner of another class'), other.joinCode);
  const removed = { classId: own.classId, userId: need('removed learner').userId };
  await removeLearner(as('instructor'), removed, at(2));
  const attempt = granted(await startAttempt(as('learner'), { course, lesson, seed: 's' }, at(1)));
  const [first] = await servedItems(need('learner'), attempt.attemptId);
  if (first === undefined) throw new Error('nothing was served');
  await sit(need('learner'), attempt.attemptId, 4);
  answer = inputFor(attempt.attemptId, first, true);
  const [card] = await owner`
    select id, reps from cards where user_id = ${need('learner').userId} and item_id = ${first.itemId}`;
  reviewed = {
    cardId: String(card?.id),
    reps: Number(card?.reps),
    reviewId: randomUUID(),
    answer: answer.answer,
    certainty: null,
  };
  granted(await recordReview(need('learner'), reviewed, at(60 * 24 * 60)));
  const exam = granted(await startExam(as('learner'), { course, seed: 's' }, at(3)));
  await sit(need('learner'), exam.attemptId, 99, at(4));
  const { noteId } = granted(await markPassage(need('learner'), mark(), at(2)));
  const bystander = await person('learner', 'bystander');
  Object.assign(ids, {
    class: own.classId,
    code: own.joinCode,
    attempt: attempt.attemptId,
    learner: need('learner').userId,
    session: need('learner').sessionId,
    person: bystander.userId,
    review: reviewed.reviewId,
    exam: exam.attemptId,
    note: noteId,
  });
});

function as(kind: Kind): Viewer | null {
  return who.get(kind) ?? null;
}

function need(kind: Kind): Viewer {
  const viewer = as(kind);
  if (viewer === null) throw new Error(`${kind} is nobody`);
  return viewer;
}

function mark() {
  const from = { address: '1.1', at: 0 };
  const to = { address: '1.1', at: null };
  return { noteId: randomUUID(), course, lesson, edition: 1, from, to, words: 'Mine' };
}

/** What an operation is asked, and by whom it is answered; to everybody else it must be absent. */
type Rule = { may: readonly Kind[]; with: (viewer: Viewer | null) => unknown[] };

const everybody = kinds;
const signedIn = kinds.filter((kind) => kind !== 'anonymous');
const teaches: Kind[] = ['instructor', 'admin'];
const admins: Kind[] = ['admin', 'admin of another school'];
/** Of this school: in the other one the course is not. */
const reads: Kind[] = ['learner', 'classmate', 'instructor', 'other instructor', 'admin'];

const on =
  (...input: unknown[]) =>
  (viewer: Viewer | null) => [viewer, ...input];
const late = (input: () => unknown[]) => (viewer: Viewer | null) => [viewer, ...input()];

/** One rule for each function that `db/queries` and `db/commands` export, and a reason where there is none. */
const rules: Record<string, Rule | string> = {
  listCourses: { may: everybody, with: on() },
  readCourse: { may: reads, with: on(course) },
  readLesson: { may: reads, with: on(course, lesson) },
  findOpenAttempt: { may: ['anonymous', ...reads], with: on(course, lesson) },
  readGlossary: { may: reads, with: on(course) },
  readCheck: { may: reads, with: on(course, lesson, { number: 1, answer: { kind: 'text', text: 'x' } }) },
  readQuestion: { may: ['learner'], with: late(() => [ids.attempt, 1]) },
  readHint: { may: ['learner'], with: late(() => [ids.attempt, 1]) },
  readResult: { may: ['learner'], with: late(() => [ids.attempt]) },
  readToday: { may: signedIn, with: on() },
  readExam: { may: reads, with: on(course) },
  readExamResult: { may: ['learner'], with: late(() => [ids.exam]) },
  issueCertificate: { may: ['learner'], with: late(() => [ids.exam]) },
  // Whoever has the code may check what it leads to; one that is of no certificate is told so.
  findCertificate: { may: everybody, with: on('ABCDEFGHJKLMNPQR') },
  listCertificates: { may: signedIn, with: on() },
  readLearnerSettings: { may: signedIn, with: on() },
  readOwnMap: { may: reads, with: on(course) },
  readOwnProgress: { may: signedIn, with: on() },
  saveLearnerSettings: { may: signedIn, with: on({ dailyCap: 20, weeklyGoal: null }) },
  listMistakes: { may: signedIn, with: on() },
  listLessonNotes: { may: reads, with: on(course, lesson) },
  listNotes: { may: signedIn, with: on() },
  readNote: { may: ['learner'], with: late(() => [ids.note]) },
  search: { may: everybody, with: on('yuan') },
  markPassage: { may: reads, with: late(() => [mark()]) },
  changeNote: { may: ['learner'], with: late(() => [{ noteId: ids.note, words: 'Mine still' }]) },
  deleteNote: { may: ['learner'], with: late(() => [ids.note]) },
  readReviewQueue: { may: signedIn, with: on(at(2)) },
  readReview: { may: ['learner'], with: late(() => [ids.review, at(60 * 24 * 400)]) },
  recordReview: { may: ['learner'], with: late(() => [reviewed, at(60 * 24 * 400)]) },
  rebuildCards: { may: admins, with: on() },
  listClasses: { may: ['instructor', 'other instructor', ...admins], with: on() },
  // Whoever has the code may see what it leads to: it is the invitation.
  findClassByCode: { may: everybody, with: late(() => [ids.code]) },
  readClassGrid: { may: teaches, with: late(() => [ids.class]) },
  readGradebook: { may: teaches, with: late(() => [ids.class]) },
  listClassQuestions: { may: teaches, with: late(() => [ids.class]) },
  readLearnerInClass: { may: teaches, with: late(() => [ids.class, ids.learner]) },
  readClassAnalysis: { may: teaches, with: late(() => [ids.class, lesson, 'first']) },
  readClassTotals: { may: teaches, with: late(() => [ids.class, lesson, 'first']) },
  readItemAnswers: { may: teaches, with: late(() => [ids.class, lesson, 'first', 1]) },
  readAttemptForInstructor: { may: teaches, with: late(() => [ids.class, ids.attempt]) },
  listPeople: { may: admins, with: on({}) },
  listSessions: { may: signedIn, with: on() },
  readOwnAccount: { may: signedIn, with: on() },
  readOwnRecord: { may: signedIn, with: on() },
  readDeletion: { may: signedIn, with: on() },
  listOwnAttempts: { may: signedIn, with: on() },
  listOwnReviews: { may: signedIn, with: on() },
  listOwnCards: { may: signedIn, with: on() },
  listAnsweredQuestions: { may: signedIn, with: on() },
  deleteAccount: { may: signedIn, with: on({ password: 'not it', email: 'not it' }) },
  findViewer: 'asks by a session’s id and tells who that is',
  findSignIn: 'called by sign-in and the demo alone; takes no viewer',
  isFreshInstall: 'tells everybody whether the install is new',
  findSchoolId: 'takes no viewer and tells nothing about people',
  isDatabaseUp: 'takes no viewer',
  registerPerson: 'open to everybody',
  signIn: 'open to everybody',
  visitLesson: { may: reads, with: on(course, lesson) },
  startAttempt: { may: reads, with: on({ course, lesson, seed: 's' }) },
  // After the reviews: what an open exam asks is closed to them.
  startExam: { may: reads, with: on({ course, seed: 's' }) },
  recordResponse: { may: ['learner'], with: late(() => [answer]) },
  markQuestion: {
    may: ['learner'],
    with: late(() => [{ attemptId: ids.attempt, position: 1, marked: true }]),
  },
  disputeQuestion: {
    may: ['learner'],
    with: late(() => [
      {
        disputeId: randomUUID(),
        seen: { attemptId: ids.attempt, position: 1 },
        words: 'It is not so.',
        quote: '',
      },
    ]),
  },
  finishAttempt: { may: ['learner'], with: late(() => [ids.attempt]) },
  joinClass: 'open to whoever has the code; its own tests are with the classes',
  createClass: { may: ['instructor', 'other instructor', 'admin'], with: on({ name: 'New', course }) },
  renameClass: { may: teaches, with: late(() => [{ classId: ids.class, name: 'Ours' }]) },
  archiveClass: { may: teaches, with: late(() => [{ classId: ids.class, archived: false }]) },
  renewJoinCode: { may: teaches, with: late(() => [ids.class]) },
  removeLearner: {
    may: teaches,
    with: (viewer) => [viewer, { classId: ids.class, userId: need('removed learner').userId }],
  },
  changeRole: { may: ['admin'], with: late(() => [{ userId: ids.person, role: 'learner' }]) },
  suspendPerson: { may: ['admin'], with: late(() => [ids.person]) },
  restorePerson: { may: ['admin'], with: late(() => [ids.person]) },
  endSession: { may: ['learner'], with: late(() => [ids.session]) },
  changePassword: { may: signedIn, with: on({ current: 'x', next: 'short' }) },
  signOut: { may: signedIn, with: on() },
  signOutEverywhere: { may: signedIn, with: on() },
  publishCourse: {
    may: admins,
    with: (viewer) => [viewer, { slug: `by-${viewer?.userId}`, course: buildCourse(), visibility: 'class' }],
  },
  rebuildProgress: { may: admins, with: on() },
};

/** Acts on a learner who is taken out by the first who may: put back before each. */
const restore: Record<string, () => Promise<unknown>> = {
  removeLearner: () =>
    owner`update enrollments set removed_at = null where user_id = ${need('removed learner').userId}`,
};

/** Parts of queries, in files of their own: they take a transaction, which only a query can give them. */
const parts = [
  'answer-days.ts',
  'attempt-rows.ts',
  'class-grid.ts',
  'class-learner.ts',
  'class-sittings.ts',
  'disputes.ts',
  'draw-reason.ts',
  'due-cards.ts',
  'feedback.ts',
  'found-lessons.ts',
  'own-notes.ts',
  'latest-answers.ts',
  'own-standing.ts',
  'result.ts',
];

async function operations(): Promise<Map<string, (...args: unknown[]) => Promise<unknown>>> {
  const found = new Map<string, (...args: unknown[]) => Promise<unknown>>();
  for (const folder of ['queries', 'commands']) {
    for (const file of (await readdir(`db/${folder}`)).filter((name) => !parts.includes(name))) {
      const path = `../../db/${folder}/${file}`;
      const module: Record<string, unknown> = await import(/* @vite-ignore */ path);
      for (const [name, value] of Object.entries(module))
        if (typeof value === 'function') found.set(name, value as (...args: unknown[]) => Promise<unknown>);
    }
  }
  return found;
}

test('every query and command has a rule, and every rule a query or command', async () => {
  expect([...(await operations()).keys()].sort()).toEqual(Object.keys(rules).sort());
});

describe('who is answered, and to whom it is absent', () => {
  const table = Object.entries(rules).flatMap(([name, rule]) =>
    typeof rule === 'string' ? [] : [{ name, rule }],
  );
  test.each(table)('$name', async ({ name, rule }) => {
    const operation = (await operations()).get(name);
    for (const kind of kinds) {
      await restore[name]?.();
      const outcome = await Promise.resolve(operation?.(...rule.with(as(kind)))).then(
        () => 'answered',
        (error: unknown) => (error instanceof NotFound ? 'absent' : `broke: ${String(error)}`),
      );
      expect(outcome, `${name} for ${kind}`).toBe(rule.may.includes(kind) ? 'answered' : 'absent');
    }
  });
});

test('what is not an id is absent like what is another’s', async () => {
  const all = await operations();
  for (const bad of ['x', '', '00000000', `${ids.class}'`, 'null', randomUUID()]) {
    for (const name of ['readClassGrid', 'readGradebook', 'listClassQuestions', 'renewJoinCode'])
      await expect(all.get(name)?.(as('admin'), bad), name).rejects.toBeInstanceOf(NotFound);
    for (const name of ['readResult', 'readExamResult', 'issueCertificate', 'finishAttempt', 'endSession'])
      await expect(all.get(name)?.(as('learner'), bad), name).rejects.toBeInstanceOf(NotFound);
    await expect(all.get('readLearnerInClass')?.(as('admin'), ids.class, bad)).rejects.toBeInstanceOf(
      NotFound,
    );
    await expect(all.get('suspendPerson')?.(as('admin'), bad)).rejects.toBeInstanceOf(NotFound);
  }
  for (const position of [0, 8, -1, 1.5, Number.NaN, 1e12])
    await expect(all.get('readQuestion')?.(as('learner'), ids.attempt, position)).rejects.toBeInstanceOf(
      NotFound,
    );
});

test('an instructor who was made a learner again no longer teaches', async () => {
  const all = await operations();
  const demoted = { ...need('instructor'), role: 'learner' as const };
  await expect(all.get('readClassGrid')?.(demoted, ids.class)).rejects.toBeInstanceOf(NotFound);
});

test('an archived class goes on showing its course to its learners', async () => {
  const all = await operations();
  await archiveClass(as('instructor'), { classId: ids.class, archived: true }, at(3));
  await expect(all.get('readCourse')?.(as('classmate'), course)).resolves.toBeDefined();
  await archiveClass(as('instructor'), { classId: ids.class, archived: false }, at(3));
});
