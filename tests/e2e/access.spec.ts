import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { type Answered, actionBody, ask, cookieOf, saidBy } from '../access/ask.ts';
import { readDisk } from '../access/on-disk.ts';
import {
  actionRules,
  ghosts,
  handlerRules,
  mirrored,
  type Outcome,
  outcomeFor,
  type Person,
  pageRules,
  persons,
} from '../access/rules.ts';
import { type Half, makeWorld, marksOf, recordOf, someoneOf, type World } from '../access/world.ts';
import { type Ground, test } from './ground.ts';

/** The table of `tests/access/rules.ts`, asked over HTTP: every address and action × every kind of person. */

const root = process.cwd();
const disk = readDisk(root);

test('every page, handler and action on disk has a rule of access, and every rule its file', () => {
  expect(disk.strayActions, 'server actions stand in files named actions.ts').toEqual([]);
  expect(Object.keys(pageRules).sort()).toEqual([...disk.pages.keys()].sort());
  expect(Object.keys(handlerRules).sort()).toEqual([...disk.handlers.keys()].sort());
  expect(Object.keys(actionRules).sort()).toEqual([...disk.actions.keys()].sort());
});

test('the build answers at the addresses that the folders show, and at no others', ({ ground }) => {
  const built: Record<string, string> = JSON.parse(
    readFileSync(join(ground.buildFolder, 'app-path-routes-manifest.json'), 'utf8'),
  );
  const shown = new Set([
    ...disk.pages.keys(),
    ...[...disk.handlers.keys()].map((handler) => handler.replace(/^\S+ /, '').replace(/ \(.*\)$/, '')),
    // Next's own, and the one picture.
    '/_not-found',
    '/_global-error',
    '/icon.svg',
  ]);
  for (const address of Object.values(built)) expect([...shown], 'is a file of app/').toContain(address);
  const ids = ground.actionIds();
  for (const action of disk.actions.keys())
    expect([...ids.keys()], 'is an action of the build').toContain(action);
  expect(ids.size, 'no action of the build is missing from the folders').toBe(disk.actions.size);
});

for (const [pattern, rule] of Object.entries(pageRules))
  test(`${pattern} opens for whom it should and is absent for everybody else`, async ({ ground }) => {
    const world = await worldOf(ground);
    await forAll(async (person) => {
      const cookie = await cookieFor(person, world, ground);
      const get = (path: string, headers: Record<string, string> = {}) =>
        ask(ground.origin, { path, cookie, headers });
      const absent = rule.absent === null ? null : await get(rule.absent);
      const pairs: [Half, Person][] = rule.shared
        ? [[world.left, person]]
        : [
            [world.left, person],
            [world.right, mirrored[person]],
          ];
      for (const [half, asPerson] of pairs) {
        const path = rule.path(half, world);
        const expected = outcomeFor(rule.answers, asPerson);
        const what = `${person} at ${path}`;
        const answer = await get(path);
        expect(outcomeOf(answer), what).toBe(expected);
        if (expected === 'not-found' && absent !== null)
          expectAbsent(answer, absent, path, rule.absent ?? '', what);
        if (expected !== 'own') expectNothingOf(answer, world, person, what);
        // The same page as data for the browser's own navigation, and as a prefetch of it.
        for (const more of [{}, { 'next-router-prefetch': '1' }]) {
          const flight = await get(path, { rsc: '1', ...more });
          if (expected === 'own') expect(flight.status, `${what} as data`).toBeLessThan(400);
          else expectNothingOf(flight, world, person, `${what} as data`);
        }
      }
      for (const path of rule.crossed?.(world) ?? []) {
        const answer = await get(path);
        const turnedAway = isGhost(person) && outcomeFor(rule.answers, person) === 'sign-in';
        expect(outcomeOf(answer), `${person} at ${path}`).toBe(turnedAway ? 'sign-in' : 'not-found');
        expectNothingOf(answer, world, person, `${person} at ${path}`);
      }
    });
  });

for (const [name, rule] of Object.entries(handlerRules))
  test(`${name} answers whom it should, and a foreign id as an absent one`, async ({ ground }) => {
    const [method = 'GET'] = name.split(' ');
    await forAll(async (person) => {
      const world = await worldOf(ground);
      const cookie = await cookieFor(person, world, ground);
      const send = ({ path, json }: { path: string; json?: unknown }) =>
        ask(ground.origin, {
          method,
          path,
          cookie,
          headers: {
            origin: ground.origin,
            ...(json === undefined ? {} : { 'content-type': 'application/json' }),
          },
          ...(json === undefined ? {} : { body: JSON.stringify(json) }),
        });
      const pairs: [Half, Person][] = rule.shared
        ? [[world.left, person]]
        : [
            [world.left, person],
            [world.right, mirrored[person]],
          ];
      for (const [half, asPerson] of pairs) {
        const before = await recordOf(ground.sql, world);
        const request = rule.request(half, world);
        const expected = outcomeFor(rule.answers, asPerson);
        const answer = await send(request);
        expect(outcomeOf(answer), `${person} at ${request.path}: ${answer.body}`).toBe(expected);
        if (expected === 'own') continue;
        expectSame(await recordOf(ground.sql, world), before, `${person} at ${request.path}`);
        expectNothingOf(answer, world, person, `${person} at ${request.path}`);
        if (rule.absent === null) continue;
        const absent = await send(rule.absent(half, world));
        expect([answer.status, answer.body], 'foreign looks like absent').toEqual([
          absent.status,
          absent.body,
        ]);
      }
    });
  });

