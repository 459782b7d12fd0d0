import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitSentences } from './sentences.ts';

const split = (text: string) => splitSentences(text).map(({ start, end }) => text.slice(start, end));

/** Each sentence on a line of its own is what must come out when they are joined by spaces. */
const cases: Record<string, string[]> = {
  'full stops, question and exclamation marks end sentences': [
    'Bees dance.',
    'Why do they dance?',
    'To point the way!',
    'The others follow.',
  ],
  'a title before a name is no end': [
    'Dr. Amara Obi met Mrs. Lund and Prof. Weiss.',
    'They spoke for an hour.',
  ],
  'initials belong to the name': ['J. R. R. Tolkien taught with C. S. Lewis.', 'Both wrote at night.'],
  'a letter that labels a thing can end a sentence': ['Limes are rich in vitamin C.', 'Sailors ate them.'],
  'an abbreviated country goes on into a name and stops before a sentence': [
    'The U.S. Congress met the U.S. ambassador.',
    'He had never lived in the U.S.',
    'The talks failed.',
  ],
  'e.g., i.e., cf. and vs. never end a sentence': [
    'Some birds, e.g. Arctic terns, fly far, i.e. Pole to pole.',
    'See cf. Smith on land vs. Sea routes.',
  ],
  'the parties of a case are not torn apart': [
    'The court decided Ramos v. Louisiana in 2020.',
    'It was a close vote.',
  ],
  'No. before a number is no end, but the answer no is': [
    'Platform No. 9 was shut.',
    'Was it safe?',
    'No.',
    'I think not.',
    'He said no.',
    'They left.',
  ],
  'references to pages, figures and volumes hold together': [
    'See p. 12 and Fig. 3 in vol. IV of the atlas.',
    'It dates from c. 1850.',
  ],
  'decimals, versions and times are no ends': [
    'It rose by 3.5 per cent to 1.25 million in version 2.0.1.',
    'At 6.30 it rained.',
  ],
  'a year can end a sentence and a number can begin one': ['The war ended in 1918.', '12 men came home.'],
  'a company goes on, unless a common opening word follows': [
    'Baker Bros. Ltd. Shipping grew.',
    'He joined Baker Inc.',
    'The firm failed.',
  ],
  'a source with several authors is not torn from its year': [
    'Lund et al. (2004) disagree.',
    'So do Obi et al.',
    'The matter is open.',
  ],
  'an ellipsis goes on before a small letter and ends before a capital': [
    'He waited ... and waited.',
    'Nobody came…',
    'Then it rained. . . .',
    'At last they left.',
  ],
  'words left out in brackets do not end a sentence': [
    'The treaty [...] Germany signed was harsh.',
    'It failed.',
  ],
  'a closing quotation mark belongs to its sentence': [
    'She said, “We will stay.”',
    'He replied: "So will I."',
    'They stayed.',
  ],
  'a question inside a quotation does not end the sentence around it': [
    '“Will the dam hold?” asked the engineer.',
    '"Run!" he cried.',
    'They ran.',
  ],
  'several sentences quoted within one stay together': [
    'He wrote, “I came. I saw. I won.”',
    '“It is late. Sit down,” she said.',
    'He sat.',
  ],
  'a bracket within a sentence keeps it whole': [
    'The plan (it was old. Nobody liked it) was dropped.',
    'A new one came.',
  ],
  'a bracketed sentence keeps its bracket': ['It rained.', '(Nobody minded.)', 'The fair went on.'],
  'semicolons, colons and dashes do not end sentences': [
    'It was cold; the lake froze: nobody fished — nobody could.',
    '— Who said so?',
    'I did.',
  ],
  'a small letter after a stop goes on with the sentence': [
    'The firm of Yahoo! and others grew.',
    'It was big.',
  ],
  'a name that begins small can begin a sentence': [
    'Genes make copies.',
    'mRNA carries them.',
    'iPhones do not.',
  ],
  'a note mark belongs to the sentence before it': ['Glass is old.[3]', 'Paper is not.¹', 'Ink is older.'],
  'the number of a list entry is part of it': ['1. Heat the water.', '2. Add the salt.'],
  'a stop that stands alone is no sentence': ['... And so it began.', '! ? Both were painted on the wall.'],
  'stops of other scripts need no space': ['水は冷たい。', '魚は泳ぐ。'],
};

for (const [title, sentences] of Object.entries(cases)) {
  test(title, () => {
    const glue = title.startsWith('stops of other') ? '' : ' ';
    expect(split(sentences.join(glue))).toEqual(sentences);
  });
}

test('a blank line ends a sentence that has no stop', () => {
  expect(split('A heading\n\nA paragraph\ngoes on.\n\nThe next (is open\n\nand closed).')).toEqual([
    'A heading',
    'A paragraph\ngoes on.',
    'The next (is open',
    'and closed).',
  ]);
});

test('list entries without a final stop are told apart', () => {
  expect(split('- warm water\n- cold sand\n3. salt\n• ice')).toEqual([
    '- warm water',
    '- cold sand',
    '3. salt',
    '• ice',
  ]);
});

test('only the asked stretch is split, with spans in the whole text', () => {
  const text = 'One. Two. Three.';
  expect(splitSentences(text, 5, 9)).toEqual([{ start: 5, end: 9 }]);
  expect(splitSentences(text, 4, 12)).toEqual([
    { start: 5, end: 9 },
    { start: 10, end: 12 },
  ]);
  expect(splitSentences('  \n ')).toEqual([]);
});

const pieces = fc.constantFrom(
  ...[
    'a',
    'B',
    'word',
    'Dr',
    'U.S',
    'e.g',
    'No',
    '3',
    '.',
    '..',
    '!',
    '?',
    '…',
    ' ',
    '  ',
    '\n',
    '\n\n',
    '"',
    '“',
    '”',
  ],
  ...['(', ')', '[', ']', "'", '’', ',', ';', '—', '-', 'é', '😀', '。', '\u00a0', 'The', 'I'],
);
const texts = fc.oneof(
  fc.array(pieces, { maxLength: 80 }).map((list) => list.join('')),
  fc.string({ unit: 'grapheme' }),
);

test('sentences stand in order, never overlap, and hold every character but white space', () => {
  fc.assert(
    fc.property(texts, (text) => {
      let from = 0;
      for (const { start, end } of splitSentences(text)) {
        expect(start).toBeGreaterThanOrEqual(from);
        expect(end).toBeGreaterThan(start);
        expect(text.slice(from, start).trim()).toBe('');
        expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
        from = end;
      }
      expect(text.slice(from).trim()).toBe('');
    }),
    { seed: 3, numRuns: 3000 },
  );
});
