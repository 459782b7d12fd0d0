import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { archiveClass } from '#db/commands/archive-class.ts';
import { changeNote } from '#db/commands/change-note.ts';
import { changeRole } from '#db/commands/change-role.ts';
import { createClass } from '#db/commands/create-class.ts';
import { deleteNote } from '#db/commands/delete-note.ts';
import { disputeQuestion, type Seen } from '#db/commands/dispute-question.ts';
import { endSession } from '#db/commands/end-session.ts';
import { finishAttempt } from '#db/commands/finish-attempt.ts';
import { issueCertificate } from '#db/commands/issue-certificate.ts';
import { markPassage } from '#db/commands/mark-passage.ts';
import { markQuestion } from '#db/commands/mark-question.ts';
import { publishCourse } from '#db/commands/publish-course.ts';
import { recordResponse } from '#db/commands/record-response.ts';
import { recordReview } from '#db/commands/record-review.ts';
import { removeLearner } from '#db/commands/remove-learner.ts';
import { renameClass } from '#db/commands/rename-class.ts';
import { renewJoinCode } from '#db/commands/renew-join-code.ts';
import { restorePerson } from '#db/commands/restore-person.ts';
import { startAttempt } from '#db/commands/start-attempt.ts';
import { startExam } from '#db/commands/start-exam.ts';
import { suspendPerson } from '#db/commands/suspend-person.ts';
import { visitLesson } from '#db/commands/visit-lesson.ts';
import { findOpenAttempt, readQuestion, readResult } from '#db/queries/attempts.ts';
import { findCertificate, listCertificates } from '#db/queries/certificates.ts';
import { readClassTotals } from '#db/queries/class-analysis.ts';
import { listClassQuestions, readGradebook } from '#db/queries/class-files.ts';
import {
  findClassByCode,
  listClasses,
  readAttemptForInstructor,
  readClassGrid,
  readLearnerInClass,
} from '#db/queries/classes.ts';
import { listCourses, readCourse, readLesson } from '#db/queries/courses.ts';
import { readExam, readExamResult } from '#db/queries/exams.ts';
import { readGlossary } from '#db/queries/glossary.ts';
import { readHint } from '#db/queries/hints.ts';
import { readLearnerSettings } from '#db/queries/learner-settings.ts';
import { listMistakes } from '#db/queries/mistakes.ts';
import { listLessonNotes, listNotes, readNote } from '#db/queries/notes.ts';
import { listOwnAttempts, listOwnCards, listOwnReviews } from '#db/queries/own-answers.ts';
import { readDeletion } from '#db/queries/own-deletion.ts';
import { readOwnMap } from '#db/queries/own-map.ts';
import { readOwnProgress } from '#db/queries/own-progress.ts';
import { listAnsweredQuestions } from '#db/queries/own-questions.ts';
import { readOwnRecord } from '#db/queries/own-record.ts';
import { listPeople, listSessions, readOwnAccount } from '#db/queries/people.ts';
import { readReview, readReviewQueue } from '#db/queries/reviews.ts';
import { search } from '#db/queries/search.ts';
import { findViewer } from '#db/queries/sessions.ts';
import { readToday } from '#db/queries/today.ts';
import type { Viewer } from '#lib/access/viewer.ts';
import type { Course } from '#lib/course/model.ts';
import { readDisk } from '../access/on-disk.ts';
import { nobody } from '../access/rules.ts';
import {
  anyAnswer,
  makeClass,
  makeWorld,
  openSession,
  recordOf,
  type Someone,
  type World,
} from '../access/world.ts';
import { type Canaries, findLeaks, plantCanaries } from '../e2e/leaks.ts';
import { buildCourse } from '../fixtures/course.ts';
import { ownDatabase } from './harness.ts';

/**
 * Beside the table of `access.test.ts` (who is answered): that whoever is not answered changes nothing and
 * cannot tell foreign from absent, and that no query gives a key away before its answer.
 */

