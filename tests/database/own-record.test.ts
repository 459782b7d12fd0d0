import { beforeAll, describe, expect, test } from 'vitest';
import { listOwnAttempts, listOwnCards, listOwnReviews, type PageOf } from '#db/queries/own-answers.ts';
import { listAnsweredQuestions } from '#db/queries/own-questions.ts';
import { readOwnRecord } from '#db/queries/own-record.ts';
import type { Viewer } from '#lib/access/viewer.ts';
import { recordJson } from '#lib/exchange/record.ts';
import { type ColumnRule, impersonalTables, personalTables } from '../access/personal-data.ts';
import { at, courseSlug, ownDatabase, person, publishFixture, servedItems } from './harness.ts';
import { type Life, liveWholeLife } from './whole-life.ts';

const { owner } = ownDatabase();
let life: Life;
let exported: unknown;

async function* pagesOf<T>(read: (after: string | null) => Promise<PageOf<T>>): AsyncGenerator<T[]> {
  let after: string | null = null;
  do {
    const page: PageOf<T> = await read(after);
    yield page.entries;
    after = page.next;
  } while (after !== null);
}

async function all<T>(read: (after: string | null) => Promise<PageOf<T>>): Promise<T[]> {
  const entries: T[] = [];
  for await (const page of pagesOf(read)) entries.push(...page);
  return entries;
}

async function exportOf(viewer: Viewer): Promise<string> {
  const lists = {
    attempts: pagesOf((after) => listOwnAttempts(viewer, after)),
    reviews: pagesOf((after) => listOwnReviews(viewer, after)),
    cards: pagesOf((after) => listOwnCards(viewer, after)),
  };
  let text = '';
  for await (const piece of recordJson(at(30), await readOwnRecord(viewer), lists)) text += piece;
  return text;
}

beforeAll(async () => {
  await publishFixture();
  life = await liveWholeLife(owner, 'Zelda Quixano');
  exported = JSON.parse(await exportOf(life.viewer));
});

test('every column of every table has a rule for those who take their data with them, and for those who go', async () => {
  const columns = await owner`
    select table_name as "table", column_name as name from information_schema.columns where table_schema = 'public'`;
  const inDatabase = columns.map((column) => `${column.table}.${column.name}`).sort();
  const ruled = [
    ...Object.entries(personalTables).flatMap(([table, { columns: own }]) =>
      Object.keys(own).map((name) => `${table}.${name}`),
    ),
    ...Object.entries(impersonalTables).flatMap(([table, names]) =>
      names.split(' ').map((name) => `${table}.${name}`),
    ),
  ];
  expect(inDatabase).toEqual(ruled.sort());
});

test('no table that is held to be of nobody leads to a person', async () => {
  const leads = await owner`
    select conrelid::regclass::text as "table" from pg_constraint
    where contype = 'f' and confrelid = 'users'::regclass`;
  expect(leads.length).toBeGreaterThan(8);
  expect(leads.filter(({ table }) => table in impersonalTables)).toEqual([]);
});

/** All that stands at a path of the export; lists on the way are gone through. */
function valuesAt(value: unknown, path: readonly string[]): unknown[] {
  if (Array.isArray(value))
    return path.length === 0 && !value.some((v) => typeof v === 'object')
      ? [value, ...value]
      : value.flatMap((entry) => valuesAt(entry, path));
  const [name, ...rest] = path;
  if (name === undefined) return value === undefined ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return valuesAt((value as Record<string, unknown>)[name], rest);
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));

describe('the export holds what its rule says', () => {
  test.each(Object.entries(personalTables))('of %s', async (table, { ownRows, columns }) => {
    const rows = await owner.unsafe(ownRows, [life.viewer.userId]);
    expect(rows.length, `${table} has a row of this person`).toBeGreaterThan(0);
    for (const [column, rule] of Object.entries(columns))
      expectRule(
        `${table}.${column}`,
        rule,
        rows.map((row) => row[column]),
      );
  });

  function expectRule(what: string, rule: ColumnRule, kept: unknown[]): void {
    if ('leftOut' in rule) {
      expect(rule.leftOut).not.toBe('');
      return;
    }
    const found = valuesAt(exported, ('at' in rule ? rule.at : rule.toldAt).split('.'));
    if ('toldAt' in rule)
      expect(
        found.filter((value) => value !== null && value !== ''),
        what,
      ).not.toEqual([]);
    else for (const value of kept) expect(found, what).toContainEqual(plain(value));
  }
});

test('the record names nobody else, and no item by its id', async () => {
  const text = JSON.stringify(exported);
  const others = await owner`select id, name from users where id <> ${life.viewer.userId}`;
  expect(others.length).toBeGreaterThan(0);
  for (const other of others) for (const word of [other.id, other.name]) expect(text).not.toContain(word);
  const items = await owner`select id from items`;
  for (const { id } of items) expect(text).not.toContain(`"${id}"`);
});

