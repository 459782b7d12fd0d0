import { beforeAll, expect, test } from 'vitest';
import { recordResponse } from '#db/commands/record-response.ts';
import { listMistakes } from '#db/queries/mistakes.ts';
import {
  at,
  courseSlug,
  granted,
  inputFor,
  lessonSlug,
  ownDatabase,
  person,
  publishFixture,
  servedItems,
  sit,
  start,
} from './harness.ts';

ownDatabase();
beforeAll(async () => {
  await publishFixture();
});

test('nobody’s answers are listed but one’s own, and no more than was answered', async () => {
  const [learner, other] = [await person('learner'), await person('learner')];
  await sit(other, await start(other), 0);
  expect(await listMistakes(learner)).toEqual({ mistakes: [], more: false });
});

test('what was answered wrong stands there with its sentence, the latest first', async () => {
  const learner = await person('learner');
  const attemptId = await start(learner);
  const served = await servedItems(learner, attemptId);
  await sit(learner, attemptId, 5);
  const { mistakes, more } = await listMistakes(learner);
  expect(more).toBe(false);
  expect(mistakes.map(({ missed }) => missed.stem).sort()).toEqual(
    served
      .slice(5)
      .map(({ prompt }) => prompt.stem)
      .sort(),
  );
  for (const { attemptId: from, course, lesson, missed } of mistakes) {
    expect([from, course.slug, lesson.slug]).toEqual([attemptId, courseSlug, lessonSlug]);
    expect(missed.answerText).not.toBeNull();
    expect(missed.quote).not.toBeNull();
  }
});

test('a question answered right since has left, and one that an open quiz asks is not told', async () => {
  const learner = await person('learner');
  await sit(learner, await start(learner), 0);
  const wrong = async () => (await listMistakes(learner)).mistakes.map(({ missed }) => missed.stem);
  const before = await wrong();
  expect(before).toHaveLength(7);
  // The fixture's second quiz asks the questions that were left; the third one old ones again.
  await sit(learner, await start(learner, lessonSlug, 'two', at(10)), 7, at(11));
  expect(await wrong()).toEqual(before);
  const third = await start(learner, lessonSlug, 'three', at(20));
  const again = (await servedItems(learner, third)).filter(({ prompt }) => before.includes(prompt.stem));
  expect(again.length).toBeGreaterThan(0);
  const stems = again.map(({ prompt }) => prompt.stem);
  expect((await wrong()).filter((stem) => stems.includes(stem))).toEqual([]);
  for (const item of await servedItems(learner, third))
    granted(
      await recordResponse(
        learner,
        inputFor(third, item, item !== undefined && stems[0] === item.prompt.stem),
        at(21),
      ),
    );
  const after = await wrong();
  expect(after).not.toContain(stems[0]);
  expect(after).toEqual(expect.arrayContaining(stems.slice(1)));
});
