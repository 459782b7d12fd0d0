import { beforeAll, expect, test } from 'vitest';
import { recordResponse } from '#db/commands/record-response.ts';
import { readCheck } from '#db/queries/checks.ts';
import { readLesson } from '#db/queries/courses.ts';
import { readGlossary } from '#db/queries/glossary.ts';
import type { Viewer } from '#lib/access/viewer.ts';
import type { Course } from '#lib/course/model.ts';
import { findLeaks, plantCanaries } from '../e2e/leaks.ts';
import { buildCourse } from '../fixtures/course.ts';
import {
  at,
  courseSlug,
  expectAbsent,
  granted,
  inputFor,
  lessonSlug,
  ownDatabase,
  person,
  publishFixture,
  refusalOf,
  servedItems,
  sit,
  start,
} from './harness.ts';

const { owner } = ownDatabase();
const planted = plantCanaries(buildCourse());
const course: Course = planted.course;

beforeAll(async () => {
  await publishFixture(course);
  await publishFixture(buildCourse(), 'class', 'hidden');
});

const itemOf = (stem: string) => course.items.find((item) => item.stem === stem);
const checksOf = async (viewer: Viewer | null) => (await readLesson(viewer, courseSlug, lessonSlug)).checks;

/** The answer that names the right option, or a wrong one. */
async function answerTo(number: number, isRight: boolean) {
  const check = (await checksOf(null)).find((one) => one.number === number);
  const options = itemOf(check?.item.stem ?? '')?.options ?? [];
  const option = options.find(({ correct }) => correct === isRight);
  return { number, answer: { kind: 'single' as const, option: option?.id ?? '' } };
}

const leaksOf = (value: unknown, allowed: string[] = []) =>
  findLeaks(JSON.stringify(value), planted.canaries, { allowed: new Set(allowed), structure: false });

test('a lesson asks between its paragraphs what its quiz does not, and tells no key with it', async () => {
  const checks = await checksOf(null);
  expect(checks.length).toBeGreaterThan(1);
  expect(checks.map(({ number }) => number)).toEqual(checks.map((_, index) => index + 1));
  const quiz = course.items.filter((item) => item.selected && item.lessonId === 'lesson-1');
  const asked = new Set(quiz.flatMap((item) => item.evidence.map(({ start: from }) => from)));
  const { paragraphs } = await readLesson(null, courseSlug, lessonSlug);
  for (const { item, after } of checks) {
    const own = itemOf(item.stem);
    expect(own?.selected).toBe(false);
    // An item's name is made from its key.
    expect(JSON.stringify(checks)).not.toContain(`"${own?.id}"`);
    for (const { start: from, end } of own?.evidence ?? []) {
      expect(asked.has(from)).toBe(false);
      expect(end, 'it has been read when it is asked').toBeLessThanOrEqual(paragraphs[after]?.end ?? 0);
    }
  }
  expect(leaksOf(checks)).toEqual([]);
});

test('a question that runs on into a sentence of the quiz is not asked', async () => {
  const longer = buildCourse();
  const runsOn = longer.items.find((item) => item.id === 'other-1');
  const next = longer.items.find((item) => item.id === 'true-false')?.evidence[0];
  const [own] = runsOn?.evidence ?? [];
  if (runsOn === undefined || own === undefined || next === undefined) throw new Error('another fixture');
  expect(next.start).toBe(own.end + 1);
  runsOn.evidence = [{ start: own.start, end: next.end, quote: longer.text.slice(own.start, next.end) }];
  await publishFixture(longer, 'public', 'longer');
  const { checks } = await readLesson(null, 'longer', lessonSlug);
  const stems = checks.map(({ item }) => item.stem);
  expect(stems).not.toContain(runsOn.stem);
  expect(stems).toContain('What does other-2 ask?');
  expect((await checksOf(null)).map(({ item }) => item.stem)).toContain(runsOn.stem);
});

