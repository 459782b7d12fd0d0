import { expect, test } from 'vitest';
import { type ChatAct, type ChatRequest, openChatServer } from './chat-server.ts';
import { run, secret } from './run.ts';
import { clayScript, railwayScript, say, scriptedModel, stepOf } from './scripted-model.ts';

const model = scriptedModel([clayScript, railwayScript]);
const good = [clayScript.frame.parts.cause, railwayScript.frame.parts.cause];

/** The first requests go wrong in that way; the others are answered. */
const first =
  (...acts: ChatAct[]) =>
  (request: ChatRequest, nth: number) =>
    acts[nth] ?? model(request);

test.each<[string, ChatAct[], number[]]>([
  ['too many requests, with a time to wait', [{ status: 429, headers: { 'retry-after': '7' } }], [7_000]],
  [
    'too many requests, with a time beyond patience',
    [{ status: 429, headers: { 'retry-after': '9999' } }],
    [30_000],
  ],
  ['a fault of its own, twice', [{ status: 500 }, { status: 503 }], [1_000, 2_000]],
  ['an answer that breaks off', [{ cutAfter: 60, say: '{"frames": [' }], [1_000]],
  ['an answer that is no JSON', [{ raw: '<html>Bad gateway</html>' }], [1_000]],
  ['an answer of another protocol', [{ raw: '{"hello": 1}' }], [1_000]],
  [
    'an answer without a choice',
    [{ raw: '{"id":"1","object":"chat.completion","created":1,"model":"m","choices":[]}' }],
    [1_000],
  ],
  ['an answer without end', [{ raw: `{"x": "${'x'.repeat(3_000_000)}"}` }], [1_000]],
])('a server that gives %s is asked again after a while', async (_, acts, waits) => {
  const ran = await run(first(...acts));
  expect(ran.waits).toEqual(waits);
  expect(ran.frames.map(({ parts }) => parts.cause)).toEqual(good);
  expect(ran.spent.calls).toBe(ran.requests.length);
});

test.each([
  [500, 3, 'the model’s server answered with status 500'],
  [401, 1, 'the model’s server answered with status 401; see LECTERN_MODEL_KEY'],
  [404, 1, 'the model’s server answered with status 404; see LECTERN_MODEL_URL and LECTERN_MODEL'],
  [400, 1, 'the model’s server answered with status 400'],
])(
  'a server that keeps to status %i ends the run after %i requests, in one clause without its words',
  async (status, requests, detail) => {
    const ran = await run(() => ({ status }));
    expect(ran.requests).toHaveLength(requests);
    expect(ran.halt).toEqual({ why: 'failed', detail });
    expect(JSON.stringify(ran.halt)).not.toContain(secret);
  },
);

test('a server that is silent is given up in time, and the run ends with what it has', async () => {
  const silent = (request: ChatRequest): ChatAct =>
    request.prompt.includes('2.1 |') ? { silence: true } : model(request);
  const ran = await run(silent, { caps: { minutes: 0.02 } });
  expect(ran.halt).toEqual({ why: 'failed', detail: 'the model’s server gave no answer in time' });
  expect(ran.frames.map(({ parts }) => parts.cause)).toEqual([clayScript.frame.parts.cause]);
});

test('a server that is not there is named as such', async () => {
  const gone = await openChatServer(model);
  await gone.close();
  const { openAsk } = await import('#app/_model/open-ask.ts');
  const ask = openAsk({ url: gone.url, name: 'm', key: null }, new AbortController().signal);
  expect((await run(model, { ask })).halt).toEqual({
    why: 'failed',
    detail: 'the model’s server cannot be reached',
  });
});

test('a server that points elsewhere is not followed: the key goes to one address', async () => {
  const elsewhere = await openChatServer(model);
  try {
    const ran = await run(() => ({
      status: 307,
      headers: { location: `${elsewhere.url}/chat/completions` },
    }));
    expect(elsewhere.requests).toEqual([]);
    expect(ran.halt?.detail).toBe('the model’s server points to another address; see LECTERN_MODEL_URL');
  } finally {
    await elsewhere.close();
  }
});

test('a run that is asked to stop stops, and asks nothing more', async () => {
  let isCancelled = false;
  const ran = await run(
    (request) => {
      if (request.prompt.includes('2.1 |')) isCancelled = true;
      return model(request);
    },
    { isCancelled: () => isCancelled },
  );
  expect(ran.halt?.why).toBe('cancelled');
  expect(ran.requests.filter(({ prompt }) => prompt.includes('2.1 |'))).toHaveLength(1);
  expect(ran.frames.map(({ parts }) => parts.cause)).toEqual([clayScript.frame.parts.cause]);
});

