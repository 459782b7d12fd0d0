import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { newCertificateCode } from '#db/new-certificate-code.ts';
import { newJoinCode } from '#db/new-join-code.ts';
import type { Role } from '#lib/access/viewer.ts';
import type { ItemPrompt } from '#lib/course/present-item.ts';
import type { Answer } from '#lib/grading/answer.ts';
import type { ItemKey } from '#lib/grading/item-key.ts';

/**
 * Two classes that mirror each other, in one school, and a second school beside it. Whoever owns a thing in
 * one half stands in the other half as the one to whom it is foreign. Made by the owner's connection, so
 * that no command under test decides what the world looks like.
 */
export const halves = ['left', 'right'] as const;
export type HalfName = (typeof halves)[number];

export type Someone = { userId: string; name: string; email: string; role: Role; session: Session };
export type Session = { sid: string; version: number };

export type AttemptMade = { id: string; itemIds: string[] };

export type Half = {
  classId: string;
  className: string;
  joinCode: string;
  instructor: Someone;
  learner: Someone;
  open: AttemptMade;
  finished: AttemptMade;
  /** A passed exam over the lesson's questions, and the certificate of an earlier one. */
  exam: AttemptMade;
  certificate: string;
  /** Of the first question: answered once in review, and due again. */
  card: { id: string; reps: number; reviewId: string };
  /** The learner's own, to the first words of the lesson. */
  note: { id: string; words: string };
};

export type CourseMade = {
  id: string;
  slug: string;
  editionId: string;
  lessonId: string;
  lessonSlug: string;
  items: { id: string; prompt: ItemPrompt; key: ItemKey }[];
};

export type World = {
  schoolId: string;
  otherSchoolId: string;
  /** Only for its classes: both halves'. */
  course: CourseMade;
  /** Only for classes, and no class has it. */
  hidden: CourseMade;
  left: Half;
  right: Half;
  admin: Someone;
  /** Were in the left class; what they hold is an old cookie. */
  suspended: Someone;
  signedOutEverywhere: Someone;
  /** An admin, of the other school. */
  stranger: Someone;
};

export type Sql = postgres.Sql;

export type WorldOptions = {
  /** Whether the first question of each attempt has an answer. */
  answered?: boolean;
  /** Of everybody; without it nobody of this world can sign in with a password. */
  passwordHash?: string | null;
};

export async function makeWorld(
  sql: Sql,
  courses: { course: string; hidden: string },
  { answered = true, passwordHash = null }: WorldOptions = {},
): Promise<World> {
  const [school] = await sql`select id from schools order by created_at, id limit 1`;
  const schoolId = String(school?.id);
  const otherSchoolId = await otherSchool(sql);
  const course = await readCourseMade(sql, schoolId, courses.course);
  const hidden = await readCourseMade(sql, schoolId, courses.hidden);
  const person = (role: Role, what: string, school = schoolId) =>
    makeSomeone(sql, school, role, what, passwordHash);
  const half = (what: string) => makeHalf(sql, schoolId, course, person, what, answered);
  const left = await half('Left');
  const right = await half('Right');
  const suspended = await person('learner', 'Suspended');
  const signedOutEverywhere = await person('learner', 'Everywhere');
  for (const gone of [suspended, signedOutEverywhere]) await enroll(sql, schoolId, left.classId, gone.userId);
  await sql`update users set suspended_at = now() where id = ${suspended.userId}`;
  await sql`update users set session_version = 2 where id = ${signedOutEverywhere.userId}`;
  return {
    schoolId,
    otherSchoolId,
    course,
    hidden,
    left,
    right,
    admin: await person('admin', 'Admin'),
    suspended,
    signedOutEverywhere,
    stranger: await person('admin', 'Stranger', otherSchoolId),
  };
}

/** Who a word of the table of access stands for. */
export function someoneOf(
  person:
    | 'learner'
    | 'otherLearner'
    | 'instructor'
    | 'otherInstructor'
    | 'admin'
    | 'suspended'
    | 'signedOutEverywhere'
    | 'stranger',
  world: World,
): Someone {
  return {
    learner: world.left.learner,
    otherLearner: world.right.learner,
    instructor: world.left.instructor,
    otherInstructor: world.right.instructor,
    admin: world.admin,
    suspended: world.suspended,
    signedOutEverywhere: world.signedOutEverywhere,
    stranger: world.stranger,
  }[person];
}