test('an answer is told its reason and its sentence, of that question alone, to a reader without an account', async () => {
  const [first] = await checksOf(null);
  const id = itemOf(first?.item.stem ?? '')?.id ?? '';
  for (const isRight of [true, false]) {
    const checked = granted(await readCheck(null, courseSlug, lessonSlug, await answerTo(1, isRight)));
    expect(checked.mark).toBe(isRight ? 1 : 0);
    expect(checked.explanation.options.filter(({ chosen }) => chosen)).toHaveLength(1);
    expect(checked.explanation.evidence.map(({ quote }) => quote)).toEqual(
      itemOf(checked.item.stem)?.evidence.map(({ quote }) => quote),
    );
    expect(leaksOf(checked)).not.toEqual([]);
    expect(leaksOf(checked, [id])).toEqual([]);
    expect(JSON.stringify(checked)).not.toContain(`"${id}"`);
  }
});

test('an answer while reading leaves no row behind', async () => {
  const learner = await person('learner');
  const countAll = async () => {
    const rows = await owner`
      select (select count(*) from attempts)::int as attempts, (select count(*) from responses)::int as responses,
        (select count(*) from reviews)::int as reviews, (select count(*) from cards)::int as cards,
        (select count(*) from lesson_progress)::int as progress`;
    return rows[0];
  };
  const before = await countAll();
  granted(await readCheck(learner, courseSlug, lessonSlug, await answerTo(1, true)));
  granted(await readCheck(learner, courseSlug, lessonSlug, await answerTo(2, false)));
  expect(await countAll()).toEqual(before);
});

test('nothing is told while a quiz of the reader waits for that answer; afterwards, and to others, it is', async () => {
  const [learner, other] = [await person('learner'), await person('learner')];
  await sit(learner, await start(learner), 7);
  // The second quiz of the fixture asks all that the first did not.
  const attempt = await start(learner, lessonSlug, 'two', at(10));
  const served = await servedItems(learner, attempt);
  const open = (await checksOf(learner)).find(({ item }) =>
    served.some(({ prompt }) => prompt.stem === item.stem),
  );
  const given = await answerTo(open?.number ?? 0, true);
  const ask = (viewer: Viewer | null) => readCheck(viewer, courseSlug, lessonSlug, given);
  expect(refusalOf(await ask(learner))).toBe('asked-now');
  granted(await ask(other));
  const item = served.find(({ prompt }) => prompt.stem === open?.item.stem);
  if (item === undefined) throw new Error('the quiz asks no such question');
  granted(await recordResponse(learner, inputFor(attempt, item, false), at(11)));
  granted(await ask(learner));
});

test('what is no answer to the question is refused, and what is not there is absent', async () => {
  const right = await answerTo(1, true);
  const misfits = [
    { number: 1, answer: { kind: 'single' as const, option: 'nobody-s' } },
    { number: 1, answer: { kind: 'short' as const, text: 'Costs fell' } },
    { number: 2, answer: right.answer },
  ];
  for (const misfit of misfits)
    expect(refusalOf(await readCheck(null, courseSlug, lessonSlug, misfit))).toBe('answer-misfit');
  await expectAbsent(readCheck(null, courseSlug, lessonSlug, { ...right, number: 99 }));
  await expectAbsent(readCheck(null, courseSlug, 'no-such-lesson', right));
  await expectAbsent(readCheck(null, 'hidden', lessonSlug, right));
  await expectAbsent(readCheck(await person('learner'), 'hidden', lessonSlug, right));
});

test('the glossary has each term with its sentence, for whoever may read the course', async () => {
  const { terms } = await readGlossary(null, courseSlug);
  expect(terms).toEqual([
    {
      term: 'bloc',
      letter: 'B',
      definitions: [
        {
          text: 'A bloc is a group of states that act together.',
          place: { address: '1.1', lesson: lessonSlug, anchor: 's1-1' },
        },
      ],
      lessons: [{ slug: lessonSlug, title: 'Trade and money', position: 1 }],
    },
  ]);
  await expectAbsent(readGlossary(null, 'hidden'));
});
