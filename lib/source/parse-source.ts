import { ok, type Result, refuse } from '#lib/result.ts';
import { decodeText } from './decode.ts';
import type { SourceDocument } from './document.ts';
import { parseMarkdown } from './markdown.ts';
import { parsePlainText } from './plain-text.ts';
import { proseWords } from './prose.ts';

/** Why a file is no document. */
export type SourceRefusal = 'unknown-format' | 'empty' | 'too-large' | 'binary' | 'not-utf-8' | 'no-prose';

export const largestSource = 10 * 1024 * 1024;

const parsers: Record<string, (raw: string) => SourceDocument> = {
  txt: parsePlainText,
  md: parseMarkdown,
  markdown: parseMarkdown,
};

/** A file's bytes as a document; the name's ending says in which format they are. */
export function parseSource(fileName: string, bytes: Uint8Array): Result<SourceDocument, SourceRefusal> {
  const ending = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const parse = Object.hasOwn(parsers, ending) ? parsers[ending] : undefined;
  if (parse === undefined) return refuse('unknown-format');
  if (bytes.length === 0) return refuse('empty');
  if (bytes.length > largestSource) return refuse('too-large');
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  if (!/[^\s\p{C}]/u.test(decoded.value)) return refuse('empty');
  const document = parse(decoded.value);
  return proseWords(document) === 0 ? refuse('no-prose') : ok(document);
}
