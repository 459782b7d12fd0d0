import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { parseAs, readJson } from './json-file.ts';
import { Stop } from './stop.ts';

/** The document, and the file of its author's to be written: the one named with --out, else the one beside it. */
export function readArguments(args: string[], name: string, usage: string): { file: string; target: string } {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { out: { type: 'string' } },
      allowPositionals: true,
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new Stop(2, usage);
    return { file, target: values.out ?? join(dirname(file), name) };
  } catch (fault) {
    if (fault instanceof Stop) throw fault;
    throw new Stop(2, `${fault instanceof Error ? fault.message : String(fault)}\n${usage}`);
  }
}

/** Parsed to be understood; and its entries as they stand there, to be written back unchanged. */
export function readEntries<S extends z.ZodType>(
  path: string,
  { schema, what, list }: { schema: S; what: string; list: string },
): { file: z.infer<S>; entries: Record<string, unknown>[] } {
  const json = readJson(path);
  const file = parseAs(schema, what, path, json);
  const lists = z.looseObject({ [list]: z.array(z.record(z.string(), z.unknown())) }).parse(json);
  return { file, entries: lists[list] ?? [] };
}

/**
 * In one step, so that a person's decisions are never half a file; not at all where nothing is new. Indented as
 * in the courses that come with Lectern.
 */
export function writeEntries(path: string, value: unknown): void {
  const text = `${JSON.stringify(value, null, 1)}\n`;
  try {
    if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
    const draft = `${path}.${process.pid}`;
    writeFileSync(draft, text);
    renameSync(draft, path);
  } catch {
    throw new Stop(2, `${path} cannot be written.`);
  }
}
