import { expect, test } from 'vitest';
import { parsePlainText } from './plain-text.ts';

const read = (raw: string) => {
  const document = parsePlainText(raw);
  return document.blocks.map(({ kind, level, start, end }) => [kind, level, document.text.slice(start, end)]);
};
const kinds = (raw: string) => read(raw).map(([kind, level]) => `${kind} ${level}`);

/** A paragraph of 42 words about one thing. */
const prose = (thing: string) =>
  `The old miller kept ${thing} beside the river, where each spring brought water, mud and news. ` +
  `Nobody in the valley could say who had built the first of them, though many families, when asked, ` +
  'would name a grandfather of their own.';

test('one paragraph a line: short lines before long ones are title and headings', () => {
  const raw = `Life at the Mill\n${prose('two wheels')}\nThe Wheels and Their Keepers\n${prose('iron')}\nFlour\n${prose('sacks')}`;
  expect(parsePlainText(raw).title).toBe('Life at the Mill');
  expect(read(raw)).toEqual([
    ['heading', 1, 'Life at the Mill'],
    ['paragraph', 0, prose('two wheels')],
    ['heading', 2, 'The Wheels and Their Keepers'],
    ['paragraph', 0, prose('iron')],
    ['heading', 2, 'Flour'],
    ['paragraph', 0, prose('sacks')],
  ]);
});

test('paragraphs are set apart by a blank line in the normalised text', () => {
  const { text } = parsePlainText(`Flour\r\n\r\n\r\n${prose('sacks')}\r\n`);
  expect(text).toBe(`Flour\n\n${prose('sacks')}`);
});

/** Lines broken as an editor breaks them. */
const wrap = (text: string, width: number) => {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.join('\n');
};

test.each([50, 64, 72, 80, 100])('lines wrapped by hand at %i characters are joined again', (width) => {
  const raw = `Life at the Mill\n\n${wrap(prose('two wheels'), width)}\n\n${wrap(prose('iron'), width)}\n`;
  expect(read(raw)).toEqual([
    ['heading', 1, 'Life at the Mill'],
    ['paragraph', 0, prose('two wheels')],
    ['paragraph', 0, prose('iron')],
  ]);
});

test('a heading stands apart from wrapped lines right below it', () => {
  const raw = `The Mill\n\n${wrap(prose('wheels'), 72)}\n\nFlour\n${wrap(prose('sacks'), 72)}`;
  expect(read(raw).slice(2)).toEqual([
    ['heading', 2, 'Flour'],
    ['paragraph', 0, prose('sacks')],
  ]);
});

test('a word divided at the end of a line is one word; a compound keeps its hyphen', () => {
  const lines =
    'The sails of an old wind-\nmill turned in the west wind while a well-\nknown baker, known by all, drew at the well.';
  expect(read(`${lines}\n\nHe slept.`)[0]?.[2]).toBe(
    'The sails of an old windmill turned in the west wind while a well-known baker, known by all, drew at the well.',
  );
});

test('underlined, numbered, capital and chapter lines are headings though little text follows', () => {
  const short = 'It was short, and yet nobody in the whole valley asked for more of it.';
  const raw = [
    'Mills',
    '=====',
    '',
    short,
    '',
    'Wheels',
    '------',
    '',
    short,
    '',
    'SAILS AND STONES',
    '',
    short,
  ];
  expect(kinds([...raw, '', '1.2 Grain', '', short, '', 'Chapter 3', '', short].join('\n'))).toEqual([
    ...['heading 1', 'paragraph 0', 'heading 2', 'paragraph 0', 'heading 2', 'paragraph 0'],
    ...['heading 3', 'paragraph 0', 'heading 2', 'paragraph 0'],
  ]);
});

test('a line that ends a sentence, dangles, begins small or runs long is no heading', () => {
  for (const line of [
    'He came home.',
    'Who built it?',
    'The story of the',
    'The mill and',
    'a small matter',
    'One two three four five six seven eight nine ten eleven twelve thirteen',
  ]) {
    expect(kinds(`Title of It All\n\n${prose('x')}\n\n${line}\n\n${prose('y')}`)[2], line).toBe(
      'paragraph 0',
    );
  }
});

test('a short line before a short paragraph is no heading', () => {
  expect(kinds(`Title of It All\n\n${prose('x')}\n\nYours in haste\n\nThe miller of the dell, 1804`)).toEqual(
    [...['heading 1', 'paragraph 0', 'paragraph 0', 'paragraph 0']],
  );
});

test('the line under the title may name the authors and is then no part of the text', () => {
  const document = parsePlainText(`Life at the Mill\nBy Ada Moss and Ben Reed\n\n${prose('wheels')}`);
  expect(document.title).toBe('Life at the Mill');
  expect(document.byline).toBe('Ada Moss and Ben Reed');
  expect(document.text).toBe(`Life at the Mill\n\n${prose('wheels')}`);
});

