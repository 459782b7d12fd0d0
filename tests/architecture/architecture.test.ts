import { expect, test } from 'vitest';
import { readImports } from './cruise.ts';

test('every import goes app → db → lib, by the table of who may import what', async () => {
  const { faults, read, onDisk } = await readImports(process.cwd());
  expect(faults).toEqual([]);
  expect(read).toBeGreaterThan(onDisk * 0.9);
  expect(onDisk).toBeGreaterThan(150);
});
