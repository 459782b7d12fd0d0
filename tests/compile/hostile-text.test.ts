import { expect, test } from 'vitest';
import { parseMarkdown } from '#lib/source/markdown.ts';
import { largestSource, parseSource } from '#lib/source/parse-source.ts';
import { parsePlainText } from '#lib/source/plain-text.ts';
import { splitSentences } from '#lib/text/sentences.ts';
import { contentStems, countWords } from '#lib/text/terms.ts';

/**
 * Text made to be slow. Each is read in a fraction of a second; where time grew with the square of the length
 * it would take minutes and run into the runner's own limit. What is checked is that nothing throws and that
 * no text is made up.
 */
const repeated = (piece: string, size: number) => piece.repeat(Math.floor(size / piece.length));

test.each(
  ['.', 'a', 'a.', '. ', '(', '"', '“a. ', 'A. ', '[1]', '\n', ' ', '— . ', '(a. B) ', '... ', 'Dr. '].map(
    named,
  ),
)('%s without end is split into sentences', (_, piece) => {
  const text = repeated(piece, 300_000);
  expect(splitSentences(text).at(-1)?.end ?? 0).toBeLessThanOrEqual(text.length);
});

test.each(['a', 'a-', '1,', 'é', '’', '. ', 'a’', '\u0301', 'ing', 'eded', '$'].map(named))(
  'the words of %s without end are counted and stemmed',
  (_, piece) => {
    const text = repeated(piece, 300_000);
    expect(contentStems(text).size).toBeLessThanOrEqual(countWords(text));
  },
);

test.each(
  [
    'a',
    'a\n',
    '\n',
    '- ',
    '- a\n',
    '1.',
    'A\n\n',
    'Aa bb cc\n',
    '===\n',
    'a\n==\n',
    ' \t',
    '"',
    '.',
    `${'a'.repeat(60)}-\n`,
  ].map(named),
)('%s without end is read as plain text', (_, piece) => {
  const text = repeated(piece, 300_000);
  expect(parsePlainText(text).text.length).toBeLessThanOrEqual(2 * text.length);
});

test.each(
  [
    '>',
    '> - ',
    '1. ',
    '_a*',
    '**a',
    '](',
    '[^a]',
    '\n> a\n',
    '- a\n',
    'a@b.c ',
    '[',
    '\n',
    '<!--',
    '```\n',
    '|a|\n|-|\n',
    'a\n===\n',
    '# a\n',
    '---\n',
  ].map(named),
)('%s without end is read as Markdown, without a fault', (_, piece) => {
  const text = repeated(piece, 60_000);
  expect(parseMarkdown(text).text.length).toBeLessThanOrEqual(2 * text.length);
});

test('ten megabytes are read', async () => {
  const line = 'The rakers walk out with their wooden tools before the sun is up over the pans.\n';
  const bytes = new TextEncoder().encode(repeated(line, largestSource));
  expect((await parseSource('a.txt', bytes)).ok).toBe(true);
});

function named(piece: string): [name: string, piece: string] {
  return [JSON.stringify(piece), piece];
}
