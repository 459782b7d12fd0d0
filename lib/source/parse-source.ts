import { ok, type Result, refuse } from '#lib/result.ts';
import { decodeText } from './decode.ts';
import type { SourceDocument } from './document.ts';
import { parseMarkdown } from './markdown.ts';
import { parsePlainText } from './plain-text.ts';
import { proseWords } from './prose.ts';

/** Why a file is no document. */
export type SourceRefusal =
  | 'unknown-format'
  | 'empty'
  | 'too-large'
  | 'binary'
  | 'not-utf-8'
  | 'no-prose'
  /** Not what its name says, or broken. */
  | 'damaged'
  /** It would unpack to far more than a text can be. */
  | 'bomb'
  /** It holds what only an attack or a password puts there. */
  | 'unsafe'
  /** More elements within elements than any writing has. */
  | 'too-nested';

export const largestSource = 10 * 1024 * 1024;

type Parsed = Result<SourceDocument, SourceRefusal>;

const textParsers: Record<string, (raw: string) => Parsed | Promise<Parsed>> = {
  txt: (raw) => ok(parsePlainText(raw)),
  md: (raw) => ok(parseMarkdown(raw)),
  markdown: (raw) => ok(parseMarkdown(raw)),
  // These bring large parsers along, which the others need not wait for.
  html: async (raw) => (await import('./html.ts')).parseHtml(raw),
  htm: async (raw) => (await import('./html.ts')).parseHtml(raw),
};

const binaryParsers: Record<string, (bytes: Uint8Array) => Promise<Parsed>> = {
  docx: async (bytes) => (await import('./docx.ts')).parseDocx(bytes),
  pdf: async (bytes) => (await import('./pdf.ts')).parsePdf(bytes),
};

/** The endings of the names that can be read. */
export const sourceEndings = [...Object.keys(textParsers), ...Object.keys(binaryParsers)];

/** A file's bytes as a document; the name's ending says in which format they are. */
export async function parseSource(fileName: string, bytes: Uint8Array): Promise<Parsed> {
  const ending = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
  if (!sourceEndings.includes(ending)) return refuse('unknown-format');
  if (bytes.length === 0) return refuse('empty');
  if (bytes.length > largestSource) return refuse('too-large');
  const document = await parseAs(ending, bytes);
  if (!document.ok) return document;
  return proseWords(document.value) === 0 ? refuse('no-prose') : document;
}

async function parseAs(ending: string, bytes: Uint8Array): Promise<Parsed> {
  const parseBinary = binaryParsers[ending];
  if (parseBinary !== undefined) return parseBinary(bytes);
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  if (!/[^\s\p{C}]/u.test(decoded.value)) return refuse('empty');
  return textParsers[ending]?.(decoded.value) ?? refuse('unknown-format');
}
