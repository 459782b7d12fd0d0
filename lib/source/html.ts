import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Diagnostic } from '#lib/course/model.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import { assemble } from './assemble.ts';
import { cleanText, oneLine } from './clean.ts';
import type { SourceDocument } from './document.ts';
import type { NewBlock } from './document-builder.ts';
import { readBlocks } from './html-blocks.ts';
import { isTooMuchHtml } from './html-guard.ts';
import { mainContent } from './html-main.ts';
import { type HtmlNode, isElement } from './html-tree.ts';

/** The text of a web page: its main content, without what surrounds it and what nobody sees. */
export function parseHtml(raw: string): Result<SourceDocument, 'too-nested'> {
  const { text, hidden } = cleanText(raw);
  if (isTooMuchHtml(text)) return refuse('too-nested');
  const root = fromHtml(text);
  const read = readBlocks(mainContent(root));
  const headed = read.blocks.some((block) => block.kind === 'heading' && block.level === 1);
  return ok(
    assemble(fromTitle(read.blocks), {
      title: headed ? '' : pageTitle(root),
      author: metaAuthor(root),
      mediaType: 'text/html',
      hidden,
      diagnostics: hiddenPassages(read.hidden),
    }),
  );
}

/** All the blocks of HTML that another format was turned into. */
export function readFragment(
  html: string,
): Result<{ blocks: NewBlock[]; hidden: number; passages: number }, 'too-nested'> {
  const { text, hidden } = cleanText(html);
  if (isTooMuchHtml(text)) return refuse('too-nested');
  const read = readBlocks(fromHtml(text, { fragment: true }));
  return ok({ blocks: read.blocks, hidden, passages: read.hidden });
}

export function hiddenPassages(count: number): Diagnostic[] {
  if (count === 0) return [];
  const passages = count === 1 ? 'passage that no reader sees was' : 'passages that no reader sees were';
  const message = `${count} ${passages} left out.`;
  return [{ code: 'hidden-text', severity: 'warning', message, start: 0, end: 0 }];
}

/** A crumb, a date or a tag above the title is no text of the page. */
function fromTitle(blocks: NewBlock[]): NewBlock[] {
  const first = blocks.findIndex((block) => block.kind === 'heading' && block.level === 1);
  const before = blocks.slice(0, Math.max(0, first));
  const short =
    before.length <= 4 && before.every((block) => block.kind !== 'heading' && block.text.length < 60);
  return first > 0 && short ? blocks.slice(first) : blocks;
}

/** `<title>` without the name of the site behind it. */
function pageTitle(root: Root): string {
  const title = find(root, (element) => element.tagName === 'title')?.children[0];
  if (title?.type !== 'text') return '';
  return oneLine(cleanText(title.value).text.split(/\s[|–—·-]\s/)[0] ?? '').slice(0, 200);
}

function metaAuthor(root: Root): string {
  const meta = find(root, ({ tagName, properties }) => tagName === 'meta' && properties.name === 'author');
  const content = meta?.properties.content;
  return typeof content === 'string' ? oneLine(cleanText(content).text).slice(0, 120) : '';
}

function find(node: HtmlNode | Root, wanted: (element: Element) => boolean): Element | null {
  if (node.type !== 'root' && !isElement(node)) return null;
  if (node.type === 'element' && wanted(node)) return node;
  for (const child of node.children) {
    const found = find(child, wanted);
    if (found !== null) return found;
  }
  return null;
}
