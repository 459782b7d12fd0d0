import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { normalised } from '#lib/compiler/wording.ts';
import type { Course, Item } from '#lib/course/model.ts';
import { presentItem, promptOf } from '#lib/course/present-item.ts';
import { presentOrder } from '#lib/mastery/present-order.ts';
import { fingerprint } from '#lib/text/fingerprint.ts';
import { type Answered, actionBody, ask, cookieOf } from '../access/ask.ts';
import { type Person, pageRules, persons } from '../access/rules.ts';
import { anyAnswer, makeWorld, someoneOf, type World } from '../access/world.ts';
import { type Ground, test } from './ground.ts';
import { type Canaries, findLeaks, plantCanaries } from './leaks.ts';

/** Promise 5: no key, rationale or claim leaves the server before the answer to its question is committed. */

const nothing: ReadonlySet<string> = new Set();
const none = { allowed: nothing, structure: true };

test('a question as it is asked holds no canary and no field that a key stands in', ({ ground }) => {
  const { course, canaries } = plantCanaries(ground.allKinds());
  for (const item of course.items)
    expect(findLeaks(JSON.stringify(asked(item)), canaries, none), item.stem).toEqual([]);
});

test('a presentation that spread the whole item would be found, however it was escaped', ({ ground }) => {
  const { course, canaries } = plantCanaries(ground.allKinds());
  const leaking = (item: Item) => ({ ...item, ...asked(item) });
  for (const item of course.items) {
    const flight = JSON.stringify(leaking(item));
    const script = `self.__next_f.push([1,${JSON.stringify(`7:${flight}`)}])`;
    for (const text of [flight, script, JSON.stringify(script)])
      expect(findLeaks(text, canaries, none).length, item.stem).toBeGreaterThan(0);
  }
});

test('a presentation that only said which option is right would be found', ({ ground }) => {
  const { course, canaries } = plantCanaries(ground.allKinds());
  for (const item of course.items.filter((one) => one.options.length > 0)) {
    const options = item.options.map(({ id, text, correct }) => ({ id, text, correct }));
    expect(findLeaks(JSON.stringify({ ...asked(item), options }), canaries, none).length).toBeGreaterThan(0);
  }
});

test('the order of options and choices says nothing of the key', ({ ground }) => {
  for (const item of ground.allKinds().items) {
    const prompt = promptOf(item);
    const orders = Array.from({ length: 600 }, (_, seed) => presentOrder(prompt, `seed ${seed}`));
    if (item.kind === 'single') {
      const key = item.options.find((option) => option.correct)?.id ?? '';
      const isScale = new Set(orders.map(({ optionOrder }) => optionOrder.join())).size === 1;
      if (isScale) continue;
      const places = counted(orders.map(({ optionOrder }) => optionOrder.indexOf(key)));
      const expected = orders.length / item.options.length;
      for (let place = 0; place < item.options.length; place += 1)
        // Five standard deviations of a fair draw.
        expect(Math.abs((places.get(place) ?? 0) - expected), `${item.stem}, place ${place}`).toBeLessThan(
          5 * Math.sqrt(expected),
        );
    }
    const right = item.kind === 'matching' ? item.pairs.map((pair) => pair.right) : item.order;
    if (right.length < 2) continue;
    const inOrder = orders.filter(({ choiceOrder }) => choiceOrder.join('|') === right.join('|')).length;
    const expected = orders.length / factorial(new Set(right).size);
    expect(inOrder, `${item.stem} in its right order`).toBeLessThan(expected + 5 * Math.sqrt(expected) + 1);
  }
});

test('nobody can compute the key from what a question shows', async ({ ground }) => {
  const world = await worldOf(ground);
  const cookie = await cookieOf(world.left.learner.session, ground.secret);
  let computed = 0;
  let tried = 0;
  for (const [at, item] of world.course.items.entries()) {
    if (item.prompt.kind !== 'single' && item.prompt.kind !== 'true-false') continue;
    const { body } = await ask(ground.origin, {
      path: `/learn/quiz/${world.left.open.id}/${at + 1}`,
      cookie,
    });
    expect(body, 'the question is shown').toContain('name="responseId"');
    expect(body, 'the item is not named').not.toContain(item.id);
    tried += 1;
    // The compiler is public: whoever knows how ids are made tries each option as the key.
    const { stem, options, kind } = item.prompt;
    const guesses = options.filter((option) => {
      const others = options.filter((other) => other !== option).map((other) => normalised(other.text));
      const id = fingerprint(
        'i',
        kind,
        normalised(stem),
        normalised(option.text),
        '|',
        ...others.sort(),
        '|',
      );
      return body.includes(id);
    });
    if (guesses.length === 1 && item.key.correct.includes(guesses[0]?.id ?? '')) computed += 1;
  }
  expect(tried).toBeGreaterThan(0);
  expect(computed, `keys computed from ${tried} questions as they were shown`).toBe(0);
});

