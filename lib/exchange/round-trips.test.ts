import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeGift } from './gift.ts';
import { readGift } from './gift-read.ts';
import { writeMoodleXml } from './moodle-xml.ts';
import { readMoodleXml } from './moodle-xml-read.ts';
import { writeQti2 } from './qti-2.ts';
import { readQti2 } from './qti-2-read.ts';
import { hasBlank, orderOfPairs, type Question } from './question.ts';

/** Text as a course may hold it, rich in what the formats use for themselves. */
const text = fc
  .string({
    minLength: 1,
    maxLength: 30,
    unit: fc.oneof(
      fc.constantFrom(...'~=#{}:\\n*%5%-<>&"\'[]/$]]> “”_T\n'),
      fc.constantFrom('::', '####', '\\n', '\\*', '%50%', '[html]', '//', '&lt;', ']]>', '<script>'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }),
    ),
  })
  .map((raw) => raw.replace(/(?![\n])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '').trim())
  .filter((clean) => clean !== '' && !hasBlank(clean) && !clean.includes('->'));
const line = text.map((raw) => raw.replace(/\s+/g, ' '));

const named = { name: line, category: line, feedback: fc.oneof(fc.constant(''), text) };
const none = {
  options: fc.constant<Question['options']>([]),
  pairs: fc.constant<Question['pairs']>([]),
  order: fc.constant<string[]>([]),
  accept: fc.constant<string[]>([]),
};
const reason = fc.oneof(fc.constant(''), text);
const option = (correct: fc.Arbitrary<boolean>) => fc.record({ text, correct, rationale: reason });
const options = (right: number, wrong: number) =>
  fc
    .tuple(
      fc.array(option(fc.constant(true)), { minLength: 1, maxLength: right }),
      fc.array(option(fc.constant(false)), { minLength: 1, maxLength: wrong }),
    )
    .map((both) => both.flat());
const trueFalse = fc.tuple(fc.boolean(), reason, reason).map(([isTrue, one, other]) => [
  { text: 'True', correct: isTrue, rationale: one },
  { text: 'False', correct: !isTrue, rationale: other },
]);
const pairs = fc
  .array(fc.record({ left: text, right: text }), { minLength: 2, maxLength: 5 })
  .filter((some) => orderOfPairs(some) === null);
const accept = fc.uniqueArray(text, { minLength: 1, maxLength: 4 });
const several = fc.array(text, { minLength: 2, maxLength: 5 });

const question: fc.Arbitrary<Question> = fc.oneof(
  fc.record({ ...named, ...none, kind: fc.constant('single' as const), stem: text, options: options(1, 4) }),
  fc.record({
    ...named,
    ...none,
    kind: fc.constant('multiple' as const),
    stem: text,
    options: options(7, 4),
  }),
  fc.record({ ...named, ...none, kind: fc.constant('true-false' as const), stem: text, options: trueFalse }),
  fc.record({ ...named, ...none, kind: fc.constant('short' as const), stem: text, accept }),
  fc.record({
    ...named,
    ...none,
    kind: fc.constant('cloze' as const),
    stem: text.map((words) => `${words} ____.`),
    accept,
  }),
  fc.record({ ...named, ...none, kind: fc.constant('matching' as const), stem: text, pairs }),
  fc.record({ ...named, ...none, kind: fc.constant('ordering' as const), stem: text, order: several }),
);

const formats = { GIFT: [writeGift, readGift], 'Moodle XML': [writeMoodleXml, readMoodleXml] } as const;

describe.each(Object.entries(formats))('%s', (_, [write, read]) => {
  test('questions of every kind come back with all that they had', () => {
    fc.assert(
      fc.property(fc.array(question, { maxLength: 5 }), (questions) => {
        expect(read(write(questions).text)).toEqual({ ok: true, value: { questions, report: [] } });
      }),
      { numRuns: 500 },
    );
  });

  test('whatever a file holds, reading it ends with questions or a refusal', () => {
    const pieces = fc.array(
      fc.oneof(
        fc.constantFrom(...'{}~=#:\\<>&"/\n%'),
        fc.constantFrom(
          '::',
          '->',
          '####',
          '\n\n',
          '$CATEGORY: x',
          '//',
          '[html]',
          '<quiz>',
          '</quiz>',
          '<text>',
        ),
        fc.constantFrom(
          '<question type="multichoice">',
          '</question>',
          '<answer fraction="x">',
          '<![CDATA[',
          '<!--',
        ),
        fc.string({ unit: 'binary', maxLength: 5 }),
      ),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        const found = read(parts.join(''));
        if (!found.ok) expect(found.refusal).not.toBe('');
        else for (const each of found.value.questions) expect(each.stem).not.toBe('');
      }),
      { numRuns: 2000 },
    );
  });

  test('a file cut off anywhere is read without a fault', () => {
    const [whole] = fc.sample(fc.array(question, { minLength: 6, maxLength: 6 }), { numRuns: 1, seed: 5 });
    const written = write(whole ?? []).text;
    for (let end = 0; end < written.length; end += 7) {
      const found = read(written.slice(0, end));
      if (found.ok) expect(found.value.questions.length).toBeLessThanOrEqual(6);
    }
  });

  test('a file beyond the limit is refused unread', () => {
    expect(read('x'.repeat(8_000_001))).toEqual({ ok: false, refusal: 'too-large' });
  });
});

/** As QTI shows a text: spaces run together, and no place has a category. */
const asShown = (value: string) =>
  value
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();

describe('QTI 2.1', () => {
  test('questions of every kind come back with all that the format has', () => {
    fc.assert(
      fc.property(fc.array(question, { minLength: 1, maxLength: 5 }), (written) => {
        const questions: Question[] = JSON.parse(JSON.stringify(written), (_, value) =>
          typeof value === 'string' ? asShown(value) : value,
        );
        const found = readQti2(writeQti2(questions).files);
        expect(found).toEqual({
          ok: true,
          value: { questions: questions.map((each) => ({ ...each, category: '' })), report: [] },
        });
      }),
      { numRuns: 500 },
    );
  });

  test('a package cut off or mixed up is refused or read, without a fault', () => {
    const [whole = []] = fc.sample(fc.array(question, { minLength: 6, maxLength: 6 }), {
      numRuns: 1,
      seed: 5,
    });
    const { files } = writeQti2(whole);
    for (const [path, text] of files)
      for (let end = 0; end < text.length; end += 11) {
        const found = readQti2(new Map([...files, [path, text.slice(0, end)]]));
        if (end > 0) expect(found.ok).toBe(false);
      }
    const words = [...files.values()].join('').split(/(?=<)/);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 40 }), (parts) => {
        const text = `<assessmentItem>${parts.join('')}</assessmentItem>`;
        const found = readQti2(new Map([['a.xml', text]]));
        if (found.ok) for (const each of found.value.questions) expect(each.stem).not.toBe('');
      }),
      { numRuns: 500 },
    );
  });
});
