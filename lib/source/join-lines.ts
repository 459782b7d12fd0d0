import { oneLine } from './clean.ts';

/** The lines of one paragraph as one; a word that was divided at a line's end is whole again. */
export function joinLines(lines: readonly string[], known: () => ReadonlySet<string>): string {
  const pieces: string[] = [];
  for (const line of lines) {
    const before = pieces.at(-1);
    if (before !== undefined) pieces[pieces.length - 1] = before + seam(before, line, known);
    pieces.push(line);
  }
  // A hyphen that only divided a word was marked for removal, so that each piece is touched once.
  return oneLine(pieces.join('').replace(/-\0/g, ''));
}

/** What stands between two lines: a space, nothing after a compound's hyphen, or the mark that drops it. */
function seam(before: string, after: string, known: () => ReadonlySet<string>): ' ' | '' | '\0' {
  const head = /(\p{L}{1,40})-$/u.exec(before.slice(-41))?.[1];
  const tail = /^\p{Ll}{1,40}/u.exec(after)?.[0];
  if (head === undefined || tail === undefined) return ' ';
  const vocabulary = known();
  if (vocabulary.has((head + tail).toLowerCase())) return '\0';
  const compound = vocabulary.has(`${head}-${tail}`.toLowerCase());
  return compound || (vocabulary.has(head.toLowerCase()) && vocabulary.has(tail)) ? '' : '\0';
}

/** The words of a text, without those that a line's end divides: read only if there is such a word. */
export function lazyWords(text: string): () => ReadonlySet<string> {
  let words: Set<string> | undefined;
  return () => {
    words ??= new Set(
      text
        .toLowerCase()
        .replace(/-\n[ \t]*\p{L}+/gu, '-')
        .match(/\p{L}+(?:-\p{L}+)*-?/gu) ?? [],
    );
    return words;
  };
}
