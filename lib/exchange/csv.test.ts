import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cell, csvRow, withoutGuard } from './csv.ts';

/** A reader of RFC 4180 that knows nothing of the writer. */
function parse(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let value = '';
    if (text[at] === '"') {
      for (at += 1; ; at += 1) {
        if (text[at] !== '"') value += text[at];
        else if (text[at + 1] === '"') {
          value += '"';
          at += 1;
        } else break;
      }
      at += 1;
    } else {
      const end = text.slice(at).search(/,|\r\n/);
      value = text.slice(at, at + end);
      at += end;
    }
    row.push(value);
    if (text[at] === ',') {
      at += 1;
      continue;
    }
    expect(text.slice(at, at + 2)).toBe('\r\n');
    rows.push(row);
    row = [];
    at += 2;
  }
  return rows;
}

test('a row has commas between its cells, quotes where they are needed, and ends as RFC 4180 says', () => {
  expect(csvRow(['plain', 'with, comma', 'with "quotes"', 'two\nlines', ' spaced ', '', null, true])).toBe(
    'plain,"with, comma","with ""quotes""","two\nlines"," spaced ",,,true\r\n',
  );
});

test('numbers stay numbers, below zero too', () => {
  expect(csvRow([0, -0.5, 1e-7, 42])).toBe('0,-0.5,1e-7,42\r\n');
});

describe('a cell that a spreadsheet could run is made inert', () => {
  test.each([
    ['=HYPERLINK("http://x")', '"\'=HYPERLINK(""http://x"")"'],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', '"\'\t=1"'],
    ['\r=1', '"\'\r=1"'],
    ['\tplain', '"\'\tplain"'],
    ['  =1', "'  =1"],
    ['\u200b=1', "'\u200b=1"],
    ['\ufeff=1', "'\ufeff=1"],
    ['＝1', "'＝1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠x', "'＠x"],
    ["'=1", "''=1"],
  ])('%j', (text, written) => {
    expect(csvRow([text])).toBe(`${written}\r\n`);
  });
});

test('what only looks a little like one is left alone', () => {
  for (const text of ['a=b', '1+1', "'tis", '95 per cent', '—', '…'])
    expect(csvRow([text])).toBe(`${text}\r\n`);
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('=', '+', '-', '@', "'", '"', ',', '\t', '\r', '\n', ' ', '＝', 'a') }),
);

test('any text comes back as it was, and begins inertly', () => {
  fc.assert(
    fc.property(fc.array(fc.array(anyText, { minLength: 1, maxLength: 4 }), { maxLength: 4 }), (rows) => {
      const read = parse(rows.map((row) => csvRow(row as Cell[])).join(''));
      for (const cell of read.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
      expect(read.map((row) => row.map(withoutGuard))).toEqual(rows);
    }),
  );
});
