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

const others = ['zh', 'ru'] as const;
const read = (language: string): object =>
  JSON.parse(readFileSync(`app/_i18n/messages/${language}.json`, 'utf8'));

/** What a translation must bring: the same keys, the same values and tags to fill in, its own plural forms. */
function faultsOf(language: string, translated: object): string[] {
  const [own, english] = [flat(translated), flat(messages)];
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const faults = [...english.keys()].filter((key) => !own.has(key)).map((key) => `${key} is missing`);
  for (const [key, text] of own) {
    const wanted = english.get(key);
    if (wanted === undefined) faults.push(`${key} is not in English`);
    else if (slotsOf(text) !== slotsOf(wanted))
      faults.push(`${key} fills in ${slotsOf(text)}, not ${slotsOf(wanted)}`);
    if (text.trim() === '') faults.push(`${key} says nothing`);
    for (const [, body = ''] of text.matchAll(
      /\{\w+, plural, ((?:[^{}]|\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\})*)\}/g,
    ))
      for (const form of forms)
        if (!new RegExp(`(?:^| )${form} \\{`).test(body)) faults.push(`${key} has no form for “${form}”`);
  }
  return faults;
}

/** Names of values and tags, each once: a language may say a number where English says "one". */
function slotsOf(text: string): string {
  const values = [...text.matchAll(/(?<!(?:zero|one|two|few|many|other|=\d) )\{([a-z]\w*)(?=[,}])/g)].map(
    ([, name]) => name,
  );
  const tags = [...text.matchAll(/<(\w+)>/g)].map(([, name]) => `<${name}>`);
  return [...new Set([...values, ...tags])].sort().join(' ');
}

function flat(tree: object, before = ''): Map<string, string> {
  const out = new Map<string, string>();
  for (const [name, value] of Object.entries(tree)) {
    if (typeof value === 'string') out.set(`${before}${name}`, value);
    else for (const [key, text] of flat(value, `${before}${name}.`)) out.set(key, text);
  }
  return out;
}

test.each(others)(
  '%s says everything that English says, with the same values and its own plurals',
  (language) => {
    expect(faultsOf(language, read(language))).toEqual([]);
  },
);

test('a translation that lacks a key, a value or a plural form is found', () => {
  const planted = JSON.parse(JSON.stringify(read('ru')));
  delete planted.frame.skip;
  planted.quiz.step = 'Вопрос';
  planted.course.answer = 'Ответить на {questions, plural, one {# вопрос} other {# вопроса}}';
  expect(faultsOf('ru', planted)).toEqual([
    'frame.skip is missing',
    'course.answer has no form for “few”',
    'course.answer has no form for “many”',
    'quiz.step fills in , not step',
  ]);
});
