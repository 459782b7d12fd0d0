import { describe, expect, test } from 'vitest';
import { commonPasswords } from './common-passwords.ts';
import { refusePassword } from './password.ts';

const person = { email: 'amara.okafor@example.org', name: 'Amara Okafor' };
const refusal = (password: string) => refusePassword(password, person);

test.each([
  'tidy-otter-88',
  'correct horse battery',
  'zX9!kQ2#vL',
  'mustard umbrella',
  'ключ от дома 7',
  '春眠不覚暁処処聞啼鳥',
])('%s will do', (password) => {
  expect(refusal(password)).toBeNull();
});

describe('what everybody tries first is refused', () => {
  test.each([
    ['a common word with a year', 'password2024'],
    ['the same behind a mask', 'P@ssw0rd2024!'],
    ['the same twice', 'passwordpassword'],
    ['letters repeated', 'aaaaaaaaaaaa'],
    ['a word repeated', 'lovelovelove'],
    ['digits in a row', '1234567890'],
    ['a row of keys and digits', 'qwerty12345'],
    ['a walk down the keyboard', '1qaz2wsx3edc'],
    ['the alphabet backwards', 'kjihgfedcba'],
    ['one’s own name', 'amara.okafor'],
    ['one’s own name with a year', 'Okafor1985!'],
    ['one’s own address', 'amara.okafor@example.org'],
    ['the name of this place', 'lectern2026!'],
  ])('%s', (_, password) => {
    expect(refusal(password)).toBe('password-common');
  });
});

test('length is counted in characters, not in units', () => {
  expect(refusal('🐪🐫🦙🦒🐘🦏🦛🐁🐀')).toBe('password-short');
  expect(refusal('🐪🐫🦙🦒🐘🦏🦛🐁🐀🐹')).toBeNull();
  expect(refusal(`${'tidy otter '.repeat(18)}ab`)).toBeNull();
  expect(refusal('x'.repeat(201))).toBe('password-long');
});

test('a very long password is judged at once', () => {
  const began = performance.now();
  refusal(`${'ab'.repeat(95)}xyzzy`);
  expect(performance.now() - began).toBeLessThan(100);
});

test('the list is long, and every entry is as it is looked up', () => {
  expect(commonPasswords.size).toBeGreaterThan(1500);
  for (const word of commonPasswords) expect(word).toMatch(/^\p{Ll}+$/u);
});
