import { expect, test } from 'vitest';
import { compileInWorker } from '#app/_compile/compile-in-worker.ts';
import { hostileDocument } from './documents.ts';
import { fuzz } from './harness.ts';

/** The run of ten thousand is `npm run fuzz`; a seed of one's own is set by FUZZ_SEED. */
const seed = Number(process.env.FUZZ_SEED ?? 20_261_125);
const count = 300;
const perTest = 100;

test.each(Array.from({ length: count / perTest }, (_, at) => at * perTest))(
  `hostile documents from number %i of seed ${seed} on give a sound course or a clear refusal`,
  async (from) => {
    const faults: string[] = [];
    // The limits are those of `npm run fuzz`: here only what hangs, or breaks, is a fault.
    await fuzz(seed, from, from + perTest, (result) => {
      faults.push(...result.faults.map((fault) => `${result.number} (${result.what}): ${fault}`));
    });
    expect(faults, `npm run fuzz -- 1 ${seed} NUMBER reads one of them again`).toEqual([]);
  },
);

test('a document that unpacks without end stops at the door, and one beside it is compiled', async () => {
  const bomb = hostileDocument(seed, 48);
  const sound = hostileDocument(seed, 24);
  const [refused, compiled] = await Promise.all(
    [bomb, sound].map(({ name, bytes }) =>
      compileInWorker({ fileName: name, bytes }, { milliseconds: 60_000, megabytes: 512 }),
    ),
  );
  expect(bomb.what).toBe('a Word document that unpacks without end');
  expect(refused).toEqual({ ok: false, refusal: 'bomb' });
  expect(compiled?.ok).toBe(true);
});
