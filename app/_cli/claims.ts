import { existsSync } from 'node:fs';
import { claimsFileSchema } from '#lib/compiler/claims-file.ts';
import { type ClaimsUpdate, updateClaimsFile } from '#lib/compiler/claims-update.ts';
import { compile, proposeClaims } from '#lib/compiler/compile.ts';
import { readArguments, readEntries, writeEntries } from './author-file.ts';
import { fileBeside, readDocument } from './read-document.ts';
import { runCommand, Stop } from './stop.ts';

/**
 * `npm run claims -- FILE [--out FILE]`: the claims that the rules find in a document, written to claims.json
 * beside it for a person to decide on. What the file holds already is kept.
 */

const usage = 'Usage: npm run claims -- FILE [--out FILE]';

await runCommand(async (args) => {
  const { file, target } = readArguments(args, 'claims.json', usage);
  const { document, sha256 } = await readDocument(file);
  const source = existsSync(target) ? target : fileBeside(file, 'claims.json', undefined);
  const before =
    source === null
      ? null
      : readEntries(source, { schema: claimsFileSchema, what: 'a claims file', list: 'claims' });
  const decided = before === null ? {} : { claims: before.file };
  const { course } = compile({ document, sha256, ...decided });
  if (course.lessons.length === 0) throw new Stop(1, `${file} gives no course.`);
  const update = updateClaimsFile(course, before, proposeClaims({ document, ...decided }));
  if (update.file.claims.length === 0) {
    process.stdout.write(
      `The rules find no claims in ${file}. Write them by hand: content/README.md says how.\n`,
    );
    return;
  }
  writeEntries(target, update.file);
  process.stdout.write(summary(target, update));
});

function summary(path: string, { kept, waiting, added, gone, dropped, touched }: ClaimsUpdate): string {
  const lines = [
    `${path}: ${added.length} added, ${waiting.length} from before still to decide, ${kept.length} decided and kept.`,
  ];
  if (added.length + waiting.length > 0)
    lines.push('Set "status" to "confirmed" or "rejected"; or mend the parts and set it to "corrected".');
  for (const { id, status, evidence, nearest } of gone) {
    lines.push(`No longer in the text, kept: ${id} (${status}) “${evidence}”`);
    if (nearest !== null) lines.push(`  Nearest is ${nearest.address}: “${nearest.quote}”`);
    lines.push('  If it still holds, give it its new sentence as "evidence"; else take it out.');
  }
  for (const { id, evidence } of dropped) lines.push(`No longer in the text, taken out: ${id} “${evidence}”`);
  for (const { id } of touched)
    lines.push(`Changed, but still "proposed": ${id}. Set it to "corrected" if it was meant.`);
  return `${lines.join('\n')}\n`;
}
