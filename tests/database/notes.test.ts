import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { changeNote } from '#db/commands/change-note.ts';
import { deleteNote } from '#db/commands/delete-note.ts';
import { markPassage, mostNotes } from '#db/commands/mark-passage.ts';
import { listLessonNotes, listNotes, readNote } from '#db/queries/notes.ts';
import type { Viewer } from '#lib/access/viewer.ts';
import { longestNote } from '#lib/course/note-words.ts';
import type { Point } from '#lib/course/passage.ts';
import { buildCourse } from '../fixtures/course.ts';
import {
  at,
  courseSlug,
  expectAbsent,
  granted,
  lessonSlug,
  ownDatabase,
  person,
  publishFixture,
  refusalOf,
} from './harness.ts';

const { owner } = ownDatabase();
beforeAll(async () => {
  await publishFixture();
});

type Marked = { noteId: string; from: Point; to: Point; words: string; course: string; edition: number };

/** The second sentence of the lesson, “Trade grew because costs fell.”, where nothing else is said. */
function mark(other: Partial<Marked> = {}) {
  return {
    noteId: randomUUID(),
    course: courseSlug,
    lesson: lessonSlug,
    edition: 1,
    from: { address: '1.2', at: 0 },
    to: { address: '1.2', at: null },
    words: 'Why costs?',
    ...other,
  };
}
const own = async (viewer: Viewer) => (await listLessonNotes(viewer, courseSlug, lessonSlug)).notes;

/** The fixture with other words in its text, of the same length or not: every offset is made anew. */
async function republish(slug: string, from: string, to: string) {
  const course = buildCourse({ title: slug });
  const shift = to.length - from.length;
  const cut = course.text.indexOf(from);
  if (cut < 0) throw new Error(`“${from}” is not in the text`);
  const moved = <T extends { start: number; end: number }>(span: T): T => ({
    ...span,
    start: span.start > cut ? span.start + shift : span.start,
    end: span.end > cut ? span.end + shift : span.end,
  });
  const text = course.text.replace(from, to);
  const sections = course.sections.map(moved);
  return publishFixture(
    { ...course, text, sections, blocks: course.blocks.map(moved), claims: [], items: [] },
    'public',
    slug,
  );
}

test('a mark keeps the words of the text and what stands around them, cut by the server', async () => {
  const learner = await person('learner');
  const input = mark({
    from: { address: '1.2', at: 6 },
    to: { address: '1.3', at: 4 },
    words: ' Why?\r\nHow? ',
  });
  expect(granted(await markPassage(learner, input, at(1)))).toEqual({ noteId: input.noteId });
  expect(await own(learner)).toEqual([
    {
      id: input.noteId,
      quote: 'grew because costs fell.\n\nSome',
      words: 'Why?\nHow?',
      createdAt: at(1),
      updatedAt: at(1),
      place: {
        address: '1.2',
        anchor: 's1-2',
        pieces: [
          { anchor: 's1-2', from: 6, to: 30 },
          { anchor: 's1-3', from: 0, to: 4 },
        ],
      },
    },
  ]);
  const [row] =
    await owner`select quote, before, after, "start", "end" from notes where id = ${input.noteId}`;
  const [edition] = await owner`select e.text from editions e join courses c on c.current_edition_id = e.id
    where c.slug = ${courseSlug}`;
  expect(String(edition?.text).slice(Number(row?.start), Number(row?.end))).toBe(row?.quote);
  expect(String(edition?.text)).toContain(`${row?.before}${row?.quote}${row?.after}`);
});

test('sent twice, or five times at once, it is one note', async () => {
  const learner = await person('learner');
  const input = mark();
  const all = await Promise.all(Array.from({ length: 5 }, () => markPassage(learner, input, at(1))));
  expect(all.map((one) => granted(one).noteId)).toEqual(Array.from({ length: 5 }, () => input.noteId));
  expect(await own(learner)).toHaveLength(1);
});

test('an old page’s id with something else to say takes nothing from the note that has it', async () => {
  const [learner, other] = [await person('learner'), await person('learner')];
  const first = mark();
  granted(await markPassage(learner, first, at(1)));
  const again = granted(await markPassage(learner, { ...first, words: 'Another thought' }, at(2)));
  const foreign = granted(await markPassage(other, { ...first, words: 'Mine' }, at(3)));
  expect(new Set([first.noteId, again.noteId, foreign.noteId]).size).toBe(3);
  expect((await own(learner)).map(({ words }) => words)).toEqual(['Why costs?', 'Another thought']);
  expect((await own(other)).map(({ words }) => words)).toEqual(['Mine']);
});

test('what is not in the lesson, or too long, is refused and nothing is kept', async () => {
  const learner = await person('learner');
  const refused = async (other: Partial<Marked>) => refusalOf(await markPassage(learner, mark(other), at(1)));
  expect(await refused({ from: { address: '2.1', at: 0 } })).toBe('no-such-place');
  expect(await refused({ from: { address: '1.2', at: 31 } })).toBe('no-such-place');
  expect(await refused({ to: { address: '1.2', at: 0 } })).toBe('nothing-marked');
  expect(await refused({ words: 'x'.repeat(longestNote + 1) })).toBe('words-too-long');
  await expectAbsent(markPassage(learner, mark({ edition: 99 }), at(1)));
  await expectAbsent(markPassage(learner, mark({ course: 'no-such-course' }), at(1)));
  expect(await listNotes(learner)).toEqual([]);
});

test('words of the full length, of any letters, are kept whole', async () => {
  const learner = await person('learner');
  const words = '😀'.repeat(longestNote / 2);
  granted(await markPassage(learner, mark({ words }), at(1)));
  expect((await own(learner))[0]?.words).toBe(words);
});