/** Everything about people of this world that a refused request must leave as it was. */
export async function recordOf(sql: Sql, world: World): Promise<string> {
  const people = [world.left, world.right].flatMap((half) => [half.learner, half.instructor]);
  const ids = [...people, world.admin, world.suspended, world.signedOutEverywhere].map((one) => one.userId);
  const classIds = [world.left.classId, world.right.classId];
  const rows = {
    users: await sql`select id, role, suspended_at, session_version, password_hash, name from users
      where id in ${sql(ids)} order by id`,
    sessions: await sql`select id, revoked_at from sessions where user_id in ${sql(ids)} order by id`,
    classes: await sql`select * from classes where id in ${sql(classIds)} order by id`,
    taught:
      await sql`select class_id, user_id from class_instructors where user_id in ${sql(ids)} order by 1, 2`,
    made: await sql`select count(*)::int from class_instructors where user_id in ${sql(ids)}`,
    enrolled: await sql`select class_id, user_id, removed_at from enrollments
      where class_id in ${sql(classIds)} order by 1, 2`,
    attempts: await sql`select id, finished_at, score from attempts where user_id in ${sql(ids)} order by id`,
    marked:
      await sql`select i.attempt_id, i.position from attempt_items i join attempts a on a.id = i.attempt_id
      where i.marked and a.user_id in ${sql(ids)} order by 1, 2`,
    responses: await sql`select r.id, r.mark from responses r join attempts a on a.id = r.attempt_id
      where a.user_id in ${sql(ids)} order by r.id`,
    disputes: await sql`select id, words, quote from disputes where user_id in ${sql(ids)} order by id`,
    cards: await sql`select id, due_at, reps from cards where user_id in ${sql(ids)} order by id`,
    reviews: await sql`select id, mark from reviews where user_id in ${sql(ids)} order by id`,
    certificates: await sql`select id, code, name from certificates where user_id in ${sql(ids)} order by id`,
    notes: await sql`select id, words, quote from notes where user_id in ${sql(ids)} order by id`,
  };
  return JSON.stringify(rows);
}

/** Names, addresses and words that only somebody of that half, or an admin, may read. */
export function marksOf(half: Half): string[] {
  return [
    half.className,
    half.learner.name,
    half.learner.email,
    half.instructor.email,
    half.joinCode,
    half.note.words,
  ];
}

/** Some answer that fits the question; whether it is right does not matter. */
export function anyAnswer(prompt: ItemPrompt): Answer {
  switch (prompt.kind) {
    case 'single':
    case 'true-false':
      return { kind: prompt.kind, option: prompt.options[0]?.id ?? '' };
    case 'multiple':
      return { kind: prompt.kind, options: prompt.options.slice(0, 1).map((option) => option.id) };
    case 'short':
    case 'cloze':
      return { kind: prompt.kind, text: 'something' };
    case 'matching':
      return { kind: prompt.kind, rights: prompt.lefts.map(() => prompt.choices[0] ?? '') };
    case 'ordering':
      return { kind: prompt.kind, order: [...prompt.choices] };
  }
}

/** The right answer, by the key as the owner's connection reads it. */
export function rightAnswer(prompt: ItemPrompt, key: ItemKey): Answer {
  switch (prompt.kind) {
    case 'single':
    case 'true-false':
      return { kind: prompt.kind, option: key.correct[0] ?? '' };
    case 'multiple':
      return { kind: prompt.kind, options: key.correct };
    case 'short':
    case 'cloze':
      return { kind: prompt.kind, text: key.accept[0] ?? '' };
    case 'matching':
      return {
        kind: prompt.kind,
        rights: prompt.lefts.map((left) => key.pairs.find((pair) => pair.left === left)?.right ?? ''),
      };
    case 'ordering':
      return { kind: prompt.kind, order: key.order };
  }
}

async function otherSchool(sql: Sql): Promise<string> {
  const name = 'The other school';
  const [there] = await sql`select id from schools where name = ${name}`;
  if (there !== undefined) return String(there.id);
  const id = randomUUID();
  // Later than the install's own, which is the oldest.
  await sql`insert into schools (id, name, created_at) values (${id}, ${name}, now() + interval '1 day')`;
  return id;
}

