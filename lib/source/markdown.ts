import type { BlockContent, DefinitionContent, List, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { assemble } from './assemble.ts';
import { cleanText, oneLine } from './clean.ts';
import type { SourceDocument } from './document.ts';
import type { NewBlock } from './document-builder.ts';
import { takeFrontMatter } from './front-matter.ts';
import { inlineLines, inlineText } from './markdown-inline.ts';
import { cutMarkdown, type Piece } from './markdown-pieces.ts';

/**
 * CommonMark with tables, footnotes and front matter. Comments, HTML, images and footnotes are dropped;
 * `> [!CONTEXT] Source` opens a context box, whose facts come from elsewhere and are not asked about.
 */
export function parseMarkdown(raw: string): SourceDocument {
  const { text, hidden } = cleanText(raw);
  const { fields, body } = takeFrontMatter(text);
  return assemble(cutMarkdown(body).flatMap(readPiece), {
    title: oneLine(fields.get('title') ?? ''),
    author: oneLine(fields.get('author') ?? ''),
    mediaType: 'text/markdown',
    hidden,
  });
}

const extensions = {
  extensions: [gfm()],
  // Bare addresses are text to us; the search that makes links of them takes the square of the length.
  mdastExtensions: gfmFromMarkdown().map(({ transforms: _, ...extension }) => extension),
};

function readPiece({ text, dense }: Piece): NewBlock[] {
  if (!dense) return fromMarkdown(text, extensions).children.flatMap((node) => readBlock(node));
  return text
    .split(/\n\s*\n/)
    .map((part) => ({ kind: 'paragraph' as const, text: oneLine(part.replace(/[*_~`[\]<>#|]/g, ' ')) }));
}

type Place = {
  /** What a paragraph is here. */
  kind: 'paragraph' | 'list-item' | 'quote';
  depth: number;
};

function readBlock(node: RootContent, place: Place = { kind: 'paragraph', depth: 0 }): NewBlock[] {
  switch (node.type) {
    case 'heading':
      return [{ kind: 'heading', level: node.depth, text: inlineText(node.children).text }];
    case 'paragraph':
      return [{ kind: place.kind, level: place.depth, ...inlineText(node.children) }];
    case 'list':
      return readList(node, place);
    case 'blockquote':
      return (
        readContext(node.children) ??
        node.children.flatMap((child) => readBlock(child, { kind: 'quote', depth: 0 }))
      );
    case 'code':
      return [{ kind: 'code', text: cleanText(node.value).text.trim() }];
    case 'table': {
      const rows = node.children.map((row) =>
        row.children.map((cell) => inlineText(cell.children).text).join(' | '),
      );
      return [{ kind: 'table', text: rows.join('\n') }];
    }
    // HTML, definitions, footnote bodies and rules across the page are not read.
    default:
      return [];
  }
}

function readList(list: List, place: Place): NewBlock[] {
  const inside: Place = place.kind === 'quote' ? place : { kind: 'list-item', depth: place.depth + 1 };
  return list.children.flatMap((item) => item.children.flatMap((child) => readBlock(child, inside)));
}

/** A quotation whose first line is `[!CONTEXT] Source`; null for any other. */
function readContext(children: readonly (BlockContent | DefinitionContent)[]): NewBlock[] | null {
  const first = children[0];
  if (first?.type !== 'paragraph') return null;
  const [head = '', ...lines] = inlineLines(first.children);
  const source = /^\[!CONTEXT\]\s*(.*)$/i.exec(head)?.[1];
  if (source === undefined) return null;
  const rest = children.slice(1).flatMap((child) => readBlock(child));
  const text = [...lines, ...rest.map((block) => block.text)].join(' ');
  return [{ kind: 'context', text: oneLine(text), source: source.trim() }];
}