test('the words are changed and taken away, the note deleted, and only by whoever wrote it', async () => {
  const [learner, other] = [await person('learner'), await person('learner')];
  const { noteId } = granted(await markPassage(learner, mark(), at(1)));
  for (const stranger of [other, await person('admin')]) {
    await expectAbsent(readNote(stranger, noteId));
    await expectAbsent(changeNote(stranger, { noteId, words: 'Taken over' }, at(2)));
    await expectAbsent(deleteNote(stranger, noteId));
  }
  granted(await changeNote(learner, { noteId, words: 'Because of canals' }, at(3)));
  expect((await readNote(learner, noteId)).note).toMatchObject({
    words: 'Because of canals',
    createdAt: at(1),
    updatedAt: at(3),
  });
  const long = await changeNote(learner, { noteId, words: 'x'.repeat(longestNote + 1) }, at(4));
  expect(refusalOf(long)).toBe('words-too-long');
  granted(await changeNote(learner, { noteId, words: '' }, at(5)));
  expect((await own(learner)).map(({ words, quote }) => [words, quote])).toEqual([
    ['', 'Trade grew because costs fell.'],
  ]);
  await deleteNote(learner, noteId);
  expect(await own(learner)).toEqual([]);
  await expectAbsent(readNote(learner, noteId));
});

test('in a new edition a note stands where its words moved to, and one whose words are gone keeps them', async () => {
  const [learner, slug] = [await person('learner'), 'moving'];
  await publishFixture(buildCourse({ title: slug }), 'public', slug);
  const first = { course: slug, lesson: lessonSlug };
  const kept = mark({ ...first, words: 'kept' });
  const lost = mark({
    ...first,
    from: { address: '1.3', at: 0 },
    to: { address: '1.3', at: null },
    words: 'lost',
  });
  for (const note of [kept, lost]) granted(await markPassage(learner, note, at(1)));
  await republish(
    slug,
    'Some trade is paid in yuan.',
    'A little of it is paid in another money. So it is said.',
  );
  const inLesson = async () =>
    (await listLessonNotes(learner, slug, lessonSlug)).notes.map(({ words, quote, place }) => [
      words,
      quote,
      place?.address ?? null,
    ]);
  expect(await inLesson()).toEqual([
    ['kept', 'Trade grew because costs fell.', '1.2'],
    ['lost', 'Some trade is paid in yuan.', null],
  ]);
  // A page that was open all the while still marks what it showed.
  const late = mark({
    ...first,
    from: { address: '1.4', at: 0 },
    to: { address: '1.4', at: null },
    words: 'late',
  });
  granted(await markPassage(learner, late, at(2)));
  expect(await inLesson()).toContainEqual(['late', 'Some trade is paid in roubles.', '1.5']);
  // When the old text comes back, so does the place.
  await publishFixture(buildCourse({ title: slug }), 'public', slug);
  expect(await inLesson()).toContainEqual(['lost', 'Some trade is paid in yuan.', '1.3']);
});

test('all of one’s notes are listed by course and lesson, in the order of the text', async () => {
  const learner = await person('learner');
  const border = { lesson: 'borders', from: { address: '2.1', at: 0 }, to: { address: '2.1', at: null } };
  granted(await markPassage(learner, { ...mark({ words: 'third' }), ...border }, at(1)));
  granted(await markPassage(learner, mark({ words: 'second' }), at(2)));
  const begin = { from: { address: '1.1', at: 0 }, to: { address: '1.1', at: 6 } };
  granted(await markPassage(learner, mark({ words: 'first', ...begin }), at(3)));
  const listed = await listNotes(learner);
  expect(listed.map(({ slug }) => slug)).toEqual([courseSlug]);
  expect(listed[0]?.lessons.map(({ slug, notes }) => [slug, notes.map(({ words }) => words)])).toEqual([
    [lessonSlug, ['first', 'second']],
    ['borders', ['third']],
  ]);
});

test('a note of a course that is closed to its owner stays theirs, and leads nowhere', async () => {
  const [learner, slug] = [await person('learner'), 'closing'];
  await publishFixture(buildCourse({ title: 'Closing' }), 'public', slug);
  const { noteId } = granted(await markPassage(learner, mark({ course: slug }), at(1)));
  await publishFixture(buildCourse({ title: 'Closing' }), 'class', slug);
  await expectAbsent(listLessonNotes(learner, slug, lessonSlug));
  const [closed] = await listNotes(learner);
  expect(closed).toMatchObject({ slug: null, title: 'Closing', lessons: [{ slug: null }] });
  expect(closed?.lessons[0]?.notes[0]).toMatchObject({ id: noteId, words: 'Why costs?', place: null });
  expect((await readNote(learner, noteId)).course.slug).toBeNull();
  await deleteNote(learner, noteId);
});

test('nobody can keep more notes than anybody reads, and what is there can still be sent again', async () => {
  const learner = await person('learner');
  const input = mark();
  granted(await markPassage(learner, input, at(1)));
  await owner`
    insert into notes select school_id, gen_random_uuid(), user_id, course_id, lesson_id, edition_id, "start", "end",
      quote, before, after, words, created_at, updated_at
    from notes, generate_series(2, ${mostNotes}) where id = ${input.noteId}`;
  expect(refusalOf(await markPassage(learner, mark(), at(2)))).toBe('too-many-notes');
  expect(granted(await markPassage(learner, input, at(3)))).toEqual({ noteId: input.noteId });
  expect(refusalOf(await markPassage(learner, { ...input, words: 'more' }, at(4)))).toBe('too-many-notes');
});
