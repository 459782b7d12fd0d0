import { expect, test } from 'vitest';
import { largestSource, parseSource } from './parse-source.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, bigEndian: boolean) => {
  const bytes = new Uint8Array(2 + 2 * text.length);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, !bigEndian);
  for (let at = 0; at < text.length; at += 1) view.setUint16(2 + 2 * at, text.charCodeAt(at), !bigEndian);
  return bytes;
};
const refusal = async (name: string, bytes: Uint8Array) => {
  const result = await parseSource(name, bytes);
  return result.ok ? 'none' : result.refusal;
};
const textOf = async (bytes: Uint8Array) => {
  const result = await parseSource('a.txt', bytes);
  return result.ok ? result.value.text : result.refusal;
};

test('the ending of the name says which format it is', async () => {
  for (const name of ['a.txt', 'a.md', 'A.MARKDOWN', 'dir.x/a.b.TXT'])
    expect(await refusal(name, utf8('Salt is old.'))).toBe('none');
  for (const name of ['a.xyz', 'txt', 'a', 'a.txt.exe', 'a.constructor']) {
    expect(await refusal(name, utf8('Salt is old.')), name).toBe('unknown-format');
  }
});

test('an empty file and one of white space alone are refused as empty', async () => {
  for (const text of ['', ' \n\t ', '\ufeff', '\u200b\n'])
    expect(await refusal('a.txt', utf8(text)), JSON.stringify(text)).toBe('empty');
});

test('a file above ten megabytes is refused', async () => {
  expect(await refusal('a.txt', new Uint8Array(largestSource + 1).fill(0x61))).toBe('too-large');
});

test('binary files are refused, a stray control character is not', async () => {
  expect(
    await refusal('a.txt', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d])),
  ).toBe('binary');
  expect(await refusal('a.txt', new Uint8Array(100).fill(7))).toBe('binary');
  expect(await textOf(utf8('Salt is\u0007 old.'))).toBe('Salt is old.');
});

test('text in another encoding is refused, not guessed at', async () => {
  expect(await refusal('a.txt', new Uint8Array([0x63, 0x61, 0x66, 0xe9, 0x20, 0x6f]))).toBe('not-utf-8');
  for (const bytes of [
    [0xc0, 0x80],
    [0xe0, 0x80, 0x80],
    [0xed, 0xa0, 0x80],
    [0xf4, 0x90, 0x80, 0x80],
    [0xe2, 0x82],
    [0x80],
    [0xff],
  ]) {
    expect(await refusal('a.txt', new Uint8Array([0x61, ...bytes])), bytes.join()).toBe('not-utf-8');
  }
});

test('UTF-8 with or without a mark and UTF-16 with one read the same', async () => {
  const text = 'Café — 塩 and 🧂 are old.';
  for (const bytes of [utf8(text), utf8(`\ufeff${text}`), utf16(text, true), utf16(text, false)]) {
    expect(await textOf(bytes)).toBe(text);
  }
  expect(await textOf(utf16('lone \ud83e half', true))).toBe('not-utf-8');
});

test('long texts with characters of every width come through unharmed', async () => {
  const text = 'aé塩🧂'.repeat(20_000);
  expect(await textOf(utf8(text))).toBe(text);
});

test('a document without a single sentence to teach is refused', async () => {
  expect(await refusal('a.md', utf8('# Salt\n\n```\ncode\n```\n'))).toBe('no-prose');
});
