import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { createClass } from '#db/commands/create-class.ts';
import { markPassage } from '#db/commands/mark-passage.ts';
import { search } from '#db/queries/search.ts';
import type { Viewer } from '#lib/access/viewer.ts';
import type { Course } from '#lib/course/model.ts';
import type { Piece } from '#lib/text/hits.ts';
import { buildCourse } from '../fixtures/course.ts';
import {
  at,
  courseSlug,
  enroll,
  granted,
  lessonSlug,
  ownDatabase,
  person,
  publishFixture,
} from './harness.ts';

const { owner } = ownDatabase();
beforeAll(async () => {
  await publishFixture();
});

async function found(viewer: Viewer | null, query: string) {
  const view = await search(viewer, query);
  if (view.is !== 'asked') throw new Error(`${query} is ${view.is}`);
  return view;
}
const textOf = (pieces: readonly Piece[]) =>
  pieces.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');
const sentences = async (query: string, viewer: Viewer | null = null) =>
  (await found(viewer, query)).lessons.flatMap(({ lesson, sentences: own }) =>
    own.map(({ anchor, pieces }) => `${lesson.slug}#${anchor} ${textOf(pieces)}`),
  );
const courses = async (viewer: Viewer | null, query: string) =>
  (await found(viewer, query)).lessons.map(({ course }) => course.slug);

/** The fixture with one sentence of its text said otherwise, in as many characters. */
function saying(title: string, words: string): Course {
  const course = buildCourse({ title });
  const old = 'Gold is not used.';
  return {
    ...course,
    text: course.text.replace(old, words.padEnd(old.length, '.').slice(0, old.length)),
    claims: [],
  };
}

test('a word is found in any of its forms, in the sentences that have it, and leads to them', async () => {
  expect(await sentences('crossing')).toEqual(['borders#s2-4 [Crossings] reopened in spring.']);
  expect(await sentences('PAID trades')).toEqual([
    'trade-and-money#s1-3 Some [trade] is [paid] in yuan.',
    'trade-and-money#s1-4 Some [trade] is [paid] in roubles.',
    'trade-and-money#s1-2 [Trade] grew because costs fell.',
  ]);
});

test('words that stand in one lesson and in no one sentence are found in the sentences that have some', async () => {
  expect(await sentences('border patrols')).toEqual([
    'borders#s2-1 The [border] is long.',
    'borders#s2-3 [Patrols] are joint.',
  ]);
  expect((await found(null, 'border patrols')).lessons[0]?.lesson.title).toEqual([
    { text: 'Borders', hit: true },
  ]);
});

test('a phrase, an alternative and a word that must not be there', async () => {
  expect(await sentences('"gas contract"')).toEqual([
    'trade-and-money#s1-7 In 2014 a [gas] [contract] followed.',
  ]);
  expect(await sentences('patrols or treaty')).toHaveLength(2);
  expect(await sentences('border -patrols')).toEqual([]);
});

test('of many sentences three are shown, and how many more there are', async () => {
  const [lesson] = (await found(null, 'trade or gas or limits or gold')).lessons;
  expect([lesson?.sentences.length, lesson?.more]).toEqual([3, 4]);
});

test('a lesson whose title says it comes before one whose text does', async () => {
  const view = await found(null, 'trade or border');
  expect(view.lessons.map(({ lesson }) => lesson.slug).sort()).toEqual(['borders', 'trade-and-money']);
  const [only] = (await found(null, 'afterword')).lessons;
  expect([only?.lesson.title, only?.sentences, only?.more]).toEqual([
    [{ text: 'Afterword', hit: true }],
    [],
    0,
  ]);
});

test('nothing, too much, and words that say nothing are each told apart', async () => {
  for (const query of ['', '   ', '\u0000', '\u200b']) expect((await search(null, query)).is).toBe('empty');
  expect((await search(null, 'x'.repeat(201))).is).toBe('long');
  for (const query of ['the', 'the of and', '!!!', '-gold', '"the"', '&|!()<->:*'])
    expect((await search(null, query)).is, query).toBe('wordless');
  expect(await found(null, 'nowhere')).toMatchObject({ lessons: [], notes: [], moreLessons: false });
});

test('characters that mean something to a database mean nothing here', async () => {
  for (const query of [
    "gold' or 1=1 --",
    'gold & | ! ( ) <-> :* \\',
    "'gold' & 'yuan'",
    'gold:*A',
    '"gold',
    '%gold_',
    '$1 gold',
    '<b>gold</b>',
    'http://gold.example/?a=1&b=2',
    'gold\u0000\ud800',
    'золото 黄金 gold 😀',
    `${'a&'.repeat(90)}`,
  ])
    expect((await search(null, query)).is, query).toMatch(/asked|wordless/);
  expect(await sentences('gold &')).toEqual(['trade-and-money#s1-5 [Gold] is not used.']);
});

