import { ok, type Result, refuse } from '../result.ts';

const longest = 120;

/** A class's name as it is kept: without the spaces around it and without characters that no eye sees. */
export function cleanClassName(typed: string): Result<string, 'name-empty' | 'name-long'> {
  const name = typed
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]+/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  if (name === '') return refuse('name-empty');
  return [...name].length > longest ? refuse('name-long') : ok(name);
}