async function readCourseMade(sql: Sql, schoolId: string, slug: string): Promise<CourseMade> {
  const [row] = await sql`
    select c.id, c.current_edition_id as edition_id, l.id as lesson_id, l.slug as lesson_slug
    from courses c join lessons l on l.edition_id = c.current_edition_id
    where c.school_id = ${schoolId} and c.slug = ${slug}
      and exists (select from lesson_items i where i.edition_id = l.edition_id and i.lesson_id = l.id)
    order by l.position limit 1`;
  if (row === undefined) throw new Error(`the course ${slug} is not published, or has no questions`);
  const items = await sql`
    select i.id, i.prompt, i.key from lesson_items l join items i on i.id = l.item_id and i.school_id = l.school_id
    where l.edition_id = ${row.edition_id} and l.lesson_id = ${row.lesson_id}
    order by l.selected desc, l.position`;
  return {
    id: String(row.id),
    slug,
    editionId: String(row.edition_id),
    lessonId: String(row.lesson_id),
    lessonSlug: String(row.lesson_slug),
    items: items.map((item) => ({ id: item.id, prompt: item.prompt, key: item.key })),
  };
}

async function makeSomeone(
  sql: Sql,
  schoolId: string,
  role: Role,
  what: string,
  passwordHash: string | null,
): Promise<Someone> {
  const userId = randomUUID();
  const mark = userId.slice(0, 8);
  const name = `${what} ${role} ${mark}`;
  const email = `${what.toLowerCase()}.${role}.${mark}@school.example`;
  await sql`
    insert into users (school_id, id, email, email_folded, name, role, password_hash, created_at)
    values (${schoolId}, ${userId}, ${email}, ${email}, ${name}, ${role}, ${passwordHash}, now())`;
  return { userId, name, email, role, session: await openSession(sql, schoolId, userId) };
}

export async function openSession(sql: Sql, schoolId: string, userId: string): Promise<Session> {
  const sid = randomUUID();
  await sql`
    insert into sessions (school_id, id, user_id, version, created_at, expires_at, user_agent)
    select ${schoolId}, ${sid}, id, session_version, now(), now() + interval '1 day', 'tests'
    from users where id = ${userId}`;
  return { sid, version: 1 };
}

async function enroll(sql: Sql, schoolId: string, classId: string, userId: string): Promise<void> {
  await sql`insert into enrollments (school_id, class_id, user_id, joined_at)
    values (${schoolId}, ${classId}, ${userId}, now())`;
}

async function makeHalf(
  sql: Sql,
  schoolId: string,
  course: CourseMade,
  person: (role: Role, what: string) => Promise<Someone>,
  what: string,
  answered: boolean,
): Promise<Half> {
  const classId = randomUUID();
  const className = `${what} class ${classId.slice(0, 8)}`;
  const instructor = await person('instructor', what);
  const learner = await person('learner', what);
  const joinCode = await makeClass(sql, { schoolId, classId, className, courseId: course.id });
  await sql`insert into class_instructors (school_id, class_id, user_id, added_at)
    values (${schoolId}, ${classId}, ${instructor.userId}, now())`;
  await enroll(sql, schoolId, classId, learner.userId);
  const finished = await makeAttempt(sql, schoolId, course, learner.userId, 1, answered);
  await sql`update attempts set finished_at = now(), score = 0, max_score = ${finished.itemIds.length}
    where id = ${finished.id}`;
  const open = await makeAttempt(sql, schoolId, course, learner.userId, 2, answered);
  await sql`insert into lesson_progress
    (school_id, user_id, course_id, lesson_id, attempts, answers, best_share, last_share, last_active_at)
    values (${schoolId}, ${learner.userId}, ${course.id}, ${course.lessonId}, 1, 2, 0, 0, now())`;
  const card = await makeCard(sql, schoolId, course, learner.userId);
  const note = await makeNote(sql, schoolId, course, learner.userId);
  const exam = await makeExam(sql, schoolId, course, learner.userId, 2, answered);
  const certificate = await makeCertificate(sql, schoolId, course, learner);
  return {
    classId,
    className,
    joinCode,
    instructor,
    learner,
    open,
    finished,
    exam,
    certificate,
    card,
    note,
  };
}

async function makeExam(
  sql: Sql,
  schoolId: string,
  course: CourseMade,
  userId: string,
  number: number,
  answered: boolean,
): Promise<AttemptMade> {
  const ofNoLesson = { ...course, lessonId: null };
  const exam = await makeAttempt(sql, schoolId, ofNoLesson, userId, number, answered);
  const most = exam.itemIds.length;
  await sql`update attempts set finished_at = now(), score = ${most}, max_score = ${most} where id = ${exam.id}`;
  return exam;
}

