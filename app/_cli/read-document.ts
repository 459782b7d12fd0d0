import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { passOverStrayPdfFaults } from '#app/_compile/stray-faults.ts';
import type { SourceDocument } from '#lib/source/document.ts';
import { largestSource, parseSource } from '#lib/source/parse-source.ts';
import { sourceRefusals } from './source-refusals.ts';
import { Stop } from './stop.ts';

/** The document in a file, with the digest of its bytes; or the command stops and says why. */
export async function readDocument(
  file: string,
): Promise<{ document: SourceDocument; sha256: string; bytes: Uint8Array }> {
  passOverStrayPdfFaults();
  const bytes = readBytes(file);
  const parsed = await parseSource(basename(file), bytes);
  if (!parsed.ok) throw new Stop(1, `${file} ${sourceRefusals[parsed.refusal]}`);
  return { document: parsed.value, sha256: createHash('sha256').update(bytes).digest('hex'), bytes };
}

/** The file that was named, else the one of this name beside the document where there is one. */
export function fileBeside(document: string, name: string, named: string | undefined): string | null {
  if (named !== undefined) return named;
  const beside = join(dirname(document), name);
  return existsSync(beside) ? beside : null;
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