test('before any answer, no key is in anything that anybody is sent but a teacher, about their own class', async ({
  ground,
}) => {
  test.slow();
  const { world, canaries, course } = await planted(ground);
  await Promise.all(
    persons.map((person) => crawl(ground, world, person, canaries, rulesOf(person, course, none))),
  );
});

test('after one answer, that answer alone is told, to its learner and on the pages of teachers', async ({
  ground,
}) => {
  test.slow();
  const { world, canaries, course } = await planted(ground);
  const cookie = await cookieOf(world.left.learner.session, ground.secret);
  const item = world.course.items[1];
  if (item === undefined) throw new Error('the course has one question only');
  const saved = await ask(ground.origin, {
    method: 'POST',
    path: `/api/attempts/${world.left.open.id}/responses`,
    cookie,
    headers: { origin: ground.origin, 'content-type': 'application/json' },
    body: JSON.stringify({
      position: 2,
      responseId: crypto.randomUUID(),
      answer: anyAnswer(item.prompt),
    }),
  });
  expect(saved.status, saved.body).toBe(200);
  expect(findLeaks(saved.body, canaries, none), 'the reply to an answer tells nothing itself').toEqual([]);
  const answered = new Set(course.items.filter((one) => one.stem === item.prompt.stem).map((one) => one.id));
  expect(answered.size).toBe(1);
  const seen = await crawl(ground, world, 'learner', canaries, () => ({
    allowed: answered,
    structure: true,
  }));
  expect(seen, 'its learner is told why').toContain('canary');
  await Promise.all(
    persons
      .filter((person) => person !== 'learner')
      .map((person) => crawl(ground, world, person, canaries, rulesOf(person, course, none))),
  );
});

test('an attempt handed in with open questions tells nothing of those', async ({ ground }) => {
  const { world, canaries } = await planted(ground);
  await crawl(ground, world, 'learner', canaries, () => none, [
    `/learn/quiz/${world.left.finished.id}/result`,
  ]);
});

test('starting a quiz sends no key along with the way to it', async ({ ground }) => {
  const { world, canaries } = await planted(ground);
  const cookie = await cookieOf(world.left.instructor.session, ground.secret);
  const { body, type } = await actionBody(
    { course: world.course.slug, lesson: world.course.lessonSlug },
    true,
  );
  const answer = await ask(ground.origin, {
    method: 'POST',
    path: `/courses/${world.course.slug}/${world.course.lessonSlug}`,
    cookie,
    headers: {
      origin: ground.origin,
      'next-action': ground.actionIds().get('learn/actions.ts startQuiz') ?? '',
      'content-type': type,
    },
    body,
  });
  expect(answer.headers['x-action-redirect'], 'the quiz is begun').toContain('/learn/quiz/');
  expect(findLeaks(textOf(answer), canaries, none)).toEqual([]);
});