const { owner } = ownDatabase();
const courses = { course: 'canaries', hidden: 'hidden' };
let planted: { course: Course; canaries: Canaries };

beforeAll(async () => {
  planted = plantCanaries(buildCourse());
  await publishCourse('system', { slug: courses.course, course: planted.course, visibility: 'class' });
  await publishCourse('system', { slug: courses.hidden, course: buildCourse(), visibility: 'class' });
});

const kinds = [
  'nobody',
  'learner',
  'otherLearner',
  'instructor',
  'otherInstructor',
  'admin',
  'stranger',
] as const;
type Kind = (typeof kinds)[number];

function viewerOf(kind: Kind, world: World): Viewer | null {
  const someone: Record<Exclude<Kind, 'nobody'>, Someone> = {
    learner: world.left.learner,
    otherLearner: world.right.learner,
    instructor: world.left.instructor,
    otherInstructor: world.right.instructor,
    admin: world.admin,
    stranger: world.stranger,
  };
  if (kind === 'nobody') return null;
  const { userId, name, role, session } = someone[kind];
  const schoolId = kind === 'stranger' ? world.otherSchoolId : world.schoolId;
  return { schoolId, userId, name, role, sessionId: session.sid };
}

/** A command on ids of the left half, or on ids that nobody has. */
type Deed = {
  may: readonly Kind[];
  own: (viewer: Viewer | null, world: World) => Promise<unknown>;
  absent: (viewer: Viewer | null, world: World) => Promise<unknown>;
};

const teaches: Kind[] = ['instructor', 'admin'];
const admin: Kind[] = ['admin'];

const answerTo = (world: World, attemptId: string) => {
  const item = world.course.items[1];
  if (item === undefined) throw new Error('the course has one question only');
  return {
    attemptId,
    position: 2,
    responseId: randomUUID(),
    answer: anyAnswer(item.prompt),
    certainty: null,
  };
};

const aDispute = (seen: Seen) => ({ disputeId: randomUUID(), seen, words: 'It is not so.', quote: '' });

const dueAnswer = (world: World, cardId: string) => {
  const [item] = world.course.items;
  if (item === undefined) throw new Error('the course has no question');
  return {
    cardId,
    reps: world.left.card.reps,
    reviewId: randomUUID(),
    answer: anyAnswer(item.prompt),
    certainty: null,
  };
};

const markOf = (course: string, lesson: string) => ({
  noteId: randomUUID(),
  course,
  lesson,
  edition: 1,
  from: { address: '1.1', at: 0 },
  to: { address: '1.1', at: null },
  words: '',
});