test('a first heading that names a first section is no title', () => {
  const document = parsePlainText(`Introduction\n\n${prose('wheels')}\n\nFlour\n\n${prose('sacks')}`);
  expect(document.title).toBe('');
  expect(document.blocks.map((block) => block.level)).toEqual([2, 0, 2, 0]);
});

test('bulleted and numbered lines are list entries; a lone numbered line before prose is a heading', () => {
  const list = `Life at the Mill\n\n${prose('x')}\n\n- two stones\n- one wheel\n  - its hub\n\n1. Wash the grain\n2. Dry it`;
  expect(read(list).slice(2)).toEqual([
    ['list-item', 1, 'two stones'],
    ['list-item', 1, 'one wheel'],
    ['list-item', 2, 'its hub'],
    ['list-item', 1, 'Wash the grain'],
    ['list-item', 1, 'Dry it'],
  ]);
  expect(read(`Life at the Mill\n\n${prose('x')}\n\n1. Grain\n\n${prose('y')}`)[2]).toEqual([
    'heading',
    2,
    'Grain',
  ]);
});

test('the last entry of a list is no heading of the paragraph after it', () => {
  expect(kinds(`Life at the Mill\n\n${prose('x')}\n\n- Stones\n- Wheels\n\n${prose('y')}`)).toEqual([
    ...['heading 1', 'paragraph 0', 'list-item 1', 'list-item 1', 'paragraph 0'],
  ]);
});

test('invisible characters are removed and reported', () => {
  const document = parsePlainText(`The \u202emill\u200b stood\ufeff by the ri\u00adver.`);
  expect(document.text).toBe('The mill stood by the river.');
  expect(document.diagnostics.map(({ code, message }) => [code, message])).toEqual([
    ['hidden-characters', '2 invisible characters were removed'],
  ]);
});

const rest = `\n\n${prose('x')}\n\nFlour\n\n${prose('y')}`;

test('lines that only say when the text was written are neither heading nor prose', () => {
  for (const line of [
    '3 March 2021',
    'March 3, 2021',
    'Published: Monday, 3 March 2021',
    '2021-03-03',
    '5 min read',
  ]) {
    const document = parsePlainText(`Life at the Mill\nBy Ada Moss\n${line}${rest}`);
    expect(document.byline, line).toBe('Ada Moss');
    expect(document.text, line).toBe(`Life at the Mill\n\n${prose('x')}\n\nFlour\n\n${prose('y')}`);
  }
  expect(parsePlainText(`Life at the Mill | 1821${rest}`).title).toBe('Life at the Mill | 1821');
});

test('quotations, tables and code are known by their layout', () => {
  const raw = [
    ...[
      'Life at the Mill',
      '',
      prose('x'),
      '',
      '> Bring the grain',
      '> before noon.',
      '',
      'stone | use',
      'hard | wheat',
      '',
    ],
    ...[
      '    grind(wheat);',
      '    sell(flour);',
      '',
      '    The wheel stood still',
      '    for a week.',
      '',
      'mill   town   year',
      'Upper   Ham   1801',
    ],
  ].join('\n');
  expect(read(raw).slice(2)).toEqual([
    ['quote', 0, 'Bring the grain before noon.'],
    ['table', 0, 'stone | use\nhard | wheat'],
    ['code', 0, 'grind(wheat);\nsell(flour);'],
    ['quote', 0, 'The wheel stood still for a week.'],
    ['table', 0, 'mill | town | year\nUpper | Ham | 1801'],
  ]);
});

test('a margin that all lines have says nothing', () => {
  const raw = `Life at the Mill${rest}`;
  expect(read(raw.replace(/^(?=.)/gm, '      '))).toEqual(read(raw));
});

test('numbered notes, the marks that lead to them and references are left out', () => {
  const document = parsePlainText(
    `Life at the Mill\n\nIt stood.[1] It fell.[12]${rest}\n\nReferences\n\n- A book.\n\n[1] A note.`,
  );
  expect(document.text).toContain('It stood. It fell.');
  expect(document.text).not.toMatch(/book|note/);
  expect(document.diagnostics.map(({ code }) => code)).toEqual(['apparatus-left-out']);
});

test('Roman numerals number headings, and a chapter takes the name below it', () => {
  const raw = `Life at the Mill\n\nI. Wheels\n\n${prose('x')}\n\nChapter 2\n\nThe Keepers of the Mill\n\n${prose('y')}`;
  expect(read(raw).filter(([kind]) => kind === 'heading')).toEqual([
    ['heading', 1, 'Life at the Mill'],
    ['heading', 2, 'I. Wheels'],
    ['heading', 2, 'Chapter 2: The Keepers of the Mill'],
  ]);
});
