import { ok, type Result, refuse } from '../result.ts';
import { decodeEntities } from './plain-text.ts';
import type { FileRefusal } from './question.ts';

/** Text of an element or an attribute, without the characters that XML 1.0 cannot hold. */
export function xmlText(text: string): string {
  return legalXml(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function legalXml(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/(?![\n\t\u0080-\u009f])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '');
}

/** Whether XML can hold every string in it. */
export function fitsXml(value: unknown): boolean {
  const legal = (_: string, inside: unknown) => (typeof inside === 'string' ? legalXml(inside) : inside);
  return JSON.stringify(value, legal) === JSON.stringify(value);
}

export type XmlElement = {
  name: string;
  attributes: Map<string, string>;
  children: XmlElement[];
  /** Its own text, joined. */
  text: string;
  /** Text and elements as they follow each other. */
  content: (string | XmlElement)[];
  line: number;
};

const deepest = 64;
const attribute = /\s+([^\s=<>"'/]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const tagName = /[^\s=<>"'/!?]+/y;

/**
 * The elements of a document: enough of XML for files that programs write. A DOCTYPE is refused, so that no
 * entity can be declared; only those of XML itself are known.
 */
export function readXml(source: string): Result<XmlElement, FileRefusal> {
  const text = source.replace(/^\uFEFF/, '');
  const root: XmlElement = { name: '', attributes: new Map(), children: [], text: '', content: [], line: 1 };
  const open = [root];
  let at = 0;
  let line = 1;
  let lineEnd = text.indexOf('\n');
  const moveTo = (end: number) => {
    for (; lineEnd >= 0 && lineEnd < end; lineEnd = text.indexOf('\n', lineEnd + 1)) line += 1;
    at = end;
  };
  while (at < text.length) {
    const inside = open.at(-1) ?? root;
    const next = text.indexOf('<', at);
    const end = next < 0 ? text.length : next;
    if (end > at) say(inside, decodeEntities(text.slice(at, end)));
    moveTo(end);
    if (next < 0) break;
    if (text.startsWith('<![CDATA[', at)) {
      const close = text.indexOf(']]>', at);
      if (close < 0) return refuse('damaged');
      say(inside, text.slice(at + 9, close));
      moveTo(close + 3);
      continue;
    }
    const skipped = text.startsWith('<!--', at) ? '-->' : text.startsWith('<?', at) ? '?>' : null;
    if (skipped !== null) {
      const close = text.indexOf(skipped, at + 2);
      if (close < 0) return refuse('damaged');
      moveTo(close + skipped.length);
      continue;
    }
    if (text.startsWith('<!', at)) return refuse('doctype');
    if (text.startsWith('</', at)) {
      const close = text.indexOf('>', at);
      if (close < 0 || open.length < 2 || text.slice(at + 2, close).trim() !== inside.name)
        return refuse('damaged');
      open.pop();
      moveTo(close + 1);
      continue;
    }
    const tag = readTag(text, at);
    if (tag === null) return refuse('damaged');
    const element: XmlElement = {
      name: tag.name,
      attributes: tag.attributes,
      children: [],
      text: '',
      content: [],
      line,
    };
    inside.children.push(element);
    inside.content.push(element);
    if (!tag.isEmpty) open.push(element);
    if (open.length > deepest) return refuse('too-deep');
    moveTo(tag.end);
  }
  const [top, ...more] = root.children;
  if (open.length > 1 || top === undefined || more.length > 0 || root.text.trim() !== '')
    return refuse('damaged');
  return ok(top);
}

function say(element: XmlElement, text: string): void {
  element.text += text;
  element.content.push(text);
}

function readTag(
  text: string,
  start: number,
): { name: string; attributes: Map<string, string>; isEmpty: boolean; end: number } | null {
  tagName.lastIndex = start + 1;
  const name = tagName.exec(text)?.[0];
  if (name === undefined) return null;
  const attributes = new Map<string, string>();
  let at = tagName.lastIndex;
  for (;;) {
    attribute.lastIndex = at;
    const found = attribute.exec(text);
    if (found === null) break;
    attributes.set(found[1] ?? '', decodeEntities(found[2] ?? found[3] ?? ''));
    at = attribute.lastIndex;
  }
  while (/\s/.test(text.charAt(at))) at += 1;
  if (text.startsWith('/>', at)) return { name, attributes, isEmpty: true, end: at + 2 };
  return text[at] === '>' ? { name, attributes, isEmpty: false, end: at + 1 } : null;
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}
