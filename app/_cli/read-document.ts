import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { SourceDocument } from '#lib/source/document.ts';
import { largestSource, parseSource, type SourceRefusal } from '#lib/source/parse-source.ts';
import { Stop } from './stop.ts';

const refusals: Record<SourceRefusal, string> = {
  'unknown-format': 'is in no format that can be read: give it a name that ends in .md or .txt.',
  empty: 'is empty: there is nothing to make a course of.',
  'too-large': 'is larger than 10 MB: divide it and compile the parts.',
  binary: 'is not text but binary data.',
  'not-utf-8': 'is not in UTF-8: save it in that encoding and try again.',
  'no-prose': 'holds no sentences that could be taught.',
};

/** The document in a file, with the digest of its bytes; or the command stops and says why. */
export async function readDocument(
  file: string,
): Promise<{ document: SourceDocument; sha256: string; bytes: Uint8Array }> {
  const bytes = readBytes(file);
  const parsed = await parseSource(basename(file), bytes);
  if (!parsed.ok) throw new Stop(1, `${file} ${refusals[parsed.refusal]}`);
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
    if (about.size > largestSource) throw new Stop(1, `${file} ${refusals['too-large']}`);
    return readFileSync(file);
  } catch (fault) {
    if (fault instanceof Stop) throw fault;
    throw new Stop(2, `${file} cannot be read.`);
  }
}
