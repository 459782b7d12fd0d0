import { expect, test } from 'vitest';
import { numberSentences } from '#lib/course/numbered-sentences.ts';
import { parseMarkdown } from '#lib/source/markdown.ts';
import { chunkSection } from './chunks.ts';
import { findSections } from './sections.ts';

function chunksOf(markdown: string) {
  const document = parseMarkdown(markdown);
  const { sections } = findSections(document);
  const sentences = numberSentences({ ...document, sections });
  return sections.map((section, at) => {
    const own = sentences.filter((sentence) => sentence.sectionIndex === at);
    const chunks = chunkSection(document, section, own);
    const counts = chunks.map(
      (chunk) => own.filter(({ start, end }) => start >= chunk.start && end <= chunk.end).length,
    );
    return { text: document.text.slice(section.start, section.end), chunks, counts };
  });
}

const sentence = 'Rakers gather the salt of the pans in late summer before it rains.';
const paragraph = (count: number) => Array.from({ length: count }, () => sentence).join(' ');
const one = (markdown: string) =>
  chunksOf(`# Salt\n\n## Pans\n\n${markdown}\n\n## Roads\n\n${paragraph(3)}`)[0];

test('joined, the chunks of a section are its text to the letter', () => {
  const markdown = `## One\n\n${paragraph(7)}\n\n- ${sentence}\n- ${sentence}\n\n### Part\n\n${paragraph(2)}\n\n\`\`\`\ncode\n\`\`\`\n\n## Two\n\n> ${paragraph(2)}\n\n${paragraph(12)}`;
  const found = chunksOf(markdown);
  expect(found).toHaveLength(2);
  for (const { text, chunks } of found) {
    expect(chunks.map((chunk) => chunk.quote).join('')).toBe(text);
  }
});

test.each([
  [2, [2]],
  [5, [5]],
  [6, [3, 3]],
  [7, [4, 3]],
  [8, [4, 4]],
  [11, [4, 4, 3]],
])('a paragraph of %i sentences is read in chunks of three to five where it has three', (count, expected) => {
  expect(one(`${paragraph(count)}`)?.counts.toSorted((a, b) => b - a)).toEqual(expected);
});

test('paragraphs of three to five sentences are chunks as they stand, and short ones are joined', () => {
  expect(one([5, 3, 4].map(paragraph).join('\n\n'))?.counts).toEqual([5, 3, 4]);
  expect(one([2, 1, 2, 3].map(paragraph).join('\n\n'))?.counts).toEqual([5, 3]);
});

test('no chunk reaches over a heading, a list, a table or a box', () => {
  const found = one(
    [
      paragraph(2),
      `- ${sentence}\n- ${sentence}`,
      paragraph(1),
      `### Tools\n\n${paragraph(1)}`,
      `> [!CONTEXT] A handbook, 2020\n> ${sentence}`,
      '| a | b |\n|---|---|\n| 1 | 2 |',
      paragraph(2),
    ].join('\n\n'),
  );
  expect(found?.counts).toEqual([2, 2, 1, 1, 0, 0, 2]);
  expect(found?.chunks[0]?.quote).toMatch(/^Pans\n/);
  expect(found?.chunks[3]?.quote).toMatch(/^Tools\n/);
});
