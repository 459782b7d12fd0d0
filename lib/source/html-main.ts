import type { Element, Root } from 'hast';
import { countWords } from '#lib/text/terms.ts';
import { type HtmlNode, isElement, leftOut } from './html-tree.ts';

/** A block that holds less than this share of its page's sentences is not all of its text. */
const mainShare = 0.8;
/** `<article>` may hold one of many teasers. */
const articleShare = 0.5;

const paragraphs = new Set(['p', 'blockquote', 'pre', 'dd']);
const outer = new Set(['body', 'div', 'section', 'main', 'article', 'center', 'td', 'tr', 'tbody', 'table']);

/** The part of a page that holds its text: `<main>` or `<article>`, else the densest block. */
export function mainContent(root: Root): Element | Root {
  const weights = new Map<HtmlNode | Root, number>();
  weigh(root, weights);
  const total = weights.get(root) ?? 0;
  const marked = findAll(root, (element) => element.tagName === 'main' || element.properties.role === 'main');
  const articles = findAll(root, (element) => element.tagName === 'article');
  for (const [candidates, share] of [
    [articles, mainShare],
    [marked, 0],
    [articles, articleShare],
  ] as const) {
    const best = heaviest(candidates, weights);
    const weight = best === undefined ? 0 : (weights.get(best) ?? 0);
    if (best !== undefined && weight > 0 && weight >= share * total) return best;
  }
  return densest(root, weights, total);
}

/** Down from the page while one block holds nearly all of its sentences. */
function densest(root: Root, weights: ReadonlyMap<HtmlNode | Root, number>, total: number): Element | Root {
  let at: Element | Root = root;
  while (total > 0) {
    const children: readonly HtmlNode[] = at.children;
    const inner = children
      .filter(isElement)
      .find(
        (child) =>
          (child.tagName === 'html' || outer.has(child.tagName)) &&
          (weights.get(child) ?? 0) >= mainShare * total,
      );
    if (inner === undefined) return at;
    // A title above the block that holds the paragraphs belongs to the text.
    if (children.some((child) => child !== inner && holdsHeading(child))) return at;
    at = inner;
  }
  return at;
}

/** Words of paragraphs without their links, for each element. */
function weigh(node: HtmlNode | Root, weights: Map<HtmlNode | Root, number>): number {
  if (node.type !== 'root' && (!isElement(node) || leftOut(node) !== null)) return 0;
  const weight =
    node.type === 'element' && paragraphs.has(node.tagName)
      ? countWords(plainText(node))
      : node.children.reduce((sum, child) => sum + weigh(child, weights), 0);
  weights.set(node, weight);
  return weight;
}

function plainText(node: HtmlNode): string {
  if (node.type === 'text') return node.value;
  if (!isElement(node) || node.tagName === 'a' || leftOut(node) !== null) return '';
  return node.children.map(plainText).join(' ');
}

function findAll(node: HtmlNode | Root, wanted: (element: Element) => boolean): Element[] {
  if (node.type !== 'root' && !isElement(node)) return [];
  if (node.type === 'element') {
    if (leftOut(node) !== null) return [];
    if (wanted(node)) return [node];
  }
  return node.children.flatMap((child) => findAll(child, wanted));
}

function holdsHeading(node: HtmlNode): boolean {
  return findAll(node, (element) => /^h[1-2]$/.test(element.tagName)).length > 0;
}

function heaviest(
  elements: readonly Element[],
  weights: ReadonlyMap<HtmlNode | Root, number>,
): Element | undefined {
  return [...elements].sort((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0))[0];
}