test('of an exam that is not handed in neither a mark is told nor what is remembered since', async () => {
  const attempts = await all((after) => listOwnAttempts(life.viewer, after));
  const sharesOf = (id: string) =>
    attempts
      .find((attempt) => attempt.id === id)
      ?.served.flatMap(({ answer }) => (answer === null ? [] : [answer.share]));
  expect(sharesOf(life.exam)).toEqual([0]);
  expect(sharesOf(life.openExam)).toEqual([null]);
  // The answer itself is theirs.
  expect(attempts.find(({ id }) => id === life.openExam)?.served[0]?.answer?.given).toHaveLength(1);
  await owner`insert into cards (school_id, id, user_id, course_id, item_id, lesson_id, due_at, stability, difficulty,
      scheduled_days, reps, lapses, state, last_at)
    select a.school_id, gen_random_uuid(), a.user_id, a.course_id, i.item_id, 'lesson-2', now(), 1, 5, 1, 1, 0, 'review', now()
    from attempts a join attempt_items i on i.attempt_id = a.id and i.position = 1 where a.id = ${life.openExam}`;
  const stems = (await all((after) => listOwnCards(life.viewer, after))).map(({ stem }) => stem);
  expect(stems.length).toBeGreaterThan(3);
  expect(stems.filter((stem) => stem.includes('border'))).toEqual([]);
  await owner`delete from cards where user_id = ${life.viewer.userId} and lesson_id = 'lesson-2'`;
});

test('cards for Anki are of what was answered, and of nothing that is being asked', async () => {
  const { viewer } = life;
  const notes = await all((after) => listAnsweredQuestions(viewer, after));
  const served = async (id: string) => (await servedItems(viewer, id)).map(({ prompt }) => prompt.stem);
  const waiting = (await served(life.open)).slice(1);
  const answered = [...(await served(life.finished)), ...(await served(life.open)).slice(0, 1)];
  const told = notes.map(({ item }) => item.stem);
  expect(told.sort()).toEqual([...new Set(answered)].filter((stem) => !waiting.includes(stem)).sort());
  expect(told.length).toBeGreaterThan(0);
  for (const note of notes) {
    expect(note.right).not.toBe('');
    expect(note.evidence.length).toBeGreaterThan(0);
    expect(note.course.slug).toBe(courseSlug);
    if (note.item.options.length > 0) expect(note.rationales.length).toBeGreaterThan(0);
  }
});

test('after the exam is handed in, its answered questions are told too', async () => {
  const before = await all((after) => listAnsweredQuestions(life.viewer, after));
  const finish = (at: Date | null) => owner`update attempts set finished_at = ${at?.toISOString() ?? null},
    score = ${at === null ? null : 0}, max_score = ${at === null ? null : 3} where id = ${life.openExam}`;
  await finish(at(40));
  const after = await all((after) => listAnsweredQuestions(life.viewer, after));
  await finish(null);
  expect(after.length).toBe(before.length + 1);
});

test('ten thousand answers come in pages, each of them once', async () => {
  const much = await person('learner', 'Much Read');
  await owner`insert into attempts (school_id, id, user_id, course_id, edition_id, lesson_id, number, started_at, finished_at, score, max_score)
    select a.school_id, gen_random_uuid(), ${much.userId}, a.course_id, a.edition_id, a.lesson_id, n, a.started_at, a.finished_at, a.score, a.max_score
    from attempts a, generate_series(1, 1430) n where a.id = ${life.finished}`;
  await owner`insert into attempt_items (school_id, attempt_id, item_id, edition_id, position, option_order, choice_order)
    select i.school_id, a.id, i.item_id, i.edition_id, i.position, i.option_order, i.choice_order
    from attempt_items i, attempts a where i.attempt_id = ${life.finished} and a.user_id = ${much.userId}`;
  await owner`insert into responses (school_id, id, attempt_id, item_id, answer, mark, answered_at)
    select r.school_id, gen_random_uuid(), a.id, r.item_id, r.answer, r.mark, r.answered_at
    from responses r, attempts a where r.attempt_id = ${life.finished} and a.user_id = ${much.userId}`;
  const seen = new Set<string>();
  let most = 0;
  for await (const page of pagesOf((after) => listOwnAttempts(much, after))) {
    most = Math.max(most, page.length);
    for (const { served } of page) for (const { answer } of served) if (answer !== null) seen.add(answer.id);
  }
  const [row] = await owner`select count(*)::int as n from responses r join attempts a on a.id = r.attempt_id
    where a.user_id = ${much.userId}`;
  expect(seen.size).toBe(row?.n);
  expect(seen.size).toBeGreaterThan(10_000);
  expect(most).toBeLessThan(100);
});
