import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from '@playwright/test';
import { type Answered, actionBody, ask, cookieOf } from '../access/ask.ts';
import { nobody } from '../access/rules.ts';
import { anyAnswer, makeWorld, type World } from '../access/world.ts';
import { type Ground, test } from './ground.ts';

/** Bad input gets a clear answer, and nothing is lost. */

type Sending = {
  attempt?: string;
  cookie?: string | null;
  origin?: string | null;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
  chunked?: boolean;
};

type Sitting = {
  world: World;
  cookie: string;
  /** An answer to a question that is open, as the page's script would send it. */
  good: { position: number; responseId: string; answer: ReturnType<typeof anyAnswer> };
  send: (sending?: Sending) => Promise<Answered>;
  sendJson: (body: unknown, sending?: Sending) => Promise<Answered>;
  count: () => Promise<number>;
};

async function sit(ground: Ground, at = 1): Promise<Sitting> {
  const world = await makeWorld(ground.sql, { course: ground.allKindsSlug, hidden: ground.courses.hidden });
  const cookie = await cookieOf(world.left.learner.session, ground.secret);
  const item = world.course.items[at];
  if (item === undefined) throw new Error('the course has too few questions');
  const good = { position: at + 1, responseId: randomUUID(), answer: anyAnswer(item.prompt) };
  const send = ({ attempt, origin, headers, body, chunked, ...rest }: Sending = {}) =>
    ask(ground.origin, {
      method: 'POST',
      path: `/api/attempts/${attempt ?? world.left.open.id}/responses`,
      cookie: rest.cookie === undefined ? cookie : rest.cookie,
      headers: {
        ...(origin === null ? {} : { origin: origin ?? ground.origin }),
        'content-type': 'application/json',
        ...headers,
      },
      body: body ?? JSON.stringify(good),
      ...(chunked === undefined ? {} : { chunked }),
    });
  return {
    world,
    cookie,
    good,
    send,
    sendJson: (body, sending = {}) => send({ ...sending, body: JSON.stringify(body) }),
    count: async () => {
      const [row] =
        await ground.sql`select count(*)::int as n from responses where attempt_id = ${world.left.open.id}`;
      return Number(row?.n);
    },
  };
}

test('an answer from another site, or from no page at all, is refused', async ({ ground }) => {
  const { send, count } = await sit(ground);
  const before = await count();
  for (const origin of [
    null,
    'null',
    'https://evil.example',
    'http://localhost.evil.example',
    `${ground.origin}.evil.example`,
    'http://127.0.0.1:1',
    'http://[::1]:1',
    'javascript:1',
    '',
  ]) {
    const answer = await send({ origin });
    expect(answer.status, `Origin: ${origin}`).toBe(403);
  }
  expect(await count()).toBe(before);
});