test('the scripts hold no key of any course, and no source map is served', async ({ ground }) => {
  const { canaries } = await planted(ground);
  const files = readdirSync(join(ground.buildFolder, 'static'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ground.buildFolder.length));
  const scripts = files.filter((file) => file.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(3);
  expect(files.filter((file) => file.endsWith('.map'))).toEqual([]);
  const rationales = readBundledRationales();
  expect(rationales.length).toBeGreaterThan(20);
  for (const file of scripts) {
    const path = `/_next${file}`;
    const script = await ask(ground.origin, { path });
    expect(script.status, path).toBe(200);
    expect(script.body, path).not.toMatch(/[#@] sourceMappingURL=(?!data:)/);
    expect(findLeaks(script.body, canaries, { allowed: nothing, structure: false }), path).toEqual([]);
    for (const text of rationales) expect(script.body.includes(text), `${path} holds "${text}"`).toBe(false);
    const map = await ask(ground.origin, { path: `${path}.map` });
    expect(map.status, `${path}.map`).toBe(404);
  }
});

/** What is asked of an item, in its own order. */
function asked(item: Item) {
  return presentItem(promptOf(item), { optionOrder: [], choiceOrder: [] });
}

type Rule = { allowed: ReadonlySet<string>; structure: boolean };
type Rules = (path: string) => Rule;

/** Who teaches may read the keys: beside what a learner was asked, in the analysis of a quiz, and to take along. */
function rulesOf(person: Person, course: Course, others: Rule): Rules {
  const teaches = person === 'instructor' || person === 'otherInstructor' || person === 'admin';
  const keys = { allowed: new Set(course.items.map((item) => item.id)), structure: true };
  return (path) =>
    teaches && /^\/teach\/classes\/[^/]+\/(?:attempts\/[^/]+$|analysis\/|questions\/)/.test(path)
      ? keys
      : others;
}

/** Every page and handler as this person, and every link found on the way, in each form that Next sends. */
async function crawl(
  ground: Ground,
  world: World,
  person: Person,
  canaries: Canaries,
  rulesFor: Rules,
  only?: readonly string[],
): Promise<string> {
  const cookie =
    person === 'anonymous' ? null : await cookieOf(someoneOf(person, world).session, ground.secret);
  const start = only ?? [
    ...Object.values(pageRules).flatMap((rule) => [
      rule.path(world.left, world),
      rule.path(world.right, world),
      ...(rule.absent === null ? [] : [rule.absent]),
    ]),
    ...world.course.items.map((_, at) => `/learn/quiz/${world.left.open.id}/${at + 1}`),
    `/learn/quiz/${world.left.open.id}/result`,
    ...['session', 'providers', 'csrf', 'signin', 'error', 'nonsense'].map((name) => `/api/auth/${name}`),
    `/api/attempts/${world.left.open.id}/responses`,
    '/healthz',
    '/readyz',
    '/no-such-page',
    '/%ff',
    '/_next/data/x/index.json',
    '/_next/image?url=%2Ficon.svg&w=64&q=75',
  ];
  const queue = [...new Set(start)];
  const known = new Set(queue);
  let seen = '';
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    for (const headers of forms) {
      const target = 'rsc' in headers ? `${path}${path.includes('?') ? '&' : '?'}_rsc=x1` : path;
      const answer = await follow(ground, target, cookie, headers);
      const leaks = findLeaks(textOf(answer), canaries, rulesFor(path));
      expect(leaks, `${person} at ${path}, ${JSON.stringify(headers)}`).toEqual([]);
      seen += answer.body.match(/canary\w+end/g)?.join(' ') ?? '';
      if (only === undefined && !('rsc' in headers))
        for (const [, link] of answer.body.matchAll(/href="(\/[^"#]*)/g)) {
          const found = (link ?? '').replaceAll('&amp;', '&');
          if (found.startsWith('/_next/') || known.has(found) || known.size > 150) continue;
          known.add(found);
          queue.push(found);
        }
    }
  }
  return seen;
}

/** A page as HTML, as data, as a prefetch, and as the prefetch of one segment. */
const forms: Record<string, string>[] = [
  {},
  { rsc: '1' },
  { rsc: '1', 'next-router-prefetch': '1' },
  { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' },
];

/** Data requests are led to an address with a hash of their headers; the way is part of what is looked at. */
async function follow(
  ground: Ground,
  path: string,
  cookie: string | null,
  headers: Record<string, string>,
): Promise<Answered> {
  let answer = await ask(ground.origin, { path, cookie, headers });
  for (let step = 0; step < 3 && 'rsc' in headers && answer.location?.startsWith('/') === true; step += 1) {
    const next = await ask(ground.origin, { path: answer.location, cookie, headers });
    answer = { ...next, body: `${answer.body}\n${next.body}` };
  }
  return answer;
}

function textOf(answer: Answered): string {
  return `${JSON.stringify(answer.headers)}\n${answer.body}`;
}

/** A public course of all kinds with its canaries, published anew, and a world that sits it. */
async function planted(ground: Ground): Promise<{ world: World; canaries: Canaries; course: Course }> {
  const { course, canaries } = plantCanaries(ground.allKinds());
  await ground.publish('canaries', course, 'public');
  const world = await makeWorld(
    ground.sql,
    { course: 'canaries', hidden: ground.courses.hidden },
    { answered: false },
  );
  return { world, canaries, course };
}

function worldOf(ground: Ground): Promise<World> {
  return makeWorld(
    ground.sql,
    { course: ground.bundled, hidden: ground.courses.hidden },
    { answered: false },
  );
}

/** Sentences of the bundled course that only feedback shows. */
function readBundledRationales(): string[] {
  const file = readFileSync(join(process.cwd(), 'content/russia-china-2024/claims.json'), 'utf8');
  return [...file.matchAll(/"(?:why|text)"\s*:\s*"([^"\\]{30,})"/g)].map(([, text]) => text ?? '');
}

function counted(values: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function factorial(n: number): number {
  return n < 2 ? 1 : n * factorial(n - 1);
}
