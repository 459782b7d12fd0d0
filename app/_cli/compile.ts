import { parseArgs } from 'node:util';
import { claimsFileSchema } from '#lib/compiler/claims-file.ts';
import { compile } from '#lib/compiler/compile.ts';
import { decisionsFileSchema } from '#lib/compiler/decisions-file.ts';
import { outlineFileSchema } from '#lib/compiler/outline-file.ts';
import { compareCourses } from '#lib/compiler/reimport/compare.ts';
import { type Course, courseSchema, type Diagnostic } from '#lib/course/model.ts';
import { decodeText } from '#lib/source/decode.ts';
import { changesText } from './changes.ts';
import { readAs, writeJson, writeText } from './json-file.ts';
import { fileBeside, readDocument } from './read-document.ts';
import { shortQuote, sourceLines } from './source-lines.ts';
import { runCommand, Stop } from './stop.ts';

/**
 * `npm run --silent compile -- FILE`: a document in, a course as JSON out, what people should know on standard
 * error. With `--against OLD.json` the output is what has changed since that course. Exit 0 with a course,
 * 1 without, 2 for wrong usage.
 */

const usage = `Usage: npm run --silent compile -- FILE [--out FILE] [--claims FILE] [--decisions FILE] [--outline FILE]
       npm run --silent compile -- --against OLD.json FILE [--json] [--out FILE] [--claims FILE] [--decisions FILE] [--outline FILE]`;

await runCommand(async (args) => {
  const { file, out, against, json, ...named } = readArguments(args);
  const { document, sha256, bytes } = await readDocument(file);
  const claims = fileBeside(file, 'claims.json', named.claims);
  const outline = fileBeside(file, 'outline.json', named.outline);
  const decisions = fileBeside(file, 'decisions.json', named.decisions);
  const before = against === undefined ? null : readAs(courseSchema, 'a course', against);
  const { course, diagnostics, outcomes } = compile({
    document,
    sha256,
    ...(claims === null ? {} : { claims: readAs(claimsFileSchema, 'a claims file', claims) }),
    ...(decisions === null ? {} : { decisions: readAs(decisionsFileSchema, 'a decisions file', decisions) }),
    ...(outline === null ? {} : { outline: readAs(outlineFileSchema, 'an outline file', outline) }),
  });
  report(diagnostics, course, bytes);
  if (course.lessons.length === 0) throw new Stop(1, `${file} gives no course.`);
  if (before === null || out !== undefined) writeJson(course, out);
  if (before === null) return;
  const comparison = compareCourses(before, course, outcomes);
  if (json) writeJson({ format: 'lectern-changes/1', ...comparison }, undefined);
  else writeText(changesText(comparison), undefined);
});

function readArguments(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: {
        out: { type: 'string' },
        claims: { type: 'string' },
        outline: { type: 'string' },
        decisions: { type: 'string' },
        against: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
      allowPositionals: true,
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new Stop(2, usage);
    if (values.json && values.against === undefined)
      throw new Stop(2, `--json goes with --against; a course is JSON always.\n${usage}`);
    return { ...values, file };
  } catch (fault) {
    if (fault instanceof Stop) throw fault;
    throw new Stop(2, `${fault instanceof Error ? fault.message : String(fault)}\n${usage}`);
  }
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