test('a Host header that agrees with a foreign Origin does not make it ours', async ({ ground }) => {
  const { send, count } = await sit(ground);
  const before = await count();
  for (const headers of [
    { host: 'evil.example' },
    { 'x-forwarded-host': 'evil.example' },
    { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
  ] as Record<string, string>[])
    for (const origin of ['http://evil.example', 'https://evil.example'])
      expect((await send({ origin, headers })).status, JSON.stringify({ origin, headers })).toBe(403);
  expect(await count()).toBe(before);
});

test('a body that is too large is refused, whether or not it says its length', async ({ ground }) => {
  const { send, good, count } = await sit(ground);
  const before = await count();
  const large = JSON.stringify({ ...good, padding: 'x'.repeat(70_000) });
  expect((await send({ body: large })).status, 'with its length').toBe(413);
  expect((await send({ body: large, chunked: true })).status, 'in pieces').toBe(413);
  const form = new URLSearchParams({ padding: 'x'.repeat(70_000) }).toString();
  const asForm = { 'content-type': 'application/x-www-form-urlencoded' };
  expect((await send({ body: form, headers: asForm })).status, 'as a form').toBe(413);
  expect((await send({ body: form, headers: asForm, chunked: true })).status, 'as a form in pieces').toBe(
    413,
  );
  expect((await send({ body: 'x'.repeat(8_000_000), chunked: true })).status, 'much too large').toBe(413);
  expect(await count()).toBe(before);
});

test('a body that cannot be read is refused as invalid', async ({ ground }) => {
  const { send, sendJson, good, count } = await sit(ground);
  const before = await count();
  for (const body of ['{', '', 'null', '[]', '"x"', '\uFEFF', '{"position":', '\0', '[[[[[[[[']) {
    const answer = await send({ body });
    expect(answer.status, JSON.stringify(body)).toBe(422);
    expect(JSON.parse(answer.body), JSON.stringify(body)).toHaveProperty('refusal');
  }
  for (const broken of [
    { ...good, responseId: 'not-an-id' },
    { ...good, responseId: undefined },
    { ...good, position: '' },
    { ...good, position: 0 },
    { ...good, position: 1.5 },
    { ...good, position: 1e9 },
    { ...good, position: { $ne: 1 } },
    { ...good, answer: null },
    { ...good, answer: { kind: 'no-such-kind' } },
    { ...good, answer: { kind: 'short', text: 'x'.repeat(501) } },
    { ...good, answer: { kind: 'short', text: '   ' } },
    { ...good, answer: { kind: 'multiple', options: Array.from({ length: 21 }, () => 'a') } },
    { ...good, answer: { kind: 'multiple', options: [] } },
    { ...good, answer: { kind: 'ordering', order: [1, 2] } },
  ])
    expect((await sendJson(broken)).status, JSON.stringify(broken).slice(0, 120)).toBe(422);
  const utf16 = new Uint8Array([0xff, 0xfe, 0x7b, 0x00]);
  expect((await send({ body: utf16 })).status, 'not UTF-8').toBe(422);
  expect(await count()).toBe(before);
});

test('an answer that no form of this question could have sent is refused, and never marked', async ({
  ground,
}) => {
  const { world, sendJson, good, count } = await sit(ground);
  const before = await count();
  const kinds = new Map(world.course.items.map((item) => [item.prompt.kind, item]));
  for (const [index, item] of world.course.items.entries())
    for (const [kind, other] of kinds) {
      if (index === 0) continue;
      if (kind === item.prompt.kind) continue;
      const answer = anyAnswer(other.prompt);
      const told = await sendJson({ position: index + 1, responseId: randomUUID(), answer });
      expect(told.status, `${kind} to a question of ${item.prompt.kind}: ${told.body}`).toBe(422);
    }
  for (const [index, item] of world.course.items.entries()) {
    if (index === 0) continue;
    const misfits: unknown[] = [];
    if (item.prompt.kind === 'single') misfits.push({ kind: 'single', option: 'no-such-option' });
    if (item.prompt.kind === 'multiple') {
      const [one] = item.prompt.options;
      misfits.push({ kind: 'multiple', options: [one?.id, one?.id] });
    }
    if (item.prompt.kind === 'matching') misfits.push({ kind: 'matching', rights: ['x'] });
    if (item.prompt.kind === 'ordering')
      misfits.push({ kind: 'ordering', order: item.prompt.choices.map(() => item.prompt.choices[0]) });
    if (item.prompt.kind === 'short')
      misfits.push({ kind: 'short', text: 'a\0b' }, { kind: 'short', text: '\ud800' });
    for (const answer of misfits) {
      const told = await sendJson({ position: index + 1, responseId: randomUUID(), answer });
      expect(told.status, `${JSON.stringify(answer)}: ${told.body}`).toBe(422);
    }
  }
  for (const position of [world.course.items.length + 1, 999])
    expect((await sendJson({ ...good, position })).status, `question ${position}`).toBe(422);
  expect(await count()).toBe(before);
});

test('an attempt that is absent, foreign or no id at all is not found', async ({ ground }) => {
  const { world, send } = await sit(ground);
  const absent = await send({ attempt: nobody });
  expect(absent.status).toBe(404);
  for (const attempt of [
    world.right.open.id,
    world.right.finished.id,
    'x',
    '1',
    '%00',
    `${nobody}'--`,
    '%ff',
  ]) {
    const answer = await send({ attempt: attempt.includes('%') ? attempt : encodeURIComponent(attempt) });
    // A broken escape is turned away by the server before any route.
    expect(attempt === '%ff' ? [400, 404] : [404], attempt).toContain(answer.status);
    if (attempt !== '%ff') expect(answer.body, attempt).toBe(absent.body);
  }
});

test('without a session the script is told so, and the form is led to the sign-in', async ({ ground }) => {
  const { world, send, good, count } = await sit(ground);
  const before = await count();
  for (const cookie of [null, 'lectern.session=nonsense', 'lectern.session=', 'lectern.session=a.b.c.d.e']) {
    expect((await send({ cookie })).status, String(cookie)).toBe(401);
    const form = await send({
      cookie,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        responseId: good.responseId,
        position: '2',
      }).toString(),
    });
    expect(form.status).toBe(303);
    expect(form.location).toBe(`/sign-in?to=${encodeURIComponent(`/learn/quiz/${world.left.open.id}/2`)}`);
  }
  const forged = await cookieOf(world.left.learner.session, 'another secret of more than 32 characters');
  expect((await send({ cookie: forged })).status, 'signed with another key').toBe(401);
  expect(await count()).toBe(before);
});

