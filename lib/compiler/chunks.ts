import type { Block, Section, Span } from '#lib/course/model.ts';
import type { NumberedSentence } from '#lib/course/numbered-sentences.ts';

/** What a reader takes in at once, in sentences. */
const fewest = 3;
const most = 5;
const best = 4;
/** A cut inside a paragraph costs more than any odd size; a chunk over two paragraphs a little. */
const insideParagraph = 4;
const overParagraphs = 1;

/** A sentence, or a block that has none. */
type Piece = { start: number; opensBlock: boolean };

/**
 * A section in chunks of three to five sentences, in order and without a gap: joined they are the section's
 * text, each with the white space that follows it. A heading opens the chunk after it. A chunk lies within
 * one run of paragraphs, one list or one quotation, and a table, code or context box is a chunk of its own;
 * a run of fewer than three sentences is a shorter one. Paragraphs are cut only where they must be.
 */
export function chunkSection(
  source: { text: string; blocks: readonly Block[] },
  section: Section,
  sentences: readonly NumberedSentence[],
): Span[] {
  const starts: number[] = [];
  let run: Piece[] = [];
  let runOf: Block['kind'] | null = null;
  let heading: number | null = null;
  const flush = () => {
    for (const at of cuts(run)) starts.push(at);
    run = [];
    runOf = null;
  };
  let next = 0;
  source.blocks.forEach((block, blockIndex) => {
    if (block.start < section.start || block.end > section.end) return;
    if (block.kind === 'heading') {
      flush();
      heading ??= block.start;
      return;
    }
    if (heading !== null || block.kind !== runOf || standsAlone(block.kind)) flush();
    const first = run.length;
    while (sentences[next]?.blockIndex === blockIndex) {
      run.push({ start: sentences[next]?.start ?? block.start, opensBlock: run.length === first });
      next += 1;
    }
    const opening = run[first];
    if (opening === undefined) run.push({ start: heading ?? block.start, opensBlock: true });
    else opening.start = heading ?? block.start;
    heading = null;
    runOf = block.kind;
  });
  flush();
  if (heading !== null) starts.push(heading);
  return starts.map((at, index) => {
    const start = index === 0 ? section.start : at;
    const end = starts[index + 1] ?? section.end;
    return { start, end, quote: source.text.slice(start, end) };
  });
}

function standsAlone(kind: Block['kind']): boolean {
  return kind === 'code' || kind === 'table' || kind === 'context';
}

/** Where the chunks of a run start: the cheapest way to part it into three to five pieces each. */
function cuts(run: readonly Piece[]): number[] {
  const smallest = Math.min(fewest, run.length);
  const costs: number[] = [0];
  const sizes: number[] = [0];
  for (let end = 1; end <= run.length; end += 1) {
    let cost = Number.POSITIVE_INFINITY;
    let size = 0;
    for (let length = smallest; length <= Math.min(most, end); length += 1) {
      const whole = (costs[end - length] ?? cost) + costOf(run, end - length, end);
      if (whole < cost) {
        cost = whole;
        size = length;
      }
    }
    costs.push(cost);
    sizes.push(size);
  }
  const out: number[] = [];
  for (let end = run.length; end > 0; end -= sizes[end] ?? end) {
    const first = run[end - (sizes[end] ?? end)];
    if (first !== undefined) out.push(first.start);
  }
  return out.reverse();
}

function costOf(run: readonly Piece[], from: number, to: number): number {
  let cost = Math.abs(to - from - best);
  if (run[from]?.opensBlock === false) cost += insideParagraph;
  for (let at = from + 1; at < to; at += 1) if (run[at]?.opensBlock === true) cost += overParagraphs;
  return cost;
}
