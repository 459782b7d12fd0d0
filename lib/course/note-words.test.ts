import { expect, test } from 'vitest';
import { longestNote, noteWords } from './note-words.ts';

const words = (text: string) => {
  const read = noteWords(text);
  return read.ok ? read.value : read.refusal;
};

test('lines and letters of any language stay as they were written', () => {
  expect(words('  One\r\ntwo\rthree\n\n\tчетыре 五 😀 ')).toBe('One\ntwo\nthree\n\n\tчетыре 五 😀');
  expect(words(' \n ')).toBe('');
});

test('what cannot be stored, or would turn the text around, is left out', () => {
  expect(words('a\u0000b\u001bc\u202ed\u2066e')).toBe('abcde');
  expect(words('half \ud83d')).toBe('half');
});

test('a note as long as the form allows is kept although a browser sends each line end as two', () => {
  const full = 'x\n'.repeat(longestNote / 2 - 1).concat('xy');
  expect(words(full.replaceAll('\n', '\r\n'))).toBe(full);
  expect(words(`${full}z`)).toBe('words-too-long');
});
