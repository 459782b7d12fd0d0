/** Paragraphs, runs and their properties. */
const mostElements = 400_000;
const deepest = 120;

/**
 * What is wrong with the XML of a part, seen in one pass: Word's parts are always well formed, and what is not
 * can cost the XML parser the square of its length.
 */
export function xmlFault(xml: string): 'damaged' | 'too-nested' | null {
  const open: string[] = [];
  let elements = 0;
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at)) {
    const end = endOfTag(xml, at);
    if (end < 0) return 'damaged';
    const mark = xml[at + 1];
    if (mark === '/') {
      if (open.pop() !== xml.slice(at + 2, end - 1).trim()) return 'damaged';
    } else if (mark !== '!' && mark !== '?') {
      elements += 1;
      // A second root.
      if (open.length === 0 && elements > 1) return 'damaged';
      const name = /^[^\s/>]{1,100}/.exec(xml.slice(at + 1, at + 101))?.[0];
      if (name === undefined) return 'damaged';
      if (xml[end - 2] !== '/') open.push(name);
      if (open.length > deepest || elements > mostElements) return 'too-nested';
    }
    at = end;
  }
  return open.length === 0 && elements > 0 ? null : 'damaged';
}

/** Behind the tag, comment or instruction that begins at `at`; -1 where it does not end. */
function endOfTag(xml: string, at: number): number {
  for (const [opening, closing] of [
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
    ['<?', '?>'],
  ] as const) {
    if (!xml.startsWith(opening, at)) continue;
    const end = xml.indexOf(closing, at + opening.length);
    return end < 0 ? -1 : end + closing.length;
  }
  let quote = '';
  for (let next = at + 1; next < xml.length; next += 1) {
    const mark = xml[next];
    if (quote !== '') {
      if (mark === quote) quote = '';
    } else if (mark === '"' || mark === "'") quote = mark;
    else if (mark === '>') return next + 1;
    else if (mark === '<') return -1;
  }
  return -1;
}
