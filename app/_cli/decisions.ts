import { existsSync } from 'node:fs';
import { claimsFileSchema } from '#lib/compiler/claims-file.ts';
import { compile } from '#lib/compiler/compile.ts';
import { decisionsFileSchema } from '#lib/compiler/decisions-file.ts';
import { type DecisionsUpdate, updateDecisionsFile } from '#lib/compiler/decisions-update.ts';
import { readArguments, readEntries, writeEntries } from './author-file.ts';
import { readAs } from './json-file.ts';
import { fileBeside, readDocument } from './read-document.ts';
import { runCommand, Stop } from './stop.ts';

/**
 * `npm run decisions -- FILE [--out FILE]`: the questions of a document, written to decisions.json beside it
 * for a person to decide on. What the file holds already is kept.
 */

const usage = 'Usage: npm run decisions -- FILE [--out FILE]';

await runCommand(async (args) => {
  const { file, target } = readArguments(args, 'decisions.json', usage);
  const { document, sha256 } = await readDocument(file);
  const claims = fileBeside(file, 'claims.json', undefined);
  const source = existsSync(target) ? target : fileBeside(file, 'decisions.json', undefined);
  const before =
    source === null
      ? null
      : readEntries(source, { schema: decisionsFileSchema, what: 'a decisions file', list: 'decisions' });
  const { course, diagnostics } = compile({
    document,
    sha256,
    ...(claims === null ? {} : { claims: readAs(claimsFileSchema, 'a claims file', claims) }),
    ...(before === null ? {} : { decisions: before.file }),
  });
  if (course.lessons.length === 0) throw new Stop(1, `${file} gives no course.`);
  const update = updateDecisionsFile(course, before);
  if (update.file.decisions.length === 0) {
    process.stdout.write(`There are no questions in ${file} to decide on.\n`);
    return;
  }
  writeEntries(target, update.file);
  const reports = diagnostics.filter(({ code }) => code.startsWith('decision-'));
  process.stdout.write(
    summary(
      target,
      update,
      reports.map(({ message }) => message),
    ),
  );
});

function summary(path: string, update: DecisionsUpdate, reports: readonly string[]): string {
  const { decided, waiting, added, dropped } = update;
  const lines = [
    `${path}: ${added} added, ${waiting} from before still to decide, ${decided} decided and kept.`,
    ...(added + waiting > 0
      ? ['Set "decision" to "approved", to "rejected" with a "reason", or to "edited" with an "edit".']
      : []),
    ...dropped.map((stem) => `No longer asked, taken out: ${stem}`),
    ...reports,
  ];
  return `${lines.join('\n')}\n`;
}
