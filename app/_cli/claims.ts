import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { claimsFileSchema } from '#lib/compiler/claims-file.ts';
import { type ClaimsUpdate, updateClaimsFile } from '#lib/compiler/claims-update.ts';
import { compile } from '#lib/compiler/compile.ts';
import { parseAs, readJson } from './json-file.ts';
import { fileBeside, readDocument } from './read-document.ts';
import { runCommand, Stop } from './stop.ts';

/**
 * `npm run claims -- FILE [--out FILE]`: the claims that the rules find in a document, written to claims.json
 * beside it for a person to decide on. What the file holds already is kept.
 */

const usage = 'Usage: npm run claims -- FILE [--out FILE]';

await runCommand(async (args) => {
  const { file, out } = readArguments(args);
  const { document, sha256 } = await readDocument(file);
  const target = out ?? join(dirname(file), 'claims.json');
  const source = existsSync(target) ? target : fileBeside(file, 'claims.json', undefined);
  const before = source === null ? null : readClaims(source);
  const { course } = compile({ document, sha256, ...(before === null ? {} : { claims: before.file }) });
  if (course.lessons.length === 0) throw new Stop(1, `${file} gives no course.`);
  const update = updateClaimsFile(course, before);
  if (update.file.claims.length === 0) {
    process.stdout.write(
      `The rules find no claims in ${file}. Claims can be written by hand: see content/README.md.\n`,
    );
    return;
  }
  // With the indentation of the courses that come with Lectern.
  write(target, `${JSON.stringify(update.file, null, 1)}\n`);
  process.stdout.write(summary(target, update));
});

function readArguments(args: string[]): { file: string; out: string | undefined } {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { out: { type: 'string' } },
      allowPositionals: true,
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new Stop(2, usage);
    return { file, out: values.out };
  } catch (fault) {
    if (fault instanceof Stop) throw fault;
    throw new Stop(2, `${fault instanceof Error ? fault.message : String(fault)}\n${usage}`);
  }
}

/** Parsed to be understood, and as it stands there to be written back unchanged. */
function readClaims(path: string) {
  const json = readJson(path);
  const file = parseAs(claimsFileSchema, 'a claims file', path, json);
  const entries = z.object({ claims: z.array(z.record(z.string(), z.unknown())) }).parse(json).claims;
  return { file, entries };
}

/** In one step, so that a person's decisions are never half a file; not at all where nothing is new. */
function write(path: string, text: string): void {
  try {
    if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
    const draft = `${path}.${process.pid}`;
    writeFileSync(draft, text);
    renameSync(draft, path);
  } catch {
    throw new Stop(2, `${path} cannot be written.`);
  }
}

function summary(path: string, { kept, waiting, added, gone, dropped, touched }: ClaimsUpdate): string {
  const lines = [
    `${path}: ${added.length} added to decide on, ${waiting.length} of earlier times still to decide, ${kept.length} decided and kept.`,
  ];
  const open = added.length + waiting.length;
  if (open > 0)
    lines.push(
      'In the file, set "status" to "confirmed" or "rejected", or mend the parts and set it to "corrected".',
    );
  for (const { id, status, evidence, nearest } of gone) {
    const now = nearest === null ? '' : ` Nearest to it is ${nearest.address}: “${nearest.quote}”`;
    lines.push(
      `Stands in the text no more, kept (${status} ${id}): “${evidence}”${now}`,
      '  Give it the new sentence as "evidence" if it still holds, else remove it.',
    );
  }
  for (const { id, evidence } of dropped)
    lines.push(`Stands in the text no more, taken out (proposed ${id}): “${evidence}”`);
  for (const { id, evidence } of touched)
    lines.push(
      `Changed but still "proposed" (${id}): “${evidence}” Set its status to "corrected" if you meant it.`,
    );
  return `${lines.join('\n')}\n`;
}