const deeds: Record<string, Deed> = {
  recordResponse: {
    may: ['learner'],
    own: (viewer, world) => recordResponse(viewer, answerTo(world, world.left.open.id)),
    absent: (viewer, world) => recordResponse(viewer, answerTo(world, nobody)),
  },
  recordReview: {
    may: ['learner'],
    own: (viewer, world) => recordReview(viewer, dueAnswer(world, world.left.card.id)),
    absent: (viewer, world) => recordReview(viewer, dueAnswer(world, nobody)),
  },
  markQuestion: {
    may: ['learner'],
    own: (viewer, { left }) => markQuestion(viewer, { attemptId: left.open.id, position: 3, marked: true }),
    absent: (viewer) => markQuestion(viewer, { attemptId: nobody, position: 3, marked: true }),
  },
  disputeQuestion: {
    may: ['learner'],
    own: (viewer, { left }) =>
      disputeQuestion(viewer, aDispute({ attemptId: left.finished.id, position: 1 })),
    absent: (viewer) => disputeQuestion(viewer, aDispute({ attemptId: nobody, position: 1 })),
  },
  finishAttempt: {
    may: ['learner'],
    own: (viewer, world) => finishAttempt(viewer, world.left.open.id),
    absent: (viewer) => finishAttempt(viewer, nobody),
  },
  endSession: {
    may: ['learner'],
    own: (viewer, world) => endSession(viewer, world.left.learner.session.sid),
    absent: (viewer) => endSession(viewer, nobody),
  },
  startAttempt: {
    may: [],
    own: (viewer, world) =>
      startAttempt(viewer, { course: courses.hidden, lesson: world.hidden.lessonSlug, seed: 's' }),
    absent: (viewer) => startAttempt(viewer, { course: 'no-such-course', lesson: 'x', seed: 's' }),
  },
  startExam: {
    may: [],
    own: (viewer) => startExam(viewer, { course: courses.hidden, seed: 's' }),
    absent: (viewer) => startExam(viewer, { course: 'no-such-course', seed: 's' }),
  },
  issueCertificate: {
    may: ['learner'],
    own: (viewer, world) => issueCertificate(viewer, world.left.exam.id),
    absent: (viewer) => issueCertificate(viewer, nobody),
  },
  markPassage: {
    may: [],
    own: (viewer, world) => markPassage(viewer, markOf(courses.hidden, world.hidden.lessonSlug)),
    absent: (viewer) => markPassage(viewer, markOf('no-such-course', 'x')),
  },
  changeNote: {
    may: ['learner'],
    own: (viewer, { left }) => changeNote(viewer, { noteId: left.note.id, words: 'Taken over' }),
    absent: (viewer) => changeNote(viewer, { noteId: nobody, words: 'Taken over' }),
  },
  deleteNote: {
    may: ['learner'],
    own: (viewer, { left }) => deleteNote(viewer, left.note.id),
    absent: (viewer) => deleteNote(viewer, nobody),
  },
  visitLesson: {
    may: [],
    own: (viewer, world) => visitLesson(viewer, courses.hidden, world.hidden.lessonSlug),
    absent: (viewer) => visitLesson(viewer, 'no-such-course', 'x'),
  },
  createClass: {
    may: ['instructor', 'otherInstructor', 'admin'],
    own: (viewer) => createClass(viewer, { name: 'Taken over', course: courses.course }),
    absent: (viewer) => createClass(viewer, { name: 'Taken over', course: 'no-such-course' }),
  },
  renameClass: {
    may: teaches,
    own: (viewer, { left }) => renameClass(viewer, { classId: left.classId, name: 'Taken over' }),
    absent: (viewer) => renameClass(viewer, { classId: nobody, name: 'Taken over' }),
  },
  archiveClass: {
    may: teaches,
    own: (viewer, { left }) => archiveClass(viewer, { classId: left.classId, archived: true }),
    absent: (viewer) => archiveClass(viewer, { classId: nobody, archived: true }),
  },
  renewJoinCode: {
    may: teaches,
    own: (viewer, { left }) => renewJoinCode(viewer, left.classId),
    absent: (viewer) => renewJoinCode(viewer, nobody),
  },
  removeLearner: {
    may: teaches,
    own: (viewer, { left }) => removeLearner(viewer, { classId: left.classId, userId: left.learner.userId }),
    absent: (viewer) => removeLearner(viewer, { classId: nobody, userId: nobody }),
  },
  changeRole: {
    may: admin,
    own: (viewer, { left }) => changeRole(viewer, { userId: left.learner.userId, role: 'admin' }),
    absent: (viewer) => changeRole(viewer, { userId: nobody, role: 'admin' }),
  },
  suspendPerson: {
    may: admin,
    own: (viewer, { left }) => suspendPerson(viewer, left.learner.userId),
    absent: (viewer) => suspendPerson(viewer, nobody),
  },
  restorePerson: {
    may: admin,
    own: (viewer, world) => restorePerson(viewer, world.suspended.userId),
    absent: (viewer) => restorePerson(viewer, nobody),
  },
};