test('the same answer twice is one answer, and another one under its id is a conflict', async ({
  ground,
}) => {
  // The third question is answered with one of two options.
  const { world, send, sendJson, good, count } = await sit(ground, 2);
  const before = await count();
  const first = await send();
  expect(first.status, first.body).toBe(200);
  const again = await Promise.all(Array.from({ length: 6 }, () => send()));
  for (const answer of again) expect([answer.status, answer.body]).toEqual([200, first.body]);
  expect(await count()).toBe(before + 1);

  const options = world.course.items[2]?.prompt.options ?? [];
  const other = { kind: good.answer.kind, option: options[1]?.id };
  const conflict = await sendJson({ ...good, answer: other });
  expect([conflict.status, JSON.parse(conflict.body)]).toEqual([409, { refusal: 'different-answer' }]);
  const second = await sendJson({ ...good, responseId: randomUUID() });
  expect([second.status, JSON.parse(second.body)]).toEqual([409, { refusal: 'already-answered' }]);
  const next = world.course.items[3];
  if (next === undefined) throw new Error('the course has three questions only');
  const reused = await sendJson({
    position: 4,
    responseId: good.responseId,
    answer: anyAnswer(next.prompt),
  });
  expect(reused.status, 'the id of another question’s answer').toBe(409);
  expect(await count()).toBe(before + 1);
});

test('six first answers at the same moment leave one row', async ({ ground }) => {
  const { sendJson, good, count } = await sit(ground);
  const before = await count();
  const answers = await Promise.all(
    Array.from({ length: 6 }, (_, at) => sendJson(at < 3 ? good : { ...good, responseId: randomUUID() })),
  );
  expect(answers.filter((answer) => answer.status === 200).length).toBeGreaterThan(0);
  for (const answer of answers) expect([200, 409]).toContain(answer.status);
  expect(await count()).toBe(before + 1);
});

test('a finished attempt takes no more answers, and keeps those it has', async ({ ground }) => {
  const { world, sendJson, good } = await sit(ground);
  const told = await sendJson(good, { attempt: world.left.finished.id });
  expect([told.status, JSON.parse(told.body)]).toEqual([409, { refusal: 'attempt-finished' }]);
});

test('other methods than POST save nothing', async ({ ground }) => {
  const { world, cookie, count } = await sit(ground);
  const before = await count();
  for (const method of ['GET', 'PUT', 'PATCH', 'DELETE', 'HEAD']) {
    const answer = await ask(ground.origin, {
      method,
      path: `/api/attempts/${world.left.open.id}/responses`,
      cookie,
      headers: { origin: ground.origin },
    });
    expect(answer.status, method).toBe(405);
  }
  expect(await count()).toBe(before);
});

/** Return paths that would lead off this site in some browser. */
const elsewhere = [
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  'https://evil.example',
  'https:evil.example',
  'http:/\\evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  ' //evil.example',
  '/%09/evil.example',
  '@evil.example',
  '.evil.example',
];

test('no return path leads off this site, before or after signing in', async ({ ground }) => {
  const world = await makeWorld(
    ground.sql,
    { course: ground.allKindsSlug, hidden: ground.courses.hidden },
    { passwordHash: ground.passwordHash },
  );
  const cookie = await cookieOf(world.left.learner.session, ground.secret);
  for (const page of ['/sign-in', '/register'])
    for (const to of elsewhere) {
      const path = `${page}?to=${encodeURIComponent(to)}`;
      const known = await ask(ground.origin, { path, cookie });
      expectOnSite(known.location, ground, path);
      const unknown = await ask(ground.origin, { path });
      expect(unknown.status).toBe(200);
      for (const [, kept] of unknown.body.matchAll(/name="to" value="([^"]*)"/g))
        expectOnSite(kept ?? '', ground, path);
    }
  for (const to of elsewhere) {
    const answer = await signInBy(ground, { email: world.left.learner.email, password: ground.password, to });
    expect(redirectOf(answer), `signing in with ${to}: ${answer.body.slice(0, 200)}`).not.toBeNull();
    expectOnSite(redirectOf(answer), ground, to);
  }
  for (const to of elsewhere) {
    const path = `/api/auth/signin?callbackUrl=${encodeURIComponent(to)}`;
    expectOnSite((await ask(ground.origin, { path })).location, ground, path);
    const out = `/api/auth/signout?callbackUrl=${encodeURIComponent(to)}`;
    expectOnSite((await ask(ground.origin, { path: out })).location, ground, out);
  }
});

