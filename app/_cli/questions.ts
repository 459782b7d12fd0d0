import { existsSync, readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type DecisionEntry, decisionsFileSchema } from '#lib/compiler/decisions-file.ts';
import { type Course, courseSchema } from '#lib/course/model.ts';
import { courseQuestions } from '#lib/exchange/course-questions.ts';
import { readGift } from '#lib/exchange/gift-read.ts';
import { readMoodleXml } from '#lib/exchange/moodle-xml-read.ts';
import { readQti2 } from '#lib/exchange/qti-2-read.ts';
import { type Loss, longestFile, type Question, quotesIn } from '#lib/exchange/question.ts';
import { isQuestionFormat, questionFormats, questionsFile } from '#lib/exchange/questions-file.ts';
import { decodeText } from '#lib/source/decode.ts';
import { unzip } from '#lib/source/unzip.ts';
import { readEntries, writeEntries } from './author-file.ts';
import { compileFile } from './compile-file.ts';
import { readAs, writeJson, writeText } from './json-file.ts';
import { bankRefusals, losses } from './question-words.ts';
import { runCommand, Stop } from './stop.ts';

/**
 * `npm run questions -- FILE --format FORMAT [--out FILE]`: the questions of a document or a compiled course, with
 * their keys, for another program. `npm run questions -- --from gift|moodle|qti2 FILE [--out FILE]`: another program's
 * questions as added decisions. What does not carry over is said on standard error.
 */

const usage = `Usage: npm run --silent questions -- FILE|COURSE.json --format ${questionFormats.join('|')} [--out FILE]
       npm run --silent questions -- --from gift|moodle|qti2 FILE [--out DECISIONS.json]`;

/** Stands in no text: compiling says so, and asks nothing, until a person has put a quotation there. */
const toQuote = 'Put here the words of the text that prove the answer.';

const readers = {
  gift: (bytes: Uint8Array, file: string) => readGift(textOf(bytes, file)),
  moodle: (bytes: Uint8Array, file: string) => readMoodleXml(textOf(bytes, file)),
  qti2: (bytes: Uint8Array, file: string) => readQti2(filesOf(bytes, file)),
};

await runCommand(async (args) => {
  const { file, format, from, out } = readArguments(args);
  if (from === 'gift' || from === 'moodle' || from === 'qti2') takeIn(file, readers[from], out);
  else if (format !== undefined && isQuestionFormat(format)) {
    const course = await courseOf(file);
    const { content, report } = questionsFile(
      format,
      { slug: 'lectern', title: course.title },
      questionsOf(course),
    );
    if (typeof content !== 'string' && out === undefined)
      throw new Stop(2, `${format} is an archive: name a file with --out.`);
    writeText(content, out);
    tell(report);
  } else throw new Stop(2, usage);
});

function readArguments(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { format: { type: 'string' }, from: { type: 'string' }, out: { type: 'string' } },
      allowPositionals: true,
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new Stop(2, usage);
    if ((values.format === undefined) === (values.from === undefined)) throw new Stop(2, usage);
    return { format: values.format, from: values.from, out: values.out, file };
  } catch (fault) {
    if (fault instanceof Stop) throw fault;
    throw new Stop(2, `${fault instanceof Error ? fault.message : String(fault)}\n${usage}`);
  }
}

async function courseOf(file: string): Promise<Course> {
  if (/\.json$/i.test(file)) return readAs(courseSchema, 'a course', file);
  const { course } = await compileFile(file);
  if (course.lessons.length === 0) throw new Stop(1, `${file} gives no course.`);
  return course;
}

function questionsOf({ lessons, items }: Course): Question[] {
  return courseQuestions(
    lessons.map(({ id, title }) => ({ title, items: items.filter(({ lessonId }) => lessonId === id) })),
  );
}

function takeIn(file: string, read: (typeof readers)['gift'], out: string | undefined): void {
  const found = read(readBank(file), file);
  if (!found.ok) throw new Stop(1, `${file} ${bankRefusals[found.refusal]}`);
  tell(found.value.report);
  const added = found.value.questions.map(asAdded);
  if (added.length === 0) throw new Stop(1, `${file} holds no question that can be taken in.`);
  if (out === undefined) {
    writeJson({ format: 'lectern-decisions/1', decisions: added }, undefined);
    return;
  }
  const before = existsSync(out)
    ? readEntries(out, { schema: decisionsFileSchema, what: 'a decisions file', list: 'decisions' }).entries
    : [];
  const known = new Set(before.map(({ kind, stem }) => JSON.stringify([kind, stem])));
  const fresh = added.filter(({ kind, stem }) => !known.has(JSON.stringify([kind, stem])));
  writeEntries(out, { format: 'lectern-decisions/1', decisions: [...before, ...fresh] });
  const unproved = fresh.filter(({ evidence }) => evidence[0] === toQuote).length;
  process.stderr.write(
    `${out}: ${fresh.length} added, ${added.length - fresh.length} there before${unproved === 0 ? '' : `; ${unproved} still need a quotation as evidence`}.\n`,
  );
}

function readBank(file: string): Uint8Array {
  try {
    if (statSync(file).size > 4 * longestFile) throw new Stop(1, `${file} ${bankRefusals['too-large']}`);
    return readFileSync(file);
  } catch (fault) {
    if (fault instanceof Stop) throw fault;
    throw new Stop(2, `${file} cannot be read.`);
  }
}

function textOf(bytes: Uint8Array, file: string): string {
  const text = decodeText(bytes);
  if (!text.ok) throw new Stop(1, `${file} is not text in UTF-8.`);
  return text.value;
}

function filesOf(bytes: Uint8Array, file: string): Map<string, string> {
  const files = unzip(bytes, (name) => /\.xml$/i.test(name), 2 * longestFile);
  if (!files.ok) throw new Stop(1, `${file} is not a package that can be unpacked safely.`);
  return new Map([...files.value].map(([path, content]) => [path, textOf(content, `${path} in ${file}`)]));
}

function asAdded({ kind, stem, options, pairs, order, accept, feedback }: Question) {
  const quotes = quotesIn(feedback);
  const added = {
    decision: 'added',
    kind,
    stem,
    ...(options.length === 0
      ? {}
      : {
          options: options.map(({ text, correct, rationale }) => ({
            text,
            correct,
            ...(rationale === '' ? {} : { rationale }),
          })),
        }),
    ...(pairs.length === 0 ? {} : { pairs }),
    ...(order.length === 0 ? {} : { order }),
    ...(accept.length === 0 ? {} : { accept }),
    evidence: quotes.length === 0 ? [toQuote] : quotes,
  } satisfies DecisionEntry;
  // A remark under a key of its own is kept and asks nothing.
  return quotes.length === 0 && feedback !== '' ? { ...added, feedback } : added;
}

function tell(report: readonly Loss[]): void {
  const lines = report.map(
    ({ code, name, line }) => `${line === null ? '' : `line ${line}, `}“${name}”: ${losses[code]}`,
  );
  for (const line of new Set(lines)) process.stderr.write(`${line}\n`);
}
