import { expect, test } from 'vitest';
import { cleanClassName } from './class-name.ts';

test('spaces around and between are tidied, and characters that no eye sees are left out', () => {
  expect(cleanClassName('  IR\u00a0210,\n group  B\u200b ')).toEqual({ ok: true, value: 'IR 210, group B' });
});

test('a name of nothing, or of nothing to see, is none', () => {
  for (const typed of ['', '   ', '\u200b\u202e', '\u0000'])
    expect(cleanClassName(typed)).toEqual({ ok: false, refusal: 'name-empty' });
});

test('a name has up to 120 characters', () => {
  expect(cleanClassName('ü'.repeat(120)).ok).toBe(true);
  expect(cleanClassName('ü'.repeat(121))).toEqual({ ok: false, refusal: 'name-long' });
});