/** Commands that name nothing of anybody else's: the viewer's own session and password, or none. */
const namesNobody = [
  'changePassword',
  'deleteAccount',
  'joinClass',
  'publishCourse',
  'rebuildCards',
  'rebuildProgress',
  'registerPerson',
  'saveLearnerSettings',
  'signIn',
  'signOut',
  'signOutEverywhere',
];

const onDisk = [...readDisk(join(import.meta.dirname, '../..')).operations.keys()];

test('every command on disk stands in this table, or names nothing of anybody else’s', () => {
  const commands = onDisk
    .filter((name) => name.startsWith('commands/'))
    .map((name) => name.split(' ')[1] ?? '');
  expect([...Object.keys(deeds), ...namesNobody].sort()).toEqual(commands.sort());
});

describe('whoever may not do a thing changes nothing by trying, and cannot tell foreign from absent', () => {
  test.each(Object.entries(deeds))('%s', async (_, deed) => {
    for (const kind of kinds.filter((one) => !deed.may.includes(one))) {
      const world = await makeWorld(owner, courses);
      const viewer = viewerOf(kind, world);
      const before = await recordOf(owner, world);
      // An instructor and an admin may read every course of their school: there is no foreign one to them.
      const own = await outcomeOf(deed.own(viewer, world));
      const absent = await outcomeOf(deed.absent(viewer, world));
      if (deed.may.length === 0 && viewer?.role !== 'learner' && kind !== 'nobody' && kind !== 'stranger')
        continue;
      expect(own, `${kind}: foreign and absent`).toEqual(absent);
      expect(own, kind).toMatch(/^NotFound/);
      expect((await recordOf(owner, world)) === before, `${kind} changed a row`).toBe(true);
    }
  });
});

test('two classes of these worlds never meet in one code', async () => {
  const { schoolId, left, course } = await makeWorld(owner, courses);
  const draws = [left.joinCode, left.joinCode, 'ZZZZZZ'];
  const one = { schoolId, classId: randomUUID(), className: 'One more', courseId: course.id };
  expect(await makeClass(owner, one, () => draws.shift() ?? '')).toBe('ZZZZZZ');
});

test('a command on a class and a learner of another class is refused to the class’s own instructor', async () => {
  const world = await makeWorld(owner, courses);
  const instructor = viewerOf('instructor', world);
  const before = await recordOf(owner, world);
  const crossed = { classId: world.left.classId, userId: world.right.learner.userId };
  expect(await outcomeOf(removeLearner(instructor, crossed))).toMatch(/^NotFound/);
  expect(await outcomeOf(readLearnerInClass(instructor, crossed.classId, crossed.userId))).toMatch(
    /^NotFound/,
  );
  for (const attempt of [world.right.open, world.right.finished])
    expect(await outcomeOf(readAttemptForInstructor(instructor, world.left.classId, attempt.id))).toMatch(
      /^NotFound/,
    );
  expect((await recordOf(owner, world)) === before).toBe(true);
});