for (const [name, rule] of Object.entries(actionRules))
  test(`the action ${name} obeys whom it should, and changes nothing for anybody else`, async ({
    ground,
  }) => {
    const id = ground.actionIds().get(name);
    expect(id, `${name} is in the build`).toBeDefined();
    const isDone = (person: Person) => outcomeFor(rule.answers, person) === 'own';
    await forAll(async (person) => {
      const world = await worldOf(ground);
      const cookie = await cookieFor(person, world, ground);
      const send = async (page: string, fields: Record<string, string>) => {
        const { body, type } = await actionBody(fields, rule.plain ?? false);
        return ask(ground.origin, {
          method: 'POST',
          path: page,
          cookie,
          headers: { origin: ground.origin, 'next-action': id ?? '', 'content-type': type },
          body,
        });
      };
      let before = await recordOf(ground.sql, world);
      const absent = rule.absent === null ? null : await send(rule.page(world.left, world), rule.absent);
      expectSame(await recordOf(ground.sql, world), before, `${person} by ids that nobody has`);
      const pairs: [Half, Person][] = rule.shared
        ? [[world.left, person]]
        : [
            [world.left, person],
            [world.right, mirrored[person]],
          ];
      // What is one's own comes last: it may end the session.
      pairs.sort(([, a], [, b]) => Number(isDone(a)) - Number(isDone(b)));
      for (const [half, asPerson] of pairs) {
        const expected = outcomeFor(rule.answers, asPerson);
        before = await recordOf(ground.sql, world);
        const page = rule.page(half, world);
        const answer = await send(page, rule.fields(half, world));
        const what = `${person} by ${name} on ${half.className}`;
        expect(outcomeOf(answer), `${what}: ${answer.status} ${answer.body.slice(0, 300)}`).toBe(expected);
        if (expected === 'own') continue;
        expectSame(await recordOf(ground.sql, world), before, what);
        expectNothingOf(answer, world, person, what, rule.tells?.(half) ?? []);
        if (expected === 'not-found') expect(absent?.status, `${what} looks like absent`).toBe(answer.status);
      }
    });
  });

/** Everybody at the same time: each has a world or a session of their own. */
async function forAll(ask: (person: Person) => Promise<void>): Promise<void> {
  await Promise.all(persons.map(ask));
}

/** Where an answer leads. A redirect of an action is a header of Next's. */
function outcomeOf(answer: Answered): Outcome {
  const action = answer.headers['x-action-redirect'];
  const location = typeof action === 'string' ? (action.split(';')[0] ?? '') : answer.location;
  if (location !== null) {
    if (location.startsWith('/sign-in?to=')) return 'sign-in';
    return typeof action === 'string' ? 'own' : 'onward';
  }
  if (answer.status === 401) return 'signed-out';
  if (answer.status === 404) return 'not-found';
  // What an action says in its form, and has not done.
  if (
    String(answer.headers['content-type']).startsWith('text/x-component') &&
    answer.body.includes('{"fields":{')
  )
    return 'told';
  if (answer.status === 200) return 'own';
  throw new Error(`${answer.status} is no outcome of the table: ${answer.body.slice(0, 500)}`);
}

function expectAbsent(answer: Answered, absent: Answered, path: string, absentPath: string, what: string) {
  expect(absent.status, what).toBe(404);
  const told = saidBy(answer.body, path);
  const toldOfNothing = saidBy(absent.body, absentPath);
  const more = told.filter((piece) => !toldOfNothing.includes(piece)).map((piece) => piece.slice(0, 300));
  const less = toldOfNothing.filter((piece) => !told.includes(piece)).map((piece) => piece.slice(0, 300));
  expect({ more, less }, `${what} looks exactly like an absent one`).toEqual({ more: [], less: [] });
}

function expectSame(after: string, before: string, what: string) {
  expect(after === before, `${what} changes nothing`).toBe(true);
}

/** Nothing that marks either half, unless it is the asker's own. */
function expectNothingOf(
  answer: Answered,
  world: World,
  person: Person,
  what: string,
  told: readonly string[] = [],
) {
  const own = person === 'anonymous' ? null : someoneOf(person, world);
  const half = [world.left, world.right].find(({ learner }) => learner.userId === own?.userId);
  // A lesson shows its reader their own note.
  const ownWords = half?.note.words;
  const text = `${JSON.stringify(answer.headers)}\n${answer.body}`;
  for (const mark of [...marksOf(world.left), ...marksOf(world.right)]) {
    // Their own name stands in the bar; what they asked with stands in the way back from the sign-in.
    if (mark === ownWords) continue;
    if (told.includes(mark) || mark === own?.name || mark === own?.email || /^[A-Z]{6}$/.test(mark)) continue;
    expect(text.includes(mark), `${what} tells "${mark}"`).toBe(false);
  }
}

function isGhost(person: Person): boolean {
  return ghosts.some((ghost) => ghost === person);
}

async function cookieFor(person: Person, world: World, ground: Ground): Promise<string | null> {
  return person === 'anonymous' ? null : cookieOf(someoneOf(person, world).session, ground.secret);
}

function worldOf(ground: Ground): Promise<World> {
  return makeWorld(ground.sql, ground.courses);
}
