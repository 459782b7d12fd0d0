import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type ClaimsFile, claimsFileSchema } from '#lib/compiler/claims-file.ts';
import { compile } from '#lib/compiler/compile.ts';
import { parseSource } from '#lib/source/parse-source.ts';
import { readAs } from './json-file.ts';
import { Stop } from './stop.ts';

/** What the compiler makes of a document, with the claims.json beside it where there is one. */
export async function compileFile(path: string): Promise<ReturnType<typeof compile>> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch {
    throw new Stop(2, `${path} cannot be read.`);
  }
  const parsed = await parseSource(basename(path), bytes);
  if (!parsed.ok) throw new Stop(1, `${path} gives no course: ${parsed.refusal.replaceAll('-', ' ')}.`);
  const claims = claimsBeside(path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return compile({ document: parsed.value, sha256, ...(claims === null ? {} : { claims }) });
}

function claimsBeside(path: string): ClaimsFile | null {
  const claims = join(dirname(path), 'claims.json');
  return existsSync(claims) ? readAs(claimsFileSchema, 'a claims file', claims) : null;
}
