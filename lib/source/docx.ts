import { zipSync } from 'fflate';
import mammoth from 'mammoth';
import { ok, type Result, refuse } from '#lib/result.ts';
import { assemble } from './assemble.ts';
import { decodeText, encodeUtf8 } from './decode.ts';
import type { SourceDocument } from './document.ts';
import type { NewBlock } from './document-builder.ts';
import { withoutHiddenRuns } from './docx-hidden.ts';
import { xmlFault } from './docx-xml.ts';
import { hiddenPassages, readFragment } from './html.ts';
import { type ArchiveRefusal, unzip } from './unzip.ts';

const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** What a document's text unpacks to at most: some hundred thousand words as Word writes them. */
const mostBytes = 24 * 1024 * 1024;
/** The parts that say what the text is and how it is laid out; notes, comments, images and macros are not read. */
const wanted =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:_rels\/[^/]+\.rels|document\d*\.xml|styles\d*\.xml|numbering\d*\.xml))$/;

const styleMap = [
  "p[style-name='Title'] => h1:fresh",
  ...[1, 2, 3, 4, 5].map((level) => `p[style-name='Heading ${level}'] => h${level + 1}:fresh`),
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Block Text'] => blockquote > p:fresh",
  "p[style-name='HTML Preformatted'] => pre:separator('\\n')",
  "p[style-name='Code'] => pre:separator('\\n')",
  "p[style-name='Source Code'] => pre:separator('\\n')",
  "p[style-name='toc 1'] => !",
  "p[style-name='toc 2'] => !",
  "p[style-name='toc 3'] => !",
  "p[style-name='TOC Heading'] => !",
  "p[style-name='Caption'] => !",
  "r[style-name='Strong'] => strong",
  "r[style-name='Emphasis'] => em",
];

/** A Word document: its text by way of HTML, headings by their styles. */
export async function parseDocx(
  bytes: Uint8Array,
): Promise<Result<SourceDocument, ArchiveRefusal | 'too-nested'>> {
  const parts = unzip(bytes, (name) => wanted.test(name), mostBytes);
  if (!parts.ok) return parts;
  const checked: Record<string, Uint8Array> = {};
  let hidden = 0;
  for (const [name, part] of parts.value) {
    const xml = decodeText(part);
    if (!xml.ok) return refuse('damaged');
    // No word processor writes a document type: it is where entities and outside files are declared.
    if (/<!(?:DOCTYPE|ENTITY)/i.test(xml.value)) return refuse('unsafe');
    const fault = xmlFault(xml.value);
    if (fault !== null) return refuse(fault);
    const seen = name.includes('document') ? withoutHiddenRuns(xml.value) : { xml: xml.value, hidden: 0 };
    hidden += seen.hidden;
    checked[name] = encodeUtf8(seen.xml);
  }
  const html = await convert(zipSync(checked, { level: 0, mtime: '1980-01-01' }));
  if (html === null) return refuse('damaged');
  const read = readFragment(html);
  if (!read.ok) return read;
  return ok(
    assemble(levelled(read.value.blocks), {
      title: '',
      author: '',
      mediaType,
      hidden: read.value.hidden,
      diagnostics: hiddenPassages(read.value.passages + hidden),
    }),
  );
}

/** Headings stand one level below the title; where no paragraph has the style of a title, they move up. */
function levelled(blocks: readonly NewBlock[]): NewBlock[] {
  if (blocks.some((block) => block.kind === 'heading' && block.level === 1)) return [...blocks];
  return blocks.map((block) =>
    block.kind === 'heading' ? { ...block, level: (block.level ?? 2) - 1 } : block,
  );
}

async function convert(archive: Uint8Array): Promise<string | null> {
  try {
    // The type asks for Node's Buffer; any bytes will do, and this folder knows no Node.
    const input = { buffer: archive } as unknown as Parameters<typeof mammoth.convertToHtml>[0];
    const { value } = await mammoth.convertToHtml(input, {
      styleMap,
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
    });
    return value;
  } catch {
    return null;
  }
}
