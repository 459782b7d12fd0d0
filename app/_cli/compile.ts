import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { z } from 'zod';
import { passOverStrayPdfFaults } from '#app/_compile/stray-faults.ts';
import { claimsFileSchema } from '#lib/compiler/claims-file.ts';
import { compile } from '#lib/compiler/compile.ts';
import { outlineFileSchema } from '#lib/compiler/outline-file.ts';
import type { Course, Diagnostic } from '#lib/course/model.ts';
import { decodeText } from '#lib/source/decode.ts';
import { largestSource, parseSource } from '#lib/source/parse-source.ts';
import { shortQuote, sourceLines } from './source-lines.ts';
import { sourceRefusals } from './source-refusals.ts';

/**
 * `npm run --silent compile -- FILE [--out FILE] [--claims FILE] [--outline FILE]`: a document in, a course as JSON out,
 * what people should know on standard error. Exit 0 with a course, 1 without, 2 for wrong usage.
 */

const usage = 'Usage: npm run --silent compile -- FILE [--out FILE] [--claims FILE] [--outline FILE]';

/** Ends the command with a sentence for the person who called it. */
class Stop extends Error {
  readonly exitCode: 1 | 2;
  constructor(exitCode: 1 | 2, message: string) {
    super(message);
    this.exitCode = exitCode;
  }
}

async function main(args: string[]): Promise<void> {
  const { file, out, claims, outline } = readArguments(args);
  const bytes = readBytes(file);
  const parsed = await parseSource(basename(file), bytes);
  if (!parsed.ok) throw new Stop(1, `${file} ${sourceRefusals[parsed.refusal]}`);
  const claimsFile = readBeside(file, claims, {
    name: 'claims.json',
    what: 'a claims file',
    schema: claimsFileSchema,
  });
  const outlineFile = readBeside(file, outline, {
    name: 'outline.json',
    what: 'an outline file',
    schema: outlineFileSchema,
  });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { course, diagnostics } = compile({
    document: parsed.value,
    sha256,
    ...(claimsFile === null ? {} : { claims: claimsFile }),
    ...(outlineFile === null ? {} : { outline: outlineFile }),
  });
  report(diagnostics, course, bytes);
  if (course.lessons.length === 0) throw new Stop(1, `${file} gives no course.`);
  write(`${JSON.stringify(course, null, 2)}\n`, out);
}

function readArguments(args: string[]): {
  file: string;
  out: string | undefined;
  claims: string | undefined;
  outline: string | undefined;
} {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { out: { type: 'string' }, claims: { type: 'string' }, outline: { type: 'string' } },
      allowPositionals: true,
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new Stop(2, usage);
    return { file, out: values.out, claims: values.claims, outline: values.outline };
  } catch (fault) {
    if (fault instanceof Stop) throw fault;
    throw new Stop(2, `${fault instanceof Error ? fault.message : String(fault)}\n${usage}`);
  }
}

function readBytes(file: string): Uint8Array {
  try {
    const about = statSync(file);
    if (!about.isFile()) throw new Stop(2, `${file} is not a file.`);
    // Not read at all: it would be refused, and may not fit into memory.
    if (about.size > largestSource) throw new Stop(1, `${file} ${sourceRefusals['too-large']}`);
    return readFileSync(file);
  } catch (fault) {
    if (fault instanceof Stop) throw fault;
    throw new Stop(2, `${file} cannot be read.`);
  }
}

/** The file that was named, else the one that lies beside the document, else none. */
function readBeside<T>(
  file: string,
  named: string | undefined,
  { name, what, schema }: { name: string; what: string; schema: z.ZodType<T> },
): T | null {
  const path = named ?? join(dirname(file), name);
  if (named === undefined && !existsSync(path)) return null;
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (fault) {
    if (fault instanceof SyntaxError) throw new Stop(1, `${path} is not JSON: ${fault.message}`);
    throw new Stop(2, `${path} cannot be read.`);
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(
    (issue) => `  ${issue.path.join('.') || 'the file'}: ${issue.message}`,
  );
  throw new Stop(1, `${path} is not ${what}:\n${faults.join('\n')}`);
}

/** One line for each: how grave, where in the file, what. */
function report(diagnostics: readonly Diagnostic[], course: Course, bytes: Uint8Array): void {
  const decoded = decodeText(bytes);
  const lines = sourceLines(diagnostics, course.text, decoded.ok ? decoded.value : '');
  diagnostics.forEach((diagnostic, at) => {
    const { severity, message, start, end } = diagnostic;
    const line = lines[at] == null ? '' : `line ${lines[at]}, `;
    const place = start === end ? '' : ` ${line}“${shortQuote(diagnostic, course.text)}”:`;
    process.stderr.write(`${severity}:${place} ${message}\n`);
  });
}

function write(json: string, out: string | undefined): void {
  if (out === undefined) {
    process.stdout.write(json);
    return;
  }
  try {
    writeFileSync(out, json);
  } catch {
    throw new Stop(2, `${out} cannot be written.`);
  }
}

passOverStrayPdfFaults();
try {
  await main(process.argv.slice(2));
} catch (fault) {
  if (!(fault instanceof Stop)) throw fault;
  process.stderr.write(`${fault.message}\n`);
  process.exitCode = fault.exitCode;
}
