import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type ClaimsFile, claimsFileSchema } from '#lib/compiler/claims-file.ts';
import { compile } from '#lib/compiler/compile.ts';
import { drawExam } from '#lib/compiler/exam.ts';
import type { Course, Diagnostic } from '#lib/course/model.ts';
import { decodeText } from '#lib/source/decode.ts';
import { largestSource, parseSource, type SourceRefusal } from '#lib/source/parse-source.ts';
import { shortQuote, sourceLines } from './source-lines.ts';

/**
 * `npm run --silent compile -- FILE [--out FILE] [--claims FILE] [--exam N [--seed TEXT]]`: a document in, a
 * course as JSON out, or a mixed exam over it; what people should know on standard error. Exit 0 with a
 * course, 1 without, 2 for wrong usage.
 */

const usage = 'Usage: npm run --silent compile -- FILE [--out FILE] [--claims FILE] [--exam N [--seed TEXT]]';
/** More is no exam but the course. */
const longestExam = 200;

/** Ends the command with a sentence for the person who called it. */
class Stop extends Error {
  readonly exitCode: 1 | 2;
  constructor(exitCode: 1 | 2, message: string) {
    super(message);
    this.exitCode = exitCode;
  }
}

const refusals: Record<SourceRefusal, string> = {
  'unknown-format': 'is in no format that can be read: give it a name that ends in .md or .txt.',
  empty: 'is empty: there is nothing to make a course of.',
  'too-large': 'is larger than 10 MB: divide it and compile the parts.',
  binary: 'is not text but binary data.',
  'not-utf-8': 'is not in UTF-8: save it in that encoding and try again.',
  'no-prose': 'holds no sentences that could be taught.',
};

function main(args: string[]): void {
  const { file, out, claims, exam } = readArguments(args);
  const bytes = readBytes(file);
  const parsed = parseSource(basename(file), bytes);
  if (!parsed.ok) throw new Stop(1, `${file} ${refusals[parsed.refusal]}`);
  const claimsFile = readClaims(file, claims);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { course, diagnostics } = compile({
    document: parsed.value,
    sha256,
    ...(claimsFile === null ? {} : { claims: claimsFile }),
  });
  report(diagnostics, course, bytes);
  if (course.lessons.length === 0) throw new Stop(1, `${file} gives no course.`);
  write(`${JSON.stringify(exam === null ? course : examOf(course, exam), null, 2)}\n`, out);
}

type ExamOrder = { size: number; seed: string };

/** The questions of a mixed exam, whole, with their keys. */
function examOf(course: Course, { size, seed }: ExamOrder): object {
  const drawn = new Set(drawExam(course, { size, seed }));
  const items = course.items.filter((item) => drawn.has(item.id));
  if (items.length < size) process.stderr.write(`info: The course has only ${items.length} to ask.\n`);
  return { format: 'lectern-exam/1', title: course.title, seed, items };
}

function readArguments(args: string[]): {
  file: string;
  out: string | undefined;
  claims: string | undefined;
  exam: ExamOrder | null;
} {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: {
        out: { type: 'string' },
        claims: { type: 'string' },
        exam: { type: 'string' },
        seed: { type: 'string' },
      },
      allowPositionals: true,
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new Stop(2, usage);
    return { file, out: values.out, claims: values.claims, exam: readExam(values) };
  } catch (fault) {
    if (fault instanceof Stop) throw fault;
    throw new Stop(2, `${fault instanceof Error ? fault.message : String(fault)}\n${usage}`);
  }
}

function readExam({ exam, seed }: { exam?: string; seed?: string }): ExamOrder | null {
  if (exam === undefined && seed === undefined) return null;
  if (exam === undefined) throw new Stop(2, `A seed draws an exam: say how many questions.\n${usage}`);
  const size = Number(exam);
  if (!Number.isInteger(size) || size < 1 || size > longestExam)
    throw new Stop(2, `An exam has 1 to ${longestExam} questions, not “${exam}”.\n${usage}`);
  return { size, seed: seed ?? '1' };
}

function readBytes(file: string): Uint8Array {
  try {
    const about = statSync(file);
    if (!about.isFile()) throw new Stop(2, `${file} is not a file.`);
    // Not read at all: it would be refused, and may not fit into memory.
    if (about.size > largestSource) throw new Stop(1, `${file} ${refusals['too-large']}`);
    return readFileSync(file);
  } catch (fault) {
    if (fault instanceof Stop) throw fault;
    throw new Stop(2, `${file} cannot be read.`);
  }
}

/** The claims that were named, else those that lie beside the document, else none. */
function readClaims(file: string, named: string | undefined): ClaimsFile | null {
  const path = named ?? join(dirname(file), 'claims.json');
  if (named === undefined && !existsSync(path)) return null;
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (fault) {
    if (fault instanceof SyntaxError) throw new Stop(1, `${path} is not JSON: ${fault.message}`);
    throw new Stop(2, `${path} cannot be read.`);
  }
  const parsed = claimsFileSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(
    (issue) => `  ${issue.path.join('.') || 'the file'}: ${issue.message}`,
  );
  throw new Stop(1, `${path} is not a claims file:\n${faults.join('\n')}`);
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

try {
  main(process.argv.slice(2));
} catch (fault) {
  if (!(fault instanceof Stop)) throw fault;
  process.stderr.write(`${fault.message}\n`);
  process.exitCode = fault.exitCode;
}
