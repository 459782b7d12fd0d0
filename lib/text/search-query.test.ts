import { expect, test } from 'vitest';
import { longestQuery, readQuery } from './search-query.ts';

test('a query is one line, without what is not seen', () => {
  expect(readQuery(' gas\n\t “no limits”\u0000\u200b ')).toEqual({ is: 'asked', text: 'gas “no limits”' });
  for (const nothing of ['', '   ', '\u0000\u202e\u200b\n', '\ud800'])
    expect(readQuery(nothing)).toEqual({ is: 'empty' });
});

test('one too long is not looked for, and its beginning stays to be shortened', () => {
  expect(readQuery('x'.repeat(longestQuery)).is).toBe('asked');
  const long = readQuery('word '.repeat(10_000));
  expect(long).toMatchObject({ is: 'long' });
  expect(long.is === 'long' && long.text.length).toBeLessThanOrEqual(longestQuery);
});
