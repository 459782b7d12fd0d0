import { parseArgs } from 'node:util';
import type { Measured } from '#lib/compiler/quality/measured.ts';
import { qualityOf } from '#lib/compiler/quality/quality.ts';
import { qualityText } from '#lib/compiler/quality/quality-text.ts';
import { compileFile } from './compile-file.ts';
import { writeJson, writeText } from './json-file.ts';
import { runCommand, Stop } from './stop.ts';

/**
 * `npm run quality -- FILE… [--json] [--out FILE]`: the gates that generated questions must pass, measured
 * over any documents. Exit 1 when one does not hold or a document gives no course, 2 for wrong usage.
 */

const usage = 'Usage: npm run quality -- FILE… [--json] [--out FILE]';

await runCommand(async (args) => {
  const { files, json, out } = readArguments(args);
  const documents: Measured[] = [];
  for (const file of files) {
    const { course } = await compileFile(file);
    const again = await compileFile(file);
    documents.push({
      name: file,
      course,
      isSameAgain: JSON.stringify(course) === JSON.stringify(again.course),
    });
  }
  const quality = qualityOf(documents);
  if (json) writeJson(quality, out);
  else writeText(qualityText(quality), out);
  const failed = quality.gates.filter(({ verdict }) => verdict === 'fail').map(({ name }) => name);
  if (failed.length > 0) throw new Stop(1, `Not held: ${failed.join('; ')}.`);
});

function readArguments(args: string[]): { files: string[]; json: boolean; out: string | undefined } {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { json: { type: 'boolean' }, out: { type: 'string' } },
      allowPositionals: true,
    });
    if (positionals.length === 0) throw new Stop(2, usage);
    return { files: positionals, json: values.json === true, out: values.out };
  } catch (fault) {
    if (fault instanceof Stop) throw fault;
    throw new Stop(2, `${fault instanceof Error ? fault.message : String(fault)}\n${usage}`);
  }
}
