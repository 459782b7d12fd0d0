import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fingerprint, hash64 } from './fingerprint.ts';

test('the same parts always get the same name', () => {
  expect(fingerprint('i', 'Why do leaves fall?', 'cause')).toBe(
    fingerprint('i', 'Why do leaves fall?', 'cause'),
  );
});

test('a name is the prefix and thirteen letters and digits', () => {
  expect(fingerprint('c', 'osmosis')).toMatch(/^c_[0-9a-z]{13}$/);
  expect(fingerprint('c')).toMatch(/^c_[0-9a-z]{13}$/);
});

test('where one part ends and the next begins makes a difference', () => {
  expect(fingerprint('i', 'ab', 'c')).not.toBe(fingerprint('i', 'a', 'bc'));
  expect(fingerprint('i', 'ab')).not.toBe(fingerprint('i', 'ab', ''));
  expect(fingerprint('i', 'a\0b')).not.toBe(fingerprint('i', 'a', 'b'));
});

test('names never change between releases, since stored courses are known by them', () => {
  expect(fingerprint('s', 'Overview', '0')).toMatchInlineSnapshot(`"s_31eyvmdf0cuxj"`);
});

test('the arithmetic agrees with 64-bit FNV-1a done in exact integers', () => {
  const exact = (parts: readonly string[]) => {
    let hash = 0xcbf29ce484222325n;
    const eat = (byte: number) => {
      hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;
    };
    for (const part of parts) {
      for (const shift of [0, 8, 16, 24]) eat((part.length >>> shift) & 0xff);
      for (let at = 0; at < part.length; at += 1) {
        eat(part.charCodeAt(at) & 0xff);
        eat(part.charCodeAt(at) >>> 8);
      }
    }
    return hash;
  };
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), (parts) => {
      const { high, low } = hash64(parts);
      expect((BigInt(high) << 32n) | BigInt(low)).toBe(exact(parts));
    }),
    { seed: 1, numRuns: 200 },
  );
});

test('fifty thousand short texts get fifty thousand names', () => {
  const names = new Set<string>();
  for (let n = 0; n < 50_000; n += 1) names.add(fingerprint('i', `stem ${n}`, String(n % 7)));
  expect(names.size).toBe(50_000);
});
