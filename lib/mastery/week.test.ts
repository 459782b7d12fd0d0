import { expect, test } from 'vitest';
import { weekStart } from './week.ts';

test.each([
  ['2026-01-05T00:00:00Z', '2026-01-05'],
  ['2026-01-07T12:30:00Z', '2026-01-05'],
  ['2026-01-11T23:59:59Z', '2026-01-05'],
  ['2026-01-12T00:00:00Z', '2026-01-12'],
  ['2026-03-01T08:00:00Z', '2026-02-23'],
])('the week of %s began on %s', (now, monday) => {
  expect(weekStart(new Date(now)).toISOString()).toBe(`${monday}T00:00:00.000Z`);
});
