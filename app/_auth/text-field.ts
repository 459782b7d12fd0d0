import { z } from 'zod';

/** A short line of text that somebody typed: trimmed, not empty, without control characters (Postgres takes no NUL). */
export function lineOfText(most: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^\P{Cc}*$/u);
}