/** Of the learner's first exam. */
async function makeCertificate(
  sql: Sql,
  schoolId: string,
  course: CourseMade,
  learner: Someone,
): Promise<string> {
  const exam = await makeExam(sql, schoolId, course, learner.userId, 1, false);
  const code = newCertificateCode();
  await sql`insert into certificates
    (school_id, id, user_id, course_id, attempt_id, code, name, course_title, share, issued_at)
    values (${schoolId}, ${randomUUID()}, ${learner.userId}, ${course.id}, ${exam.id}, ${code}, ${learner.name},
      'A course', 1, now())`;
  return code;
}

/** An attempt on every question of the lesson. */
export async function makeAttempt(
  sql: Sql,
  schoolId: string,
  course: Omit<CourseMade, 'lessonId'> & { lessonId: string | null },
  userId: string,
  number: number,
  answered: boolean,
): Promise<AttemptMade> {
  const id = randomUUID();
  await sql`insert into attempts
    (school_id, id, user_id, course_id, edition_id, lesson_id, number, started_at)
    values (${schoolId}, ${id}, ${userId}, ${course.id}, ${course.editionId}, ${course.lessonId}, ${number}, now())`;
  const rows = course.items.map((item, index) => ({
    school_id: schoolId,
    attempt_id: id,
    item_id: item.id,
    edition_id: course.editionId,
    position: index + 1,
    option_order: sql.json(item.prompt.options.map((option) => option.id)),
    choice_order: sql.json(item.prompt.choices),
  }));
  for (const row of rows) await sql`insert into attempt_items ${sql(row)}`;
  const first = course.items[0];
  if (first === undefined) throw new Error('the lesson has no questions');
  if (answered)
    await sql`insert into responses (school_id, id, attempt_id, item_id, answer, mark, answered_at)
    values (${schoolId}, ${randomUUID()}, ${id}, ${first.id}, ${sql.json(anyAnswer(first.prompt))}, 0, now())`;
  return { id, itemIds: course.items.map((item) => item.id) };
}

async function makeCard(
  sql: Sql,
  schoolId: string,
  course: CourseMade,
  userId: string,
): Promise<Half['card']> {
  const [id, reviewId] = [randomUUID(), randomUUID()];
  const [item] = course.items;
  if (item === undefined) throw new Error('the lesson has no questions');
  await sql`insert into cards (school_id, id, user_id, course_id, item_id, lesson_id, due_at, stability, difficulty,
    scheduled_days, reps, lapses, state, last_at)
    values (${schoolId}, ${id}, ${userId}, ${course.id}, ${item.id}, ${course.lessonId}, now() - interval '1 hour',
      1, 5, 1, 2, 0, 'review', now() - interval '1 day')`;
  await sql`insert into reviews (school_id, id, card_id, user_id, reps, edition_id, item_id, answer, mark, answered_at)
    values (${schoolId}, ${reviewId}, ${id}, ${userId}, 1, ${course.editionId}, ${item.id},
      ${sql.json(anyAnswer(item.prompt))}, 0, now() - interval '1 day')`;
  return { id, reps: 2, reviewId };
}

async function makeNote(
  sql: Sql,
  schoolId: string,
  course: CourseMade,
  userId: string,
): Promise<Half['note']> {
  const id = randomUUID();
  const words = `Words of ${id}`;
  await sql`insert into notes (school_id, id, user_id, course_id, lesson_id, edition_id, "start", "end", quote,
    before, after, words, created_at, updated_at)
    select ${schoolId}, ${id}, ${userId}, ${course.id}, l.id, l.edition_id, l."start", l."start" + 5,
      substring(e.text from l."start" + 1 for 5), '', '', ${words}, now(), now()
    from lessons l join editions e on e.id = l.edition_id
    where l.edition_id = ${course.editionId} and l.id = ${course.lessonId}`;
  return { id, words };
}

/** A class under a code that is free: a run makes so many classes that two codes meet once in some hundreds of runs. */
export async function makeClass(
  sql: Sql,
  {
    schoolId,
    classId,
    className,
    courseId,
  }: Record<'schoolId' | 'classId' | 'className' | 'courseId', string>,
  draw: () => string = newJoinCode,
): Promise<string> {
  for (;;) {
    const joinCode = draw();
    const made = await sql`insert into classes (school_id, id, name, course_id, join_code, created_at)
      values (${schoolId}, ${classId}, ${className}, ${courseId}, ${joinCode}, now())
      on conflict (school_id, join_code) do nothing returning id`;
    if (made.length > 0) return joinCode;
  }
}
