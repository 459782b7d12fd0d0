import { enders, labelled, neverLast, numbered, sentenceOpeners } from './abbreviations.ts';
import {
  isLower,
  isOpener,
  isSpace,
  isStop,
  isUpper,
  isWideStop,
  skipClosers,
  skipOpeners,
  skipSpace,
  skipStops,
  trimEnd,
} from './characters.ts';

/** A stretch of a text, in UTF-16 units, end exclusive. */
export type Range = { start: number; end: number };

/** A bracket or quotation longer than this no longer holds its sentences together. */
const longestAside = 300;

/**
 * The sentences of `text` between `start` and `end`, in order, without the white space between them.
 * Every other character belongs to exactly one sentence. A blank line always ends a sentence.
 * One pass, no regular expression over the text: time grows with length, whatever the text.
 */
export function splitSentences(text: string, start = 0, end = text.length): Range[] {
  const out: Range[] = [];
  const closers = asides(text, start, end);
  let sentence = skipSpace(text, start, end);
  let word = sentence;
  /** Up to here a bracket or quotation that began within the sentence keeps it whole. */
  let heldUntil = -1;
  /** Marks alone, as in "... And then", are no sentence yet. */
  let said = false;
  let at = sentence;

  const close = (to: number, next: number) => {
    out.push({ start: sentence, end: to });
    sentence = next;
    word = next;
    at = next;
    heldUntil = -1;
    said = false;
  };

  while (at < end) {
    if (isSpace(text, at)) {
      const next = skipSpace(text, at, end);
      if (next >= end) break;
      if (breaksLine(text, at, next)) close(at, next);
      else {
        word = next;
        at = next;
      }
      continue;
    }
    const closer = closers.get(at);
    if (closer !== undefined && (at > sentence || runsOn(text, closer, end))) {
      heldUntil = Math.max(heldUntil, closer);
    }
    if (!isStop(text, at)) {
      said ||= !isOpener(text, at);
      at += 1;
      continue;
    }
    const stopEnd = skipStops(text, at, end);
    const after = skipClosers(text, stopEnd, end);
    if (after >= end) break;
    const next = skipSpace(text, after, end);
    const ends =
      after > heldUntil &&
      (next > after || isWideStop(text, stopEnd - 1)) &&
      next < end &&
      (lineBreaks(text, after, next) > 1 ||
        (said && endsSentence(text, { sentence, word, at, stopEnd, after, next, end })));
    if (ends) close(after, next);
    else at = after;
  }
  const last = trimEnd(text, sentence, end);
  if (last > sentence) out.push({ start: sentence, end: last });
  return out;
}

type Stop = {
  sentence: number;
  /** Where the word that carries the stop begins. */
  word: number;
  /** The first mark of the stop, the end of its marks, and the end of the closing quotes after them. */
  at: number;
  stopEnd: number;
  after: number;
  /** The first character of what follows. */
  next: number;
  end: number;
};

function endsSentence(text: string, stop: Stop): boolean {
  const { sentence, word, at, stopEnd, after, next, end } = stop;
  const follower = skipOpeners(text, next, end);
  // A lower-case word goes on with the sentence, unless it is a name such as "mRNA" or "iPhone".
  if (isLower(text, follower) && !isUpper(text, follower + 1)) return false;
  if (text[at] !== '.' || stopEnd > at + 1) return !isBracketedEllipsis(text, word, after);
  if (stopEnd < after) return true;

  const before = text.slice(skipOpeners(text, word, at), at);
  const following = wordAt(text, follower, end);
  const opens = sentenceOpeners.has(following);
  if (word === sentence && /^(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})$/.test(before)) return false;
  if (/^\p{Lu}$/u.test(before)) return opens || labelled.has(wordBefore(text, word, sentence).toLowerCase());
  const plain = before.toLowerCase();
  if (neverLast.has(plain)) return false;
  if (plain === 'no') return !/^\d/.test(following);
  if (numbered.has(plain)) return !/^(?:\d|[A-Z]$|[IVXLC]+$)/.test(following);
  if (enders.has(plain) || /^(?:\p{L}\.)+\p{L}$|^Ph\.D$/u.test(before)) return opens && text[next] !== '(';
  return true;
}

/** Does the sentence go on after a bracket or quotation that opened it? “Will it hold?” she asked. */
function runsOn(text: string, closer: number, end: number): boolean {
  if (text[closer - 1] === ',') return true;
  const next = skipSpace(text, closer + 1, end);
  return next < end && (isLower(text, next) || text[next] === ',');
}

/** “[...]” and “(…)” stand for words left out of the sentence they stand in. */
function isBracketedEllipsis(text: string, word: number, after: number): boolean {
  return (
    (text[word] === '[' || text[word] === '(') &&
    after - word <= 7 &&
    /^[[(][.… ]+[\])]$/.test(text.slice(word, after))
  );
}

const partner: Record<string, string> = { ')': '(', ']': '[', '}': '{' };

/** For each opening bracket or double quotation mark whose closing one is near: where that one stands. */
function asides(text: string, start: number, end: number): Map<number, number> {
  const found = new Map<number, number>();
  const brackets: number[] = [];
  let quote = -1;
  const join = (from: number, to: number) => {
    if (to - from > 2 && to - from <= longestAside) found.set(from, to);
  };
  for (let at = start; at < end; at += 1) {
    const mark = text[at] ?? '';
    if (mark === '(' || mark === '[' || mark === '{') brackets.push(at);
    else if (partner[mark] !== undefined) {
      const from = brackets.pop();
      if (from !== undefined && text[from] === partner[mark]) join(from, at);
    } else if (mark === '“' || mark === '«') quote = at;
    else if (mark === '”' || mark === '»') {
      if (quote >= 0) join(quote, at);
      quote = -1;
    } else if (mark === '"') {
      if (quote >= 0) {
        join(quote, at);
        quote = -1;
      } else if (at === start || isSpace(text, at - 1) || isOpener(text, at - 1)) quote = at;
    } else if (mark === '\n' && text[at - 1] === '\n') {
      brackets.length = 0;
      quote = -1;
    }
  }
  return found;
}

/** The word that stands before the one at `at`, if it is short enough to be a label. */
function wordBefore(text: string, at: number, start: number): string {
  return /(\p{L}*)\s*$/u.exec(text.slice(Math.max(start, at - 16), at))?.[1] ?? '';
}

/** The letters and digits from `from` on, at most 20: enough to know a common word. */
function wordAt(text: string, from: number, end: number): string {
  return /^[\p{L}\p{N}]*/u.exec(text.slice(from, Math.min(end, from + 20)))?.[0] ?? '';
}

function lineBreaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) if (text.charCodeAt(at) === 0x0a) count += 1;
  return count;
}

/** White space ends a sentence without a stop where it holds a blank line or leads to a list mark. */
function breaksLine(text: string, from: number, to: number): boolean {
  const breaks = lineBreaks(text, from, to);
  return breaks > 1 || (breaks === 1 && /^(?:[-*+•]|\d{1,3}[.)])\s/.test(text.slice(to, to + 6)));
}
