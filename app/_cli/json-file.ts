import { readFileSync, writeFileSync } from 'node:fs';
import type { z } from 'zod';
import { Stop } from './stop.ts';

/** Most faults of a file that are worth listing at once. */
const mostFaults = 5;

export function readJson(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new Stop(2, `${path} cannot be read.`);
  }
  try {
    return JSON.parse(text);
  } catch (fault) {
    throw new Stop(1, `${path} is not JSON: ${fault instanceof Error ? fault.message : String(fault)}`);
  }
}

/** The file's JSON in the form that the schema asks for; `what` names that form in the message. */
export function readAs<S extends z.ZodType>(schema: S, what: string, path: string): z.infer<S> {
  return parseAs(schema, what, path, readJson(path));
}

export function parseAs<S extends z.ZodType>(
  schema: S,
  what: string,
  path: string,
  json: unknown,
): z.infer<S> {
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues
    .slice(0, mostFaults)
    .map((issue) => `  ${issue.path.join('.') || 'the file'}: ${issue.message}`);
  throw new Stop(1, `${path} is not ${what}:\n${faults.join('\n')}`);
}

/** To the file, or to standard output where none is named. */
export function writeText(text: string | Uint8Array, path: string | undefined): void {
  if (path === undefined) {
    process.stdout.write(text);
    return;
  }
  try {
    writeFileSync(path, text);
  } catch {
    throw new Stop(2, `${path} cannot be written.`);
  }
}

export function writeJson(value: unknown, path: string | undefined): void {
  writeText(`${JSON.stringify(value, null, 2)}\n`, path);
}