test('only what the asker may read is found, in its current edition', async () => {
  await publishFixture(saying('Kept', 'Zinc is not used.'), 'class', 'kept');
  const [outsider, instructor] = [await person('learner'), await person('instructor')];
  const member = await person('learner');
  const { joinCode } = granted(await createClass(instructor, { name: 'Ours', course: 'kept' }, at(1)));
  await enroll(member, joinCode);
  expect(await courses(null, 'zinc')).toEqual([]);
  expect(await courses(outsider, 'zinc')).toEqual([]);
  expect(await courses(member, 'zinc')).toEqual(['kept']);
  expect(await courses(instructor, 'zinc')).toEqual(['kept']);
  const school = randomUUID();
  await owner`insert into schools (id, name, created_at) values (${school}, 'Another', now())`;
  expect(await courses(await person('admin', 'Elsewhere', school), 'zinc')).toEqual([]);
  await publishFixture(saying('Kept', 'Lead is not used.'), 'class', 'kept');
  expect(await courses(member, 'zinc')).toEqual([]);
  expect(await courses(member, 'lead')).toEqual(['kept']);
});

test('publishing writes the same words as the migration did for what was there before', async () => {
  const rows = await owner`
    select l.words = setweight(to_tsvector('english', l.title), 'A')
      || to_tsvector('english', substring(e.text from l.start + 1 for l."end" - l.start)) as same
    from lessons l join editions e on e.id = l.edition_id`;
  expect(rows.length).toBeGreaterThan(2);
  expect(rows.every((row) => row.same)).toBe(true);
});

test('an edition without words is found by its text, and ranked with the others', async () => {
  const { editionId } = await publishFixture(saying('Old', 'Iron is not used.'), 'public', 'old');
  const query = 'iron';
  const before = await found(null, query);
  expect(before.lessons.map(({ course }) => course.slug)).toEqual(['old']);
  await owner`update lessons set words = null where edition_id = ${editionId}`;
  expect(await found(null, query)).toEqual(before);
  expect((await courses(null, 'yuan')).sort()).toContain('old');
});

test('a lesson longer than the database keeps words of is published, and found by its beginning', async () => {
  const course = buildCourse({ title: 'Long' });
  const words = Array.from({ length: 300_000 }, (_, at) => `w${at.toString(36)}`).join(' ');
  const last = course.sections.at(-1);
  const block = course.blocks.at(-1);
  if (last === undefined || block === undefined) throw new Error('the fixture is empty');
  const text = `${course.text} ${words}.`;
  const long = {
    ...course,
    text,
    sections: [...course.sections.slice(0, -1), { ...last, end: text.length }],
    blocks: [...course.blocks.slice(0, -1), { ...block, end: text.length }],
  };
  expect((await publishFixture(long, 'public', 'long')).created).toBe(true);
  expect(await courses(null, 'wrs')).toEqual(['long']);
});

test('one’s own notes are found by their words and by their quotation, nobody else’s', async () => {
  const [learner, other] = [await person('learner'), await person('learner')];
  const mark = {
    course: courseSlug,
    lesson: lessonSlug,
    edition: 1,
    from: { address: '1.3', at: 0 },
    to: { address: '1.3', at: null },
  };
  const words = { yuan: 'Compare with silver coins', cyrillic: 'Юань и рубли', chinese: '人民币的作用' };
  for (const each of Object.values(words))
    granted(await markPassage(learner, { ...mark, noteId: randomUUID(), words: each }, at(1)));
  const own = async (viewer: Viewer | null, query: string) =>
    (await found(viewer, query)).notes.map((note) => textOf(note.words));
  expect(await own(learner, 'coin')).toEqual(['Compare with silver [coins]']);
  expect(await own(learner, 'рубли')).toEqual(['Юань и [рубли]']);
  expect(await own(learner, '作用')).toEqual([words.chinese]);
  expect((await own(learner, 'yuan')).sort()).toEqual(Object.values(words).sort());
  expect(await own(other, 'coin')).toEqual([]);
  expect(await own(null, 'coin')).toEqual([]);
  const [note] = (await found(learner, 'coin')).notes;
  expect(note).toMatchObject({ lesson: { course: courseSlug, slug: lessonSlug }, address: '1.3' });
});

test('no search shows more than ten lessons and ten notes, and it says that there are more', async () => {
  for (let n = 1; n <= 11; n += 1)
    await publishFixture(saying(`Many ${n}`, 'Tin is not used.'), 'public', `many-${n}`);
  const view = await found(null, 'tin');
  expect([view.lessons.length, view.moreLessons]).toEqual([10, true]);
});
