import fc from 'fast-check';
import { expect, test } from 'vitest';
import { uuidV7 } from './uuid-v7.ts';

test('the example of RFC 9562 comes out', () => {
  // Appendix A.6: 2022-02-22T19:22:22Z, rand_a 0xCC3, rand_b 0x18C4DC0C0C07398F.
  const random = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]);
  expect(uuidV7(new Date(0x017f22e279b0), random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
});

test('a later id sorts after an earlier one, and each is a valid uuid', () => {
  const moment = fc.integer({ min: 0, max: 2 ** 47 });
  const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 });
  fc.assert(
    fc.property(moment, fc.integer({ min: 1, max: 10_000 }), bytes, bytes, (time, later, one, two) => {
      const [a, b] = [uuidV7(new Date(time), one), uuidV7(new Date(time + later), two)];
      expect(a < b).toBe(true);
      expect(a).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }),
    { seed: 2 },
  );
});

test('too few random bytes are refused', () => {
  expect(() => uuidV7(new Date(0), new Uint8Array(9))).toThrow(RangeError);
});
