import { claimsFileSchema } from '#lib/compiler/claims-file.ts';
import { compile } from '#lib/compiler/compile.ts';
import { decisionsFileSchema } from '#lib/compiler/decisions-file.ts';
import { outlineFileSchema } from '#lib/compiler/outline-file.ts';
import { readAs } from './json-file.ts';
import { fileBeside, readDocument } from './read-document.ts';

/**
 * What the compiler makes of a document, with the claims.json, outline.json and decisions.json beside it where there
 * are any.
 */
export async function compileFile(path: string): Promise<ReturnType<typeof compile>> {
  const { document, sha256 } = await readDocument(path);
  const claims = fileBeside(path, 'claims.json', undefined);
  const outline = fileBeside(path, 'outline.json', undefined);
  const decisions = fileBeside(path, 'decisions.json', undefined);
  return compile({
    document,
    sha256,
    ...(claims === null ? {} : { claims: readAs(claimsFileSchema, 'a claims file', claims) }),
    ...(decisions === null ? {} : { decisions: readAs(decisionsFileSchema, 'a decisions file', decisions) }),
    ...(outline === null ? {} : { outline: readAs(outlineFileSchema, 'an outline file', outline) }),
  });
}
