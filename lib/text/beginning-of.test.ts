import { expect, test } from 'vitest';
import { beginningOf } from './beginning-of.ts';

test('a short text is told whole', () => {
  expect(beginningOf('in one line', 11)).toBe('in one line');
});

test('a long text ends after a whole word, without the comma that followed it', () => {
  expect(beginningOf('An order, in which several centres share', 20)).toBe('An order, in which…');
  expect(beginningOf('An order, in which several centres share', 12)).toBe('An order…');
  expect(beginningOf('An order of the world', 9)).toBe('An order…');
});

test('one long word is cut, and no character in two', () => {
  expect(beginningOf('𝒲𝒪𝑅𝐿𝒟𝒪𝑅𝒟𝐸𝑅', 5)).toBe('𝒲𝒪𝑅𝐿…');
});
