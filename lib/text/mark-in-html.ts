/** A stretch of the text of one element, in UTF-16 units from its beginning. */
export type HtmlMark = {
  /** The element's id; it is a `span`. */
  id: string;
  from: number;
  to: number;
  /** HTML to put behind the stretch, outside any element that it ends in. It must have no text of its own. */
  behind?: string;
};

/**
 * Paints marks into HTML that was made before, and for everybody. The HTML is our own: each `<` begins a tag
 * and each `&` an entity of one character. A mark crosses no other element: it ends before a tag and begins
 * again behind it. Without marks the very same string comes back.
 */
export function markInHtml(html: string, marks: readonly HtmlMark[], open: string, close: string): string {
  const byElement = new Map<string, HtmlMark[]>();
  for (const mark of marks) byElement.set(mark.id, [...(byElement.get(mark.id) ?? []), mark]);
  const pieces: string[] = [];
  let done = 0;
  const elements = [...byElement].flatMap(([id, own]) => {
    const at = html.indexOf(`<span id="${id}"`);
    return at < 0 ? [] : [{ at: html.indexOf('>', at) + 1, own }];
  });
  for (const { at, own } of elements.sort((a, b) => a.at - b.at)) {
    pieces.push(html.slice(done, at));
    const [painted, end] = paint(html, at, own, open, close);
    pieces.push(painted);
    done = end;
  }
  return pieces.length === 0 ? html : pieces.join('') + html.slice(done);
}

const token = /<\/?[^>]*>|&[^;]*;|[^<&]/gs;

/** The inside of one element, from behind its opening tag: the painted HTML, and where in `html` it ends. */
function paint(
  html: string,
  from: number,
  marks: readonly HtmlMark[],
  open: string,
  close: string,
): [string, number] {
  let out = '';
  let at = 0;
  let depth = 0;
  let isOpen = false;
  let waiting = marks.filter((mark) => mark.behind !== undefined).sort((a, b) => a.to - b.to);
  const shut = () => {
    if (isOpen) out += close;
    isOpen = false;
  };
  const putBehind = (isEnd: boolean) => {
    const due = waiting.filter((mark) => isEnd || mark.to <= at);
    if (due.length === 0) return;
    shut();
    out += due.map((mark) => mark.behind).join('');
    waiting = waiting.filter((mark) => !due.includes(mark));
  };
  const pattern = new RegExp(token);
  pattern.lastIndex = from;
  for (let found = pattern.exec(html); found !== null; found = pattern.exec(html)) {
    const [piece] = found;
    if (piece.startsWith('<')) {
      const isEnd = piece.startsWith('</');
      if (isEnd && depth === 0) {
        shut();
        putBehind(true);
        return [out, found.index];
      }
      shut();
      if (depth === 0) putBehind(false);
      depth += isEnd ? -1 : 1;
      out += piece;
      continue;
    }
    if (depth === 0) putBehind(false);
    const isMarked = marks.some((mark) => mark.from <= at && at < mark.to);
    if (isMarked && !isOpen) out += open;
    if (!isMarked) shut();
    isOpen = isMarked;
    out += piece;
    at += 1;
  }
  shut();
  return [out, html.length];
}
