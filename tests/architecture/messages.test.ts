import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { compareKeys, keysOf, readMessagesUsed, type Use } from './messages-used.ts';

const messages: object = JSON.parse(readFileSync('app/_i18n/messages/en.json', 'utf8'));
let used: Use[];
let unclear: string[];

beforeAll(() => {
  ({ used, unclear } = readMessagesUsed(process.cwd()));
});

test('the scan sees the messages that pages ask for, and which keys a variable can become', () => {
  expect(used.length).toBeGreaterThan(200);
  expect(unclear).toEqual([]);
});

test('every message that a page asks for is written', () => {
  expect(compareKeys(used, messages).missing).toEqual([]);
});

test('every message that is written is asked for', () => {
  expect(compareKeys(used, messages).unused).toEqual([]);
});

test('a message that nobody asks for, and one that nobody wrote, are both found', () => {
  const planted = { ...messages, planted: { never: 'asked for' } };
  expect(compareKeys(used, planted).unused).toContain('planted.never');
  const asked = [...used, { key: 'planted.nowhere', file: 'app/page.tsx' }];
  expect(compareKeys(asked, messages).missing).toEqual(['planted.nowhere (app/page.tsx)']);
  expect(keysOf({ one: { two: '', three: { four: '' } } })).toEqual(['one.two', 'one.three.four']);
});
