import type { Element, Root } from 'hast';
import { cleanText, oneLine } from './clean.ts';
import type { NewBlock } from './document-builder.ts';
import { type HtmlNode, isElement, leftOut } from './html-tree.ts';
import { InlineRun } from './inline-run.ts';

/** Elements that stand within a line. All others begin a line of their own. */
const inline = new Set(
  (
    'a abbr acronym b bdi bdo big br cite code data dfn em font i ins kbd mark nobr q rb ruby samp small span ' +
    'strong sub sup time tt u var wbr'
  ).split(' '),
);
const terms = new Set(['dfn', 'strong', 'b']);

type Place = { kind: 'paragraph' | 'list-item' | 'quote'; depth: number };

/** The blocks of a page's text, and how many of its elements were hidden from readers. */
export function readBlocks(root: Element | Root): { blocks: NewBlock[]; hidden: number } {
  const reader = new BlockReader();
  reader.readFlow(root.children, { kind: 'paragraph', depth: 0 });
  return { blocks: reader.blocks, hidden: reader.hidden };
}

class BlockReader {
  readonly blocks: NewBlock[] = [];
  hidden = 0;
  private readonly inlines = new Map<Element, boolean>();

  /** Elements of their own become blocks; what stands loose between them is gathered into one. */
  readFlow(nodes: readonly HtmlNode[], place: Place): void {
    let loose: HtmlNode[] = [];
    const flush = () => {
      if (loose.length > 0) this.addLines(loose, place);
      loose = [];
    };
    for (const node of nodes) {
      if (node.type === 'text' || (isElement(node) && this.isInline(node))) loose.push(node);
      else if (isElement(node)) {
        if (this.isLeftOut(node)) continue;
        flush();
        this.readElement(node, place);
      }
    }
    flush();
  }

  private readElement(element: Element, place: Place): void {
    const { tagName, children } = element;
    if (/^h[1-6]$/.test(tagName)) {
      const { text } = this.inlineText(children);
      this.blocks.push({ kind: 'heading', level: Number(tagName[1]), text });
    } else if (tagName === 'header' || tagName === 'hgroup') {
      // The head of a page names it; what else stands there (logo, tags) is not read.
      this.readFlow(children.filter(isElement).flatMap(headOf), place);
    } else if (tagName === 'ul' || tagName === 'ol') {
      this.readFlow(children, place.kind === 'quote' ? place : { kind: 'list-item', depth: place.depth + 1 });
    } else if (tagName === 'blockquote') this.readFlow(children, { kind: 'quote', depth: 0 });
    else if (tagName === 'pre') {
      this.blocks.push({ kind: 'code', text: cleanText(this.verbatim(children)).text.trim() });
    } else if (tagName === 'table') this.readTable(element, place);
    else this.readFlow(children, place);
  }

  private addLines(nodes: readonly HtmlNode[], place: Place): void {
    // Two line breaks are how old pages set paragraphs apart.
    let part: HtmlNode[] = [];
    let breaks = 0;
    const flush = () => {
      const read = this.inlineText(part);
      if (read.text !== '') this.blocks.push({ kind: place.kind, level: place.depth, ...read });
      part = [];
    };
    for (const node of nodes) {
      if (isElement(node) && node.tagName === 'br') breaks += 1;
      else if (node.type !== 'text' || node.value.trim() !== '') {
        if (breaks > 1) flush();
        breaks = 0;
      }
      part.push(node);
    }
    flush();
  }

  private readTable(table: Element, place: Place): void {
    const rows = elementsOf(table, 'tr');
    const cells = rows.map((row) =>
      row.children.filter(isElement).filter(({ tagName }) => tagName === 'td' || tagName === 'th'),
    );
    // A table of one column, or one that holds other blocks, only lays a page out.
    const forLayout =
      cells.every((row) => row.length < 2) || rows.some((row) => elementsOf(row, 'p', 'table').length > 3);
    if (forLayout) {
      for (const cell of cells.flat()) this.readFlow(cell.children, place);
      return;
    }
    const lines = cells.map((row) => row.map((cell) => this.inlineText(cell.children).text).join(' | '));
    this.blocks.push({ kind: 'table', text: lines.filter((line) => line !== '').join('\n') });
  }

  private inlineText(nodes: readonly HtmlNode[]) {
    const run = new InlineRun();
    this.readInline(nodes, run);
    return run.finish();
  }

  private readInline(nodes: readonly HtmlNode[], run: InlineRun): void {
    for (const node of nodes) {
      if (node.type === 'text') run.write(node.value);
      if (!isElement(node) || this.isLeftOut(node) || isNoteMark(node)) continue;
      if (node.tagName === 'br' || node.tagName === 'wbr') {
        if (node.tagName === 'br') run.breakLine();
      } else if (terms.has(node.tagName)) run.mark('strong', () => this.readInline(node.children, run));
      else if (node.tagName === 'em' || node.tagName === 'i') {
        run.mark('emphasis', () => this.readInline(node.children, run));
      } else {
        const isBlock = !inline.has(node.tagName);
        if (isBlock) run.write(' ');
        this.readInline(node.children, run);
        if (isBlock) run.write(' ');
      }
    }
  }

  private verbatim(nodes: readonly HtmlNode[]): string {
    return nodes
      .map((node) => {
        if (node.type === 'text') return node.value;
        if (!isElement(node) || this.isLeftOut(node)) return '';
        return node.tagName === 'br' ? '\n' : this.verbatim(node.children);
      })
      .join('');
  }

  /** Inline, and without a block inside it: `<a><h2>…</h2></a>` is none. */
  private isInline(element: Element): boolean {
    const known = this.inlines.get(element);
    if (known !== undefined) return known;
    const is =
      inline.has(element.tagName) &&
      element.children.every((child) => !isElement(child) || this.isInline(child));
    this.inlines.set(element, is);
    return is;
  }

  private isLeftOut(element: Element): boolean {
    const why = leftOut(element);
    if (why === 'hidden' && oneLine(textOf(element)) !== '') this.hidden += 1;
    return why !== null;
  }
}

/** Of a page's head: its headings, and the lines under them. */
function headOf(element: Element): Element[] {
  if (leftOut(element) !== null) return [];
  if (/^(?:h[1-6]|p)$/.test(element.tagName)) return [element];
  return element.children.filter(isElement).flatMap(headOf);
}

function elementsOf(element: Element, ...names: string[]): Element[] {
  return element.children
    .filter(isElement)
    .filter((child) => leftOut(child) === null)
    .flatMap((child) => (names.includes(child.tagName) ? [child] : elementsOf(child, ...names)));
}

/** “[3]”, “2” or “*” set high: it leads to a note. */
function isNoteMark(element: Element): boolean {
  if (element.tagName !== 'sup') return false;
  return (
    /^\s*(?:\[?(?:\d{1,3}|[a-z]|note \d+|citation needed)\]?|[*†‡§]+)(?:\s*,?\s*\[?\d{1,3}\]?)*\s*$/i.test(
      textOf(element),
    ) && elementsOf(element, 'a').length > 0
  );
}

function textOf(node: HtmlNode): string {
  if (node.type === 'text') return node.value;
  return isElement(node) ? node.children.map(textOf).join('') : '';
}
