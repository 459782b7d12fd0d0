import { z } from 'zod';

/**
 * A short line of text that somebody typed: trimmed, with a letter or a digit to be seen by, without control
 * characters (Postgres takes no NUL) and without those that turn the direction of what stands after them.
 */
export function lineOfText(most: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^[^\p{Cc}\u202A-\u202E\u2066-\u2069]*$/u)
    .regex(/[\p{L}\p{N}]/u);
}