test('a cap on calls that is reached midway keeps what passed every gate before', async () => {
  const whole = await run(model);
  const ofFirst = whole.requests.findIndex(({ prompt }) => prompt.includes('2.1 |'));
  const ran = await run(model, { caps: { calls: ofFirst + 2 } });
  expect(ran.requests).toHaveLength(ofFirst + 2);
  expect(ran.halt).toEqual({ why: 'calls', detail: `the cap of ${ofFirst + 2} calls is reached` });
  expect(ran.frames.map(({ parts }) => parts.cause)).toEqual([clayScript.frame.parts.cause]);
});

test.each([
  ['tokens', { tokens: 12_000 }],
  ['cost', { cost: 0.014 }],
] as const)('a cap on %s is never exceeded: a call that might do so is not made', async (why, caps) => {
  const ran = await run(model, { caps, price: { input: 1, output: 2 } });
  const { inputTokens, outputTokens } = ran.spent;
  expect(ran.halt?.why).toBe(why);
  expect(ran.requests.length).toBeGreaterThan(0);
  expect(inputTokens + outputTokens).toBeLessThanOrEqual(
    'tokens' in caps ? caps.tokens : Number.POSITIVE_INFINITY,
  );
  expect((inputTokens + 2 * outputTokens) / 1e6).toBeLessThanOrEqual('cost' in caps ? caps.cost : 1);
});

test('a cap on time ends the run at the next question', async () => {
  let now = 0;
  const ran = await run(
    (request) => {
      now += 40_000;
      return model(request);
    },
    { caps: { minutes: 1 }, now: () => now },
  );
  expect([ran.halt?.why, ran.requests.length]).toEqual(['time', 2]);
});

test('a second run asks nothing, gives the same, and a run that was cut short goes on from there', async () => {
  const cache = new Map<string, string>();
  const cut = await run(model, { cache, caps: { calls: 4 } });
  expect(cut.halt?.why).toBe('calls');
  const whole = await run(model, { cache });
  expect(whole.spent.cached).toBe(4);
  const again = await run(model, { cache });
  expect(again.requests).toEqual([]);
  expect(again.frames).toEqual(whole.frames);
  expect(JSON.stringify([...cache.values()])).not.toContain(secret);
});

test('an answer that could not be read is not remembered', async () => {
  const cache = new Map<string, string>();
  await run(() => ({ say: 'no' }), { cache });
  expect(cache.size).toBe(0);
  expect((await run(model, { cache })).frames).toHaveLength(2);
});

test('what is remembered is as little trusted as what is sent', async () => {
  const cache = new Map<string, string>();
  await run(model, { cache });
  for (const hash of cache.keys()) cache.set(hash, '{"frames": [{"type": "cause"}]');
  const ran = await run(model, { cache });
  expect(ran.requests.map(stepOf)).toContain('frames');
  expect(ran.frames.map(({ parts }) => parts.cause)).toEqual(good);
});

test('a server that counts wrongly is counted by the length of what was said', async () => {
  const usage = { prompt_tokens: -5, completion_tokens: -5, total_tokens: -10 };
  const ran = await run((request) => {
    const done = model(request);
    const content = 'say' in done ? done.say : '';
    const message = { role: 'assistant', content };
    return {
      raw: JSON.stringify({
        id: '1',
        created: 1,
        model: 'm',
        choices: [{ index: 0, message, finish_reason: 'stop' }],
        usage,
      }),
    };
  });
  expect(ran.spent.inputTokens).toBeGreaterThan(1_000);
  expect(ran.frames).toHaveLength(2);
});

test('a server that needs no key is sent none', async () => {
  const server = await openChatServer(() => say({ frames: [], reason: 'nothing' }));
  try {
    const { openAsk } = await import('#app/_model/open-ask.ts');
    const ask = openAsk({ url: server.url, name: 'm', key: null }, new AbortController().signal);
    await ask({ instructions: 'i', prompt: 'p', maxOutputTokens: 10, timeoutMs: 10_000 });
    expect(server.requests[0]?.headers.authorization).toBeUndefined();
  } finally {
    await server.close();
  }
});
