import { strToU8, zipSync } from 'fflate';

/** Files by their path in the package. The same files give the same bytes: no hour is kept. */
export function zipPackage(files: ReadonlyMap<string, string>): Uint8Array<ArrayBuffer> {
  const entries = [...files].map(([path, text]) => [path, strToU8(text)] as const);
  return zipSync(Object.fromEntries(entries), { mtime: '1980-01-01T00:00:00', level: 6 });
}
