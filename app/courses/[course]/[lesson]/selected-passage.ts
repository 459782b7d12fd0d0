import type { Point } from '#lib/course/passage.ts';

export type SelectedPassage = { from: Point; to: Point; quote: string };

/** What is selected of the lesson's sentences; null where that is none of them. */
export function selectedPassage(): SelectedPassage | null {
  const selection = getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const touched = [...document.querySelectorAll('.lesson .body .source span[id]')].filter(
    (span) => /^s\d+-\d+$/.test(span.id) && range.intersectsNode(span),
  );
  const [first, last] = [touched[0], touched.at(-1)];
  if (first === undefined || last === undefined || range.toString().trim() === '') return null;
  const { startContainer, startOffset, endContainer, endOffset } = range;
  return {
    from: {
      address: addressOf(first),
      at: first.contains(startContainer) ? offsetIn(first, startContainer, startOffset) : 0,
    },
    to: {
      address: addressOf(last),
      at: last.contains(endContainer) ? offsetIn(last, endContainer, endOffset) : null,
    },
    quote: range.toString(),
  };
}

/** "s2-7" is the anchor of sentence 2.7. */
function addressOf(sentence: Element): string {
  return sentence.id.slice(1).replace('-', '.');
}

/** Characters of the sentence's text up to a point: what is drawn by the style sheet is no text. */
function offsetIn(sentence: Element, node: Node, offset: number): number {
  const before = document.createRange();
  before.setStart(sentence, 0);
  before.setEnd(node, offset);
  return before.toString().length;
}
