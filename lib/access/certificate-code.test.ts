import fc from 'fast-check';
import { expect, test } from 'vitest';
import { certificateCode, foldCertificateCode, showCertificateCode } from './certificate-code.ts';

test('a code has sixteen signs, none of which is taken for another, each as likely as any', () => {
  const counts = new Map<string, number>();
  for (let byte = 0; byte < 256; byte += 1) {
    const code = certificateCode(new Uint8Array(16).fill(byte));
    expect(code).toMatch(/^[A-HJ-NP-Z2-9]{16}$/);
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  expect([...counts.values()]).toEqual(Array.from({ length: 32 }, () => 8));
  expect(() => certificateCode(new Uint8Array(15))).toThrow(RangeError);
});

test('a code is found however it is typed off paper, and nothing else is taken for one', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (random) => {
      const code = certificateCode(random);
      expect(foldCertificateCode(showCertificateCode(code))).toBe(code);
      expect(foldCertificateCode(` ${showCertificateCode(code).toLowerCase().replaceAll('-', ' ')} `)).toBe(
        code,
      );
    }),
    { seed: 6 },
  );
  for (const typed of ['', 'ABCD', 'ABCD-EFGH-JKLM-NPQ!', `${'A'.repeat(17)}`, '\0'])
    expect(foldCertificateCode(typed)).toBeNull();
});