/** Every query, as a learner's page would ask it about the left half; what a teacher asks stands apart. */
const asked: Record<string, (viewer: Viewer | null, world: World) => Promise<unknown>[]> = {
  listCourses: (viewer) => [listCourses(viewer)],
  readCourse: (viewer) => [readCourse(viewer, courses.course)],
  readLesson: (viewer, { course }) => [readLesson(viewer, course.slug, course.lessonSlug)],
  readGlossary: (viewer) => [readGlossary(viewer, courses.course)],
  readQuestion: (viewer, { left, right, course }) =>
    [left.open, left.finished, left.exam, right.open, right.exam].flatMap((attempt) =>
      course.items.map((_, at) => readQuestion(viewer, attempt.id, at + 1)),
    ),
  readHint: (viewer, { left, right, course }) =>
    [left.open, left.finished, right.open].flatMap((attempt) =>
      course.items.map((_, at) => readHint(viewer, attempt.id, at + 1)),
    ),
  findOpenAttempt: (viewer, { course }) => [findOpenAttempt(viewer, course.slug, course.lessonSlug)],
  readResult: (viewer, { left, right }) =>
    [left.open, left.finished, right.finished].map((attempt) => readResult(viewer, attempt.id)),
  readExam: (viewer) => [readExam(viewer, courses.course)],
  readExamResult: (viewer, { left, right }) =>
    [left.exam, left.finished, right.exam].map((attempt) => readExamResult(viewer, attempt.id)),
  findCertificate: (viewer, { left }) => [findCertificate(viewer, left.certificate)],
  listCertificates: (viewer) => [listCertificates(viewer)],
  readLearnerSettings: (viewer) => [readLearnerSettings(viewer)],
  readOwnMap: (viewer) => [readOwnMap(viewer, courses.course)],
  readOwnProgress: (viewer) => [readOwnProgress(viewer)],
  readToday: (viewer) => [readToday(viewer)],
  listMistakes: (viewer) => [listMistakes(viewer)],
  listLessonNotes: (viewer, { course }) => [listLessonNotes(viewer, course.slug, course.lessonSlug)],
  listNotes: (viewer) => [listNotes(viewer)],
  readNote: (viewer, { left, right }) => [left, right].map(({ note }) => readNote(viewer, note.id)),
  // Whatever a key says may be looked for, and is found in no more than the lessons.
  search: (viewer) => ['canary', 'rationale', 'yuan', 'words'].map((query) => search(viewer, query)),
  readReviewQueue: (viewer) => [readReviewQueue(viewer, new Date())],
  readReview: (viewer, { left, right }) =>
    [left, right].map(({ card }) => readReview(viewer, card.reviewId, new Date())),
  listClasses: (viewer) => [listClasses(viewer)],
  findClassByCode: (viewer, { left }) => [findClassByCode(viewer, left.joinCode)],
  readClassGrid: (viewer, { left }) => [readClassGrid(viewer, left.classId)],
  readGradebook: (viewer, { left }) => [readGradebook(viewer, left.classId)],
  readLearnerInClass: (viewer, { left }) => [readLearnerInClass(viewer, left.classId, left.learner.userId)],
  readClassTotals: (viewer, { left, course }) => [
    readClassTotals(viewer, left.classId, course.lessonSlug, 'last'),
  ],
  listPeople: (viewer) => [listPeople(viewer, {})],
  listSessions: (viewer) => [listSessions(viewer)],
  readOwnAccount: (viewer) => [readOwnAccount(viewer)],
  readOwnRecord: (viewer) => [readOwnRecord(viewer)],
  readDeletion: (viewer) => [readDeletion(viewer)],
  listOwnAttempts: (viewer) => [listOwnAttempts(viewer)],
  listOwnReviews: (viewer) => [listOwnReviews(viewer)],
  listOwnCards: (viewer) => [listOwnCards(viewer)],
  listAnsweredQuestions: (viewer) => [listAnsweredQuestions(viewer)],
};

const tellsNoCourse = ['findSchoolId', 'findSignIn', 'findViewer', 'isDatabaseUp', 'isFreshInstall'];
/** Their keys are for teachers: beside the answers, and to take to another system. */
const forTeachers = [
  'listClassQuestions',
  'readAttemptForInstructor',
  'readClassAnalysis',
  'readItemAnswers',
];
/** Is asked with an answer, and tells of that question alone: checks.test.ts. */
const forAnAnswer = ['readCheck'];

test('every query on disk is asked for keys', () => {
  const queries = onDisk
    .filter((name) => name.startsWith('queries/'))
    .map((name) => name.split(' ')[1] ?? '');
  expect([...Object.keys(asked), ...tellsNoCourse, ...forTeachers, ...forAnAnswer].sort()).toEqual(
    queries.sort(),
  );
});

