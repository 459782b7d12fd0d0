/**
 * What an HTML parser would make of a page, reckoned in one pass before it is parsed: elements within
 * elements, and the copies of open formatting (`<b>`, `<a>` …) that the standard asks for in each new block.
 * Both let a small page become a tree that fits no memory.
 */
const deepest = 400;
const mostNodes = 600_000;

/** These hold no elements or are closed by what follows them. */
const flat = new Set(
  (
    'area base br col embed hr img input link meta param source track wbr p li dt dd option optgroup tr td th ' +
    'thead tbody tfoot colgroup rp rt rb rtc html head body'
  ).split(' '),
);
const formatting = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '));
const verbatim = new Set('script style textarea title xmp iframe noembed noframes noscript'.split(' '));

export function isTooMuchHtml(html: string): boolean {
  const open = new Map<string, number>();
  let depth = 0;
  let formats = 0;
  let nodes = 0;
  const tag = /<(?:!--|(\/?)([a-zA-Z][^\s/>]{0,40})[^>]{0,100000}>?)/g;
  for (let found = tag.exec(html); found !== null; found = tag.exec(html)) {
    const [whole, closing, written] = found;
    if (written === undefined) {
      const end = html.indexOf('-->', tag.lastIndex - 2);
      if (end < 0) break;
      tag.lastIndex = end + 3;
      continue;
    }
    const name = written.toLowerCase();
    const isFormat = formatting.has(name);
    if (closing === '/') {
      const count = open.get(name) ?? 0;
      if (count > 0) {
        open.set(name, count - 1);
        if (isFormat) formats -= 1;
        else depth -= 1;
      }
      continue;
    }
    nodes += 2 + formats;
    if (verbatim.has(name)) {
      const end = endOfVerbatim(html, name, tag.lastIndex);
      if (end < 0) break;
      tag.lastIndex = end;
    } else if (!flat.has(name) && !whole.endsWith('/>')) {
      open.set(name, (open.get(name) ?? 0) + 1);
      if (isFormat) formats += 1;
      else depth += 1;
    }
    if (depth > deepest || formats > deepest || nodes > mostNodes) return true;
  }
  return false;
}

function endOfVerbatim(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}`, 'gi');
  closing.lastIndex = from;
  return closing.exec(html) === null ? -1 : closing.lastIndex;
}
