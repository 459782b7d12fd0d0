import { strToU8, zlibSync } from 'fflate';
import { expect, test } from 'vitest';
import { parsePdf } from './pdf.ts';
import { readPdfBlocks } from './pdf-blocks.ts';
import { isPdfBomb } from './pdf-guard.ts';
import { type Line, readLines } from './pdf-lines.ts';
import { withoutRunningLines } from './pdf-running.ts';

/** Lines of a column, from the top down. */
const column = (texts: readonly string[], { x = 72, top = 700, size = 10, step = 12 } = {}): Line[] =>
  texts.map((text, at) => ({ text, x, end: x + text.length * size * 0.5, y: top - at * step, size }));
const textsOf = (lines: readonly Line[]) => lines.map(({ text }) => text);

test('the items of a line are joined, a wide gap between them begins a new one', () => {
  const item = (text: string, x: number, y = 500, size = 10) => ({
    text,
    x,
    y,
    width: text.length * 5,
    size,
  });
  expect(
    textsOf(readLines([item('old.', 110), item('Salt', 72), item('is', 95, 501), item('[aside]', 300)])),
  ).toEqual(['Salt is old.', '[aside]']);
  expect(textsOf(readLines([item('Salt', 72), item('3', 92, 504, 5), item('is', 100)]))).toEqual(['Salt is']);
});

test('of two columns the left one is read first, under a line that spans both', () => {
  const items = ['left', 'right'].flatMap((side, at) =>
    Array.from({ length: 8 }, (_, row) => ({
      text: `${side} ${row} ${'word '.repeat(7)}`,
      x: 72 + at * 240,
      y: 600 - row * 12,
      width: 210,
      size: 10,
    })),
  );
  const title = { text: 'A title across the page', x: 72, y: 640, width: 450, size: 18 };
  const order = textsOf(readLines([...items, title])).map((text) => text.split(' ')[0]);
  expect(order).toEqual([
    'A',
    ...Array.from({ length: 8 }, () => 'left'),
    ...Array.from({ length: 8 }, () => 'right'),
  ]);
});

test('running headers, footers and page numbers are dropped, the text at the same heights is not', () => {
  const page = (number: number) => [
    ...column(['The Salt Book'], { top: 800 }),
    ...column([`First ${'xyz'[number]}`, `Second ${'xyz'[number]}`, `Third ${'xyz'[number]}`]),
    ...column([`${number + 3}`], { top: 30 }),
  ];
  expect(withoutRunningLines([0, 1, 2].map(page)).map(textsOf)).toEqual(
    ['x', 'y', 'z'].map((mark) => [`First ${mark}`, `Second ${mark}`, `Third ${mark}`]),
  );
});

test('larger lines are headings by their size, small print is left out, entries of lists are told', () => {
  const blocks = readPdfBlocks([
    [
      ...column(['The Salt Book'], { top: 780, size: 20 }),
      ...column(['Pans'], { top: 740, size: 14 }),
      ...column(['Salt is old, and nobody knows who found', 'it at first by the sea.'], { top: 715 }),
      ...column(['• white salt', '• grey salt'], { top: 680, x: 84 }),
      ...column(['It is cheap today. Salt of the sea is made in', 'flat pans of clay.'], { top: 640 }),
      ...column(['1 See the other book.'], { top: 60, size: 7 }),
    ],
  ]);
  expect(blocks.map(({ kind, level, text }) => [kind, level ?? 0, text])).toEqual([
    ['heading', 1, 'The Salt Book'],
    ['heading', 2, 'Pans'],
    ['paragraph', 0, 'Salt is old, and nobody knows who found it at first by the sea.'],
    ['list-item', 1, 'white salt'],
    ['list-item', 1, 'grey salt'],
    ['paragraph', 0, 'It is cheap today. Salt of the sea is made in flat pans of clay.'],
  ]);
});

test('what is no PDF, or a broken one, is refused', async () => {
  for (const text of ['Salt is old.', '%PDF-1.7\nnothing', '%PDF-1.7\n1 0 obj\n<<'])
    expect(await parsePdf(strToU8(text)), text).toEqual({ ok: false, refusal: 'damaged' });
});

test('streams that unpack without end, or were packed twice, are told before they are read', () => {
  const file = (filter: string, stream: Uint8Array) => {
    const head = strToU8(`%PDF-1.7\n1 0 obj\n<< /Filter ${filter} >>\nstream\n`);
    return new Uint8Array([...head, ...stream, ...strToU8('\nendstream\nendobj\n')]);
  };
  const packed = (size: number) => zlibSync(new Uint8Array(size), { level: 9 });
  expect(isPdfBomb(file('/FlateDecode', packed(40 << 20)))).toBe(true);
  expect(isPdfBomb(file('/FlateDecode', packed(1 << 20)))).toBe(false);
  expect(isPdfBomb(file('[/FlateDecode /FlateDecode]', packed(1000)))).toBe(true);
  expect(isPdfBomb(strToU8(`%PDF-1.7 ${'['.repeat(1000)}`))).toBe(true);
});