test('a false Host header leads nobody elsewhere, and the server asks nobody else', async ({ ground }) => {
  let asked = 0;
  const listener = createServer((_, response) => {
    asked += 1;
    response.end('caught');
  });
  await new Promise<void>((done) => listener.listen(0, '127.0.0.1', done));
  const address = listener.address();
  const trap = `127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  try {
    const world = await makeWorld(ground.sql, { course: ground.allKindsSlug, hidden: ground.courses.hidden });
    const cookie = await cookieOf(world.left.learner.session, ground.secret);
    for (const headers of [
      { host: trap },
      { host: 'evil.example' },
      { 'x-forwarded-host': trap, 'x-forwarded-proto': 'http' },
      { forwarded: `host=${trap}` },
    ] as Record<string, string>[]) {
      for (const path of [
        '/learn',
        '/teach',
        '/account',
        '/admin/people',
        '/api/auth/signin',
        '/join?code=abc',
      ])
        expectOnSite(
          (await ask(ground.origin, { path, headers })).location,
          ground,
          `${path} ${JSON.stringify(headers)}`,
        );
      // An action whose Origin agrees with the false host, and which ends in a redirect.
      const { body, type } = await actionBody(
        { course: world.course.slug, lesson: world.course.lessonSlug },
        true,
      );
      const answer = await ask(ground.origin, {
        method: 'POST',
        path: `/courses/${world.course.slug}/${world.course.lessonSlug}`,
        cookie,
        headers: {
          ...headers,
          origin: `http://${trap}`,
          'next-action': ground.actionIds().get('learn/actions.ts startQuiz') ?? '',
          'content-type': type,
        },
        body,
      });
      expectOnSite(redirectOf(answer), ground, `an action with ${JSON.stringify(headers)}`);
      expect(answer.body).not.toContain('caught');
    }
    await sleep(200);
    expect(asked, 'requests that the server sent to the false host').toBe(0);
  } finally {
    listener.close();
  }
});

test('an action that another site sends, or nobody, does nothing', async ({ ground }) => {
  const world = await makeWorld(ground.sql, { course: ground.allKindsSlug, hidden: ground.courses.hidden });
  const cookie = await cookieOf(world.left.instructor.session, ground.secret);
  const page = `/teach/classes/${world.left.classId}/settings`;
  const id = ground.actionIds().get('teach/classes/[class]/settings/actions.ts renameAction') ?? '';
  for (const origin of ['https://evil.example', 'null', null]) {
    const { body, type } = await actionBody({ classId: world.left.classId, name: 'Taken over' }, false);
    await ask(ground.origin, {
      method: 'POST',
      path: page,
      cookie,
      headers: { ...(origin === null ? {} : { origin }), 'next-action': id, 'content-type': type },
      body,
    });
    const [row] = await ground.sql`select name from classes where id = ${world.left.classId}`;
    expect(row?.name, `Origin: ${origin}`).toBe(world.left.className);
  }
});

