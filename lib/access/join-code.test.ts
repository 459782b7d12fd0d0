import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldJoinCode, joinCode, showJoinCode } from './join-code.ts';

test('a code has six letters, none of which is taken for another', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (random) => {
      const code = joinCode(random);
      if (code === null) expect(random.filter((byte) => byte < 253).length).toBeLessThan(6);
      else expect(code).toMatch(/^[A-HJKMNP-Z]{6}$/);
    }),
    { seed: 5 },
  );
});

test('every letter is as likely as any other', () => {
  const counts = new Map<string, number>();
  for (let byte = 0; byte < 253; byte += 1) {
    const letter = joinCode(new Uint8Array(6).fill(byte))?.charAt(0) ?? '';
    counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  expect(new Set(counts.values())).toEqual(new Set([11]));
});

test('a code is found however it is typed, and reads back as it was', () => {
  for (const typed of ['KXM-PQR', 'kxm pqr', ' k-x-m-p-q-r ', 'kxmpqr'])
    expect(foldJoinCode(typed)).toBe('KXMPQR');
  expect(showJoinCode('KXMPQR')).toBe('KXM-PQR');
  expect(foldJoinCode(showJoinCode('KXMPQR'))).toBe('KXMPQR');
});
