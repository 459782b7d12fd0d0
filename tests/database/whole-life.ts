import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { changePassword } from '#db/commands/change-password.ts';
import { createClass } from '#db/commands/create-class.ts';
import { recordResponse } from '#db/commands/record-response.ts';
import { recordReview } from '#db/commands/record-review.ts';
import { removeLearner } from '#db/commands/remove-learner.ts';
import { visitLesson } from '#db/commands/visit-lesson.ts';
import { hashPassword } from '#db/password-hash.ts';
import type { Viewer } from '#lib/access/viewer.ts';
import {
  at,
  courseSlug,
  enroll,
  granted,
  inputFor,
  lessonSlug,
  person,
  servedItems,
  start,
} from './harness.ts';

type Sql = postgres.Sql;

export const password = 'a lamp that burns slowly';

export type Life = {
  viewer: Viewer;
  email: string;
  /** Words that only this person wrote. */
  own: string[];
  finished: string;
  open: string;
  exam: string;
  openExam: string;
  classId: string;
};

/** Somebody who has a row in every table that holds people's data; of the fixture course, which is published. */
export async function liveWholeLife(sql: Sql, name: string): Promise<Life> {
  const viewer = await person('instructor', name);
  const mark = viewer.userId.slice(0, 8);
  const email = `${mark}.own@school.example`;
  await sql`update users set email = ${email.toUpperCase()}, email_folded = ${email},
    password_hash = ${await hashPassword(password)} where id = ${viewer.userId}`;
  await sql`update sessions set user_agent = ${`Agent of ${mark}`} where id = ${viewer.sessionId}`;
  granted(await changePassword(viewer, { current: password, next: password }, at(1)));
  const { classId } = granted(
    await createClass(viewer, { name: 'A class of theirs', course: courseSlug }, at(1)),
  );
  const other = await person('instructor', 'Colleague');
  const theirs = granted(await createClass(other, { name: 'A class of another', course: courseSlug }, at(1)));
  await enroll(viewer, theirs.joinCode);
  await removeLearner(other, { classId: theirs.classId, userId: viewer.userId }, at(2));
  await visitLesson(viewer, courseSlug, lessonSlug, at(2));

  const finished = await start(viewer);
  for (const [index, item] of (await servedItems(viewer, finished)).entries())
    granted(
      await recordResponse(
        viewer,
        { ...inputFor(finished, item, index > 1), certainty: (index % 3) + 1 },
        at(3),
      ),
    );
  const open = await start(viewer, undefined, 'again', at(10));
  const [first] = await servedItems(viewer, open);
  if (first === undefined) throw new Error('nothing was served');
  granted(await recordResponse(viewer, inputFor(open, first, true), at(11)));
  await sql`update attempt_items set marked = true, reason = 'missed' where attempt_id = ${open} and position = 2`;
  const exam = await sitExam(sql, viewer, 1, at(20));
  const openExam = await sitExam(sql, viewer, 2, null);
  await reviewOne(sql, viewer);

  const own = [`note of ${mark}`, `dispute of ${mark}`, `"${mark}" quotes`];
  await sql`insert into notes (school_id, id, user_id, course_id, lesson_id, edition_id, start, "end", quote,
      before, after, words, created_at, updated_at)
    select school_id, ${randomUUID()}, user_id, course_id, lesson_id, edition_id, 3, 9, 'marked', 'be', 'af',
      ${own[0] ?? ''}, now(), now() from attempts where id = ${finished}`;
  await sql`insert into disputes (school_id, id, user_id, edition_id, item_id, attempt_id, quote, words, created_at)
    select a.school_id, ${randomUUID()}, a.user_id, a.edition_id, i.item_id, a.id, ${own[2] ?? ''}, ${own[1] ?? ''}, now()
    from attempts a join attempt_items i on i.attempt_id = a.id and i.position = 1 where a.id = ${finished}`;
  await sql`insert into learner_settings (school_id, user_id, daily_cap, weekly_goal, updated_at)
    values (${viewer.schoolId}, ${viewer.userId}, 33, 4, now())`;
  const code = mark.toUpperCase().padEnd(16, 'X');
  await sql`insert into certificates (school_id, id, user_id, course_id, attempt_id, code, name, course_title, share, issued_at)
    select school_id, ${randomUUID()}, user_id, course_id, id, ${code}, ${name}, 'Fixture course', 0.75, now()
    from attempts where id = ${exam}`;
  return { viewer, email, own: [...own, code, `Agent of ${mark}`], finished, open, exam, openExam, classId };
}

/** A mixed exam of the second lesson's questions, the first of them answered. */
async function sitExam(sql: Sql, viewer: Viewer, number: number, finishedAt: Date | null): Promise<string> {
  const id = randomUUID();
  const done = finishedAt?.toISOString() ?? null;
  await sql`insert into attempts (school_id, id, user_id, course_id, edition_id, lesson_id, number, started_at,
      finished_at, score, max_score)
    select school_id, ${id}, ${viewer.userId}, id, current_edition_id, null, ${number}, ${at(15).toISOString()},
      ${done}, ${done === null ? null : 0}, ${done === null ? null : 3}
    from courses where slug = ${courseSlug} and school_id = ${viewer.schoolId}`;
  await sql`insert into attempt_items (school_id, attempt_id, item_id, edition_id, position, option_order, choice_order)
    select a.school_id, a.id, l.item_id, l.edition_id, l.position, '[]', '[]'
    from attempts a join lesson_items l on l.edition_id = a.edition_id and l.lesson_id = 'lesson-2' where a.id = ${id}`;
  const [first] = await servedItems(viewer, id);
  if (first === undefined) throw new Error('nothing was served');
  const input = inputFor(id, first, false);
  await sql`insert into responses (school_id, id, attempt_id, item_id, answer, mark, certainty, answered_at)
    values (${viewer.schoolId}, ${input.responseId}, ${id}, ${first.itemId}, ${sql.json(input.answer)}, 0, 2, ${at(16).toISOString()})`;
  return id;
}

async function reviewOne(sql: Sql, viewer: Viewer): Promise<void> {
  const cards = await sql`select c.id, c.reps, c.item_id, i.prompt, i.key from cards c
    join items i on i.school_id = c.school_id and i.id = c.item_id
    where c.user_id = ${viewer.userId} and not exists (
      select from attempts a join attempt_items s on s.attempt_id = a.id
      where a.user_id = c.user_id and a.finished_at is null and s.item_id = c.item_id)
    order by c.id limit 1`;
  const [card] = cards;
  if (card === undefined) throw new Error('no card is free for review');
  const item = { itemId: String(card.item_id), position: 1, prompt: card.prompt, key: card.key };
  const { answer } = inputFor('', item, true);
  const given = {
    cardId: String(card.id),
    reps: Number(card.reps),
    reviewId: randomUUID(),
    answer,
    certainty: 3,
  };
  granted(await recordReview(viewer, given, at(60 * 24 * 60)));
}