test('no query gives a key, a rationale or a claim away before the answer, to anybody', async () => {
  const world = await makeWorld(owner, courses, { answered: false });
  let answered = 0;
  for (const kind of kinds)
    for (const [name, ask] of Object.entries(asked))
      for (const result of await Promise.allSettled(ask(viewerOf(kind, world), world))) {
        if (result.status === 'fulfilled') answered += 1;
        const text =
          JSON.stringify(result.status === 'fulfilled' ? result.value : String(result.reason)) ?? '';
        const leaks = findLeaks(text, planted.canaries, { allowed: new Set(), structure: false });
        expect(leaks, `${name} for ${kind}`).toEqual([]);
      }
  expect(answered).toBeGreaterThan(40);
});

test('the questions of a class, with their keys, are told to whoever teaches it and to nobody else', async () => {
  const world = await makeWorld(owner, courses);
  for (const kind of kinds) {
    const ask = (classId: string) =>
      outcomeOf(listClassQuestions(viewerOf(kind, world), classId).then((told) => JSON.stringify(told)));
    const own = await ask(world.left.classId);
    if (teaches.includes(kind)) expect(own, kind).toContain('canary');
    else expect([own, own], kind).toEqual([await ask(nobody), expect.stringMatching(/^NotFound/)]);
  }
});

test('the result of an attempt with open questions tells the key of the answered one alone', async () => {
  const world = await makeWorld(owner, courses);
  const result = JSON.stringify(await readResult(viewerOf('learner', world), world.left.finished.id));
  const first = world.course.items[0];
  const told = planted.course.items.filter((item) => item.stem === first?.prompt.stem).map((item) => item.id);
  expect(findLeaks(result, planted.canaries, { allowed: new Set(told), structure: false })).toEqual([]);
  expect(result, 'the answered one is told').toContain('canary');
});

test('cards of one’s own tell the key of what was answered alone, and of nothing that waits for an answer', async () => {
  const world = await makeWorld(owner, courses);
  const learner = viewerOf('learner', world);
  const told = async () => JSON.stringify((await listAnsweredQuestions(learner)).entries);
  const first = world.course.items[0];
  const ids = planted.course.items.filter((item) => item.stem === first?.prompt.stem).map((item) => item.id);
  const answered = await told();
  expect(findLeaks(answered, planted.canaries, { allowed: new Set(ids), structure: false })).toEqual([]);
  expect(answered, 'the answered one is told').toContain('canary');
  // Answered before, and asked again just now.
  await owner`delete from responses where attempt_id = ${world.left.open.id}`;
  expect(await told()).toBe('[]');
});

test('a cookie of somebody suspended, signed out, run out or of another school opens nothing', async () => {
  const world = await makeWorld(owner, courses);
  const find = ({ sid, version }: { sid: string; version: number }) => findViewer(sid, version);
  expect(await find(world.left.learner.session)).toMatchObject({ userId: world.left.learner.userId });
  expect(await find(world.suspended.session)).toBeNull();
  expect(await find(world.signedOutEverywhere.session)).toBeNull();
  expect(await find({ ...world.signedOutEverywhere.session, version: 2 })).toBeNull();
  expect(await find(world.stranger.session)).toBeNull();
  expect(await find({ sid: nobody, version: 1 })).toBeNull();
  expect(await find({ sid: world.left.learner.userId, version: 1 })).toBeNull();
  expect(await find({ ...world.left.learner.session, version: 1.5 })).toBeNull();
  const ended = await openSession(owner, world.schoolId, world.left.learner.userId);
  await owner`update sessions set revoked_at = now() where id = ${ended.sid}`;
  expect(await find(ended)).toBeNull();
  const old = await openSession(owner, world.schoolId, world.left.learner.userId);
  await owner`update sessions set expires_at = now() - interval '1 second' where id = ${old.sid}`;
  expect(await find(old)).toBeNull();
});

/** What came of it, as the one who asked could tell. */
async function outcomeOf(promise: Promise<unknown>): Promise<string> {
  try {
    return `done ${JSON.stringify(await promise)}`;
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
}
