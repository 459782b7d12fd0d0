import { parseArgs } from 'node:util';
import { drawExam } from '#lib/compiler/exam.ts';
import { compileFile } from './compile-file.ts';
import { writeJson } from './json-file.ts';
import { runCommand, Stop } from './stop.ts';

/**
 * `npm run --silent exam -- FILE [--size N] [--seed TEXT] [--out FILE]`: a mixed exam over a document, as JSON
 * with its keys. Exit 1 where there is nothing to ask, 2 for wrong usage.
 */

const usage = 'Usage: npm run --silent exam -- FILE [--size 30] [--seed TEXT] [--out FILE]';
/** More is no exam but the course. */
const longestExam = 200;

await runCommand(async (args) => {
  const { file, size, seed, out } = readArguments(args);
  const { course } = await compileFile(file);
  const drawn = new Set(drawExam(course, { size, seed }));
  const items = course.items.filter((item) => drawn.has(item.id));
  if (items.length === 0) throw new Stop(1, `${file} gives no questions to draw an exam of.`);
  if (items.length < size) process.stderr.write(`info: The course has only ${items.length} to ask.\n`);
  writeJson({ format: 'lectern-exam/1', title: course.title, seed, items }, out);
});

function readArguments(args: string[]): {
  file: string;
  size: number;
  seed: string;
  out: string | undefined;
} {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: {
        size: { type: 'string', default: '30' },
        seed: { type: 'string', default: '1' },
        out: { type: 'string' },
      },
      allowPositionals: true,
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new Stop(2, usage);
    const size = Number(values.size);
    if (!Number.isInteger(size) || size < 1 || size > longestExam)
      throw new Stop(2, `An exam has 1 to ${longestExam} questions, not “${values.size}”.\n${usage}`);
    return { file, size, seed: values.seed, out: values.out };
  } catch (fault) {
    if (fault instanceof Stop) throw fault;
    throw new Stop(2, `${fault instanceof Error ? fault.message : String(fault)}\n${usage}`);
  }
}
