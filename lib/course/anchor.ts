/** A passage of a text, and enough of what it says and of what stands around it to find it in another text. */
export type Anchor = { start: number; end: number; quote: string; before: string; after: string };

type Span = { start: number; end: number };

/** Characters kept on either side. */
const around = 64;
/** So much of the surroundings must agree before a place is taken for the old one. */
const enough = 16;
/** A passage of this length that stands once in a text needs no surroundings to be known again. */
const telling = 20;

/** Cuts a passage and its surroundings out of its text. No character is cut in half. */
export function anchorAt(text: string, span: Span): Anchor {
  const start = wholeFrom(text, span.start);
  const end = wholeTo(text, span.end);
  const before = wholeTo(text, Math.max(0, start - around));
  const after = wholeFrom(text, Math.min(text.length, end + around));
  return {
    start,
    end,
    quote: text.slice(start, end),
    before: text.slice(before, start),
    after: text.slice(end, after),
  };
}

/**
 * Where a passage of an earlier text stands in this one: of all places that say the same, the one whose
 * surroundings agree best. Null where none does, or where it cannot be told which: a mark on the wrong words
 * is worse than none. Spaces and line ends are alike, so that a paragraph may have been split or joined.
 */
export function findAnchor(text: string, anchor: Anchor): Span | null {
  const places = placesOf(text, anchor);
  let best: { place: Span; score: number } | null = null;
  for (const place of places) {
    const score = agreement(text, place, anchor);
    const isBetter =
      best === null ||
      score > best.score ||
      (score === best.score &&
        Math.abs(place.start - anchor.start) < Math.abs(best.place.start - anchor.start));
    if (isBetter) best = { place, score };
  }
  if (best === null) return null;
  // At the edge of a short text there is less around a passage than would be enough elsewhere.
  const wanted = Math.min(enough, spaced(anchor.before + anchor.after).trim().length);
  const isKnown = best.score >= wanted || (places.length === 1 && anchor.quote.length >= telling);
  return isKnown ? best.place : null;
}

function placesOf(text: string, { quote, before, after }: Anchor): Span[] {
  const words = quote.split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return [];
  const pattern = new RegExp(words.map(escaped).join('\\s+'), 'g');
  const places: Span[] = [];
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
    const place = { start: found.index, end: found.index + found[0].length };
    // What was a word of its own is not found again within a longer one.
    const isWhole =
      isLetter(text, place.start - 1) === isLetter(before, before.length - 1) &&
      isLetter(text, place.end) === isLetter(after, 0);
    if (isWhole) places.push(place);
    // The same words may overlap themselves.
    pattern.lastIndex = found.index + 1;
  }
  return places;
}

/** How many characters agree on both sides, counted outwards from the passage. */
function agreement(text: string, place: Span, anchor: Anchor): number {
  const left = spaced(text.slice(Math.max(0, place.start - 2 * around), place.start));
  const right = spaced(text.slice(place.end, place.end + 2 * around));
  const [before, after] = [spaced(anchor.before), spaced(anchor.after)];
  let score = 0;
  for (let at = 1; at <= before.length && before.at(-at) === left.at(-at); at += 1) score += 1;
  for (let at = 0; at < after.length && after[at] === right[at]; at += 1) score += 1;
  return score;
}

function spaced(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

function isLetter(text: string, at: number): boolean {
  return /[\p{L}\p{N}]/u.test(text.charAt(at));
}

/** Half of a surrogate pair is no character: an offset inside one moves out of it. */
function isInsidePair(text: string, at: number): boolean {
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) && /[\uD800-\uDBFF]/.test(text.charAt(at - 1));
}

function wholeFrom(text: string, at: number): number {
  return isInsidePair(text, at) ? at - 1 : at;
}

function wholeTo(text: string, at: number): number {
  return isInsidePair(text, at) ? at + 1 : at;
}
