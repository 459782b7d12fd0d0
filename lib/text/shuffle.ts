import { hash64 } from './fingerprint.ts';

/** A new list in an order that the seed alone decides: the same seed gives the same order for ever. */
export function shuffle<T>(list: readonly T[], seed: string): T[] {
  const out = [...list];
  const next = randomNumbers(seed);
  for (let last = out.length - 1; last > 0; last -= 1) {
    const pick = Math.floor(next() * (last + 1));
    const a = out[last] as T;
    out[last] = out[pick] as T;
    out[pick] = a;
  }
  return out;
}

/** sfc32 (Chris Doty-Humphrey, PractRand): numbers from 0 to 1, seeded by the text's fingerprint. */
export function randomNumbers(seed: string): () => number {
  const { high, low } = hash64([seed]);
  let a = 0;
  let b = low | 0;
  let c = high | 0;
  let counter = 1;
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 0x1_0000_0000;
  };
  // The author's own seeding discards twelve rounds, until each bit of the seed has spread.
  for (let round = 0; round < 12; round += 1) next();
  return next;
}