test('fields that are too long come back with a sentence and without a trace', async ({ ground }) => {
  const long = 'x'.repeat(5_000);
  const world = await makeWorld(ground.sql, { course: ground.allKindsSlug, hidden: ground.courses.hidden });
  const cookie = await cookieOf(world.left.instructor.session, ground.secret);
  const cases: { action: string; page: string; fields: Record<string, string>; cookie: string | null }[] = [
    {
      action: 'register/actions.ts registerAction',
      page: '/register',
      fields: { name: long, email: `${long}@school.example`, password: long, to: long },
      cookie: null,
    },
    {
      action: 'sign-in/actions.ts signInAction',
      page: '/sign-in',
      fields: { email: long, password: long, to: long },
      cookie: null,
    },
    {
      action: 'teach/actions.ts createClassAction',
      page: '/teach',
      fields: { name: long, course: world.course.slug },
      cookie,
    },
    {
      action: 'teach/classes/[class]/settings/actions.ts renameAction',
      page: `/teach/classes/${world.left.classId}/settings`,
      fields: { classId: world.left.classId, name: long },
      cookie,
    },
    {
      action: 'join/[code]/actions.ts joinAction',
      page: `/join/${world.left.joinCode}`,
      fields: { code: long, here: long },
      cookie,
    },
  ];
  for (const one of cases) {
    const { body, type } = await actionBody(one.fields, false);
    const answer = await ask(ground.origin, {
      method: 'POST',
      path: one.page,
      cookie: one.cookie,
      headers: {
        origin: ground.origin,
        'next-action': ground.actionIds().get(one.action) ?? '',
        'content-type': type,
      },
      body,
    });
    expect(answer.status, one.action).toBe(200);
    expect(answer.headers['x-action-redirect'], one.action).toBeUndefined();
    expect(answer.body, `${one.action} says what is wrong`).toMatch(/"fields":\{"/);
  }
  const cookieTooLong = await ask(ground.origin, {
    path: '/learn',
    cookie: `lectern.session=${'x'.repeat(6_000)}`,
  });
  expect(cookieTooLong.location).toContain('/sign-in');
});

test('a character that the database cannot hold is like any other that names nothing', async ({ ground }) => {
  const world = await makeWorld(ground.sql, { course: ground.allKindsSlug, hidden: ground.courses.hidden });
  const cookie = await cookieOf(world.admin.session, ground.secret);
  const get = (path: string) => ask(ground.origin, { path, cookie });
  for (const path of [
    '/courses/a%00b',
    `/courses/${world.course.slug}/a%00b`,
    '/learn/quiz/a%00b',
    '/a%00b',
  ]) {
    const answer = await get(path);
    expect(answer.status, path).toBe(404);
    expect(answer.body, `${path} says so`).toContain('There is no page here');
  }
  expect((await get('/admin/people?search=a%00b&page=%00')).status).toBe(200);
  expect((await get(`/teach/classes/${world.left.classId}?sort=%00`)).status).toBe(200);
  const fields: [action: string, page: string, fields: Record<string, string>][] = [
    ['learn/actions.ts startQuiz', `/courses/${world.course.slug}`, { course: 'a\0b', lesson: 'a\0b' }],
    ['teach/actions.ts createClassAction', '/teach', { name: 'a\0b', course: 'a\0b' }],
    ['teach/actions.ts createClassAction', '/teach', { name: 'a\0b', course: world.course.slug }],
    ['join/[code]/actions.ts joinAction', '/join/ABCDEF', { code: 'A\0BCDEF' }],
    ['sign-in/actions.ts signInAction', '/sign-in', { email: 'a\0b', password: 'a\0b' }],
    [
      'register/actions.ts registerAction',
      '/register',
      { name: 'a\0b', email: 'a@b.example', password: 'a\0b' },
    ],
    ['account/actions.ts changePasswordAction', '/account', { currentPassword: 'a\0b', newPassword: 'a\0b' }],
  ];
  for (const [action, page, values] of fields) {
    const { body, type } = await actionBody(values, action.startsWith('learn/'));
    const answer = await ask(ground.origin, {
      method: 'POST',
      path: page,
      cookie,
      headers: {
        origin: ground.origin,
        'next-action': ground.actionIds().get(action) ?? '',
        'content-type': type,
      },
      body,
    });
    expect(answer.status, `${action} ${JSON.stringify(values)}`).toBeLessThan(500);
  }
});

test('an action that does not exist, or is sent as nonsense, is an error of its sender', async ({
  ground,
}) => {
  const id = ground.actionIds().get('sign-in/actions.ts signInAction') ?? '';
  for (const [action, body] of [
    ['0'.repeat(42), '[]'],
    ['not-an-id', '[]'],
    ['__proto__', '[]'],
    [id, ''],
    [id, '{'],
    [id, '["$K1"]'],
    [id, '["$@1","$F2"]'],
  ] as const) {
    const answer = await ask(ground.origin, {
      method: 'POST',
      path: '/sign-in',
      headers: { origin: ground.origin, 'next-action': action, 'content-type': 'text/plain;charset=UTF-8' },
      body,
    });
    expect(answer.status, `${action.slice(0, 12)} ${body}`).toBeGreaterThanOrEqual(200);
    expect(answer.body, `${action.slice(0, 12)} ${body}`).not.toMatch(/node_modules|\.ts:\d+|at async /);
  }
  expect((await ask(ground.origin, { path: '/healthz' })).status, 'the server still serves').toBe(200);
});

test('while the database is stopped pages say so, answers are refused with 503, and all recovers by itself', async ({
  ground,
}) => {
  test.slow();
  await outage(ground, ground.database.stop, ground.database.start);
});

test('a database that hangs is told within five seconds, and all recovers by itself', async ({ ground }) => {
  test.slow();
  await outage(ground, ground.database.pause, ground.database.resume);
});

async function outage(ground: Ground, begin: () => Promise<void>, end: () => Promise<void>): Promise<void> {
  const sitting = await sit(ground);
  const lesson = `/courses/${sitting.world.course.slug}/${sitting.world.course.lessonSlug}`;
  expect((await ask(ground.origin, { path: lesson })).status).toBe(200);
  await begin();
  try {
    const paths = [lesson, '/', '/learn', `/teach/classes/${sitting.world.left.classId}`];
    const [ready, health, save, form, ...pages] = await Promise.all([
      timed(() => ask(ground.origin, { path: '/readyz' })),
      timed(() => ask(ground.origin, { path: '/healthz' })),
      timed(() => sitting.send()),
      timed(() =>
        sitting.send({
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: new URLSearchParams({ position: '2' }).toString(),
        }),
      ),
      ...paths.map((path) => timed(() => ask(ground.origin, { path, cookie: sitting.cookie }))),
    ]);
    expect([ready.answer.status, ready.seconds < 5], `/readyz after ${ready.seconds} s`).toEqual([503, true]);
    expect([health.answer.status, health.seconds < 3]).toEqual([200, true]);
    expect(save.answer.status, save.answer.body).toBe(503);
    expect(JSON.parse(save.answer.body)).toEqual({ refusal: 'database-away' });
    expect(save.seconds, 'the save is refused in time').toBeLessThan(7);
    expect(form.answer.status).toBe(303);
    for (const [at, page] of pages.entries()) {
      expect(page.seconds, `${paths[at]} answers in time`).toBeLessThan(7.5);
      expect(page.answer.status, page.answer.body.slice(0, 300)).toBeGreaterThanOrEqual(500);
      expect(page.answer.body, 'nothing of the inside is told').not.toMatch(
        /ECONNREFUSED|postgres:|select |\.ts:\d/,
      );
    }
  } finally {
    await end();
  }
  const back = performance.now();
  let saved = await sitting.send();
  while (saved.status !== 200 && performance.now() - back < 10_000) {
    await sleep(250);
    saved = await sitting.send();
  }
  expect(saved.status, `after ${Math.round(performance.now() - back)} ms: ${saved.body}`).toBe(200);
  expect((await ask(ground.origin, { path: '/readyz' })).status).toBe(200);
  expect((await ask(ground.origin, { path: lesson })).status).toBe(200);
  // The retries were one answer, whether or not one of them was saved while nobody could say so.
  const [row] =
    await ground.sql`select count(*)::int as n from responses where id = ${sitting.good.responseId}`;
  expect(Number(row?.n)).toBe(1);
}

test('a person who opens a page while the database is stopped reads a sentence and can try again', async ({
  ground,
  page,
}) => {
  test.slow();
  await ground.database.stop();
  try {
    await page.goto(`${ground.origin}/courses`);
    await expect(page.getByRole('alert').first()).toContainText('cannot reach its database');
  } finally {
    await ground.database.start();
  }
  await expect(async () => {
    await page.goto(`${ground.origin}/courses`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByText('cannot reach its database')).toHaveCount(0);
  }).toPass({ timeout: 10_000 });
});

async function timed(work: () => Promise<Answered>): Promise<{ answer: Answered; seconds: number }> {
  const began = performance.now();
  const answer = await work();
  return { answer, seconds: (performance.now() - began) / 1000 };
}

async function signInBy(ground: Ground, fields: Record<string, string>): Promise<Answered> {
  const { body, type } = await actionBody(fields, false);
  return ask(ground.origin, {
    method: 'POST',
    path: '/sign-in',
    headers: {
      origin: ground.origin,
      'next-action': ground.actionIds().get('sign-in/actions.ts signInAction') ?? '',
      'content-type': type,
    },
    body,
  });
}

function redirectOf(answer: Answered): string | null {
  const action = answer.headers['x-action-redirect'];
  return typeof action === 'string' ? (action.split(';')[0] ?? null) : answer.location;
}

function expectOnSite(location: string | null, ground: Ground, what: string): void {
  if (location === null) return;
  const target = new URL(location, ground.origin);
  expect(target.origin, `${what} leads to ${location}`).toBe(ground.origin);
}
