import { expect, test } from 'vitest';
import { numberSentences } from '#lib/course/numbered-sentences.ts';
import { parseMarkdown } from '#lib/source/markdown.ts';
import { parsePlainText } from '#lib/source/plain-text.ts';
import { findSections } from './sections.ts';

/** A paragraph of 48 words about one thing. */
const prose = (thing: string) =>
  `The keeper of the ${thing} wrote a line in his book each evening, and the ${thing} was seldom out of his sight. ` +
  `When the ${thing} failed, he walked down to the harbour, told whoever was there, and waited until somebody came ` +
  'up with tools.';

const outline = (markdown: string) =>
  findSections(parseMarkdown(markdown)).sections.map(({ title, level }) => [title, level]);

test('each heading of the top-most repeated level is a section; deeper ones stay within', () => {
  const raw = `# Lights\n\n## Lamp\n\n${prose('lamp')}\n\n### Oil\n\n${prose('oil')}\n\n## Horn\n\n${prose('horn')}\n\n### Air\n\n${prose('air')}`;
  expect(outline(raw)).toEqual([
    ['Lamp', 2],
    ['Horn', 2],
  ]);
});

test('text before the first heading is an overview, or an introduction where that name is taken', () => {
  const rest = `## Lamp\n\n${prose('lamp')}\n\n## Horn\n\n${prose('horn')}`;
  expect(outline(`# Lights\n\n${prose('coast')}\n\n${rest}`)[0]).toEqual(['Overview', 2]);
  expect(outline(`# Lights\n\n${prose('coast')}\n\n${rest}\n\n## Overview\n\n${prose('end')}`)[0]).toEqual([
    'Introduction',
    2,
  ]);
});

test('a few words before the first heading belong to the first section', () => {
  const document = parseMarkdown(
    `# Lights\n\nA short word before.\n\n## Lamp\n\n${prose('lamp')}\n\n## Horn\n\n${prose('horn')}`,
  );
  const { sections } = findSections(document);
  expect(sections.map((section) => section.title)).toEqual(['Lamp', 'Horn']);
  expect(document.text.slice(sections[0]?.start).startsWith('A short word before.')).toBe(true);
});

test('a heading with too little text goes with what follows, and this is said', () => {
  const { sections, diagnostics } = findSections(
    parseMarkdown(
      `# Lights\n\n## Part One\n\nBriefly.\n\n## Lamp\n\n${prose('lamp')}\n\n## Horn\n\n${prose('horn')}\n\n## Notes\n\nNone.`,
    ),
  );
  expect(sections.map((section) => section.title)).toEqual(['Lamp', 'Horn']);
  expect(diagnostics.map((diagnostic) => [diagnostic.code, diagnostic.message.slice(0, 10)])).toEqual([
    ['section-merged', '“Part One”'],
    ['section-merged', '“Notes” ha'],
  ]);
});

test('sections hold every block but the title, in order and without overlap', () => {
  const document = parseMarkdown(
    `# Lights\n\n${prose('coast')}\n\n## Lamp\n\n${prose('lamp')}\n\n## Horn\n\nToo little.`,
  );
  const { sections } = findSections(document);
  for (const block of document.blocks.slice(1)) {
    expect(
      sections.filter((section) => section.start <= block.start && block.end <= section.end),
    ).toHaveLength(1);
  }
});

test('sections of the same title have ids of their own, and an id does not depend on other sections', () => {
  const lamp = `## Lamp\n\n${prose('lamp')}\n\n`;
  const ids = findSections(parseMarkdown(`# Lights\n\n${lamp}${lamp}`)).sections.map((section) => section.id);
  expect(new Set(ids).size).toBe(2);
  const later = findSections(parseMarkdown(`# Lights\n\n## Horn\n\n${prose('horn')}\n\n${lamp}`)).sections[1];
  expect(later?.id).toBe(ids[0]);
});

test('a document with hardly any text has no section', () => {
  expect(findSections(parseMarkdown('# Lights\n\nThere are none.')).sections).toEqual([]);
});

test('a short text without headings is one section under its title', () => {
  expect(
    findSections(parsePlainText(`Lights of the Coast\n\n${prose('lamp')}`)).sections.map(
      ({ title }) => title,
    ),
  ).toEqual(['Lights of the Coast']);
  expect(findSections(parsePlainText(prose('lamp'))).sections.map(({ title }) => title)).toEqual([
    'Overview',
  ]);
});

test('a long text without headings is cut where its words change, and parts are named by what they are about', () => {
  const about = (thing: string) => Array.from({ length: 12 }, () => prose(thing));
  const document = parsePlainText([...about('lantern'), ...about('foghorn'), ...about('tide')].join('\n\n'));
  const { sections } = findSections(document);
  expect(sections.map((section) => section.title)).toEqual([
    'Part 1: lantern',
    'Part 2: foghorn',
    'Part 3: tide',
  ]);
  expect(document.text.slice(sections[1]?.start, sections[1]?.end)).not.toMatch(/lantern|tide/);
});

test('parts of a long text have 400 to 700 words wherever its paragraphs allow', () => {
  const things = ['rope', 'lamp', 'stair', 'boat', 'gull', 'storm', 'log', 'bell', 'cliff', 'door', 'coal'];
  const text = Array.from({ length: 100 }, (_, n) => prose(things[(n * n) % things.length] ?? '')).join(
    '\n\n',
  );
  const document = parsePlainText(text);
  const { sections } = findSections(document);
  for (const section of sections) {
    const count = document.text.slice(section.start, section.end).split(/\s+/).length;
    expect(count).toBeGreaterThanOrEqual(380);
    expect(count).toBeLessThanOrEqual(720);
  }
});

test('every sentence of a document has an address in some section', () => {
  const document = parseMarkdown(
    `# Lights\n\n${prose('coast')}\n\n## Lamp\n\n${prose('lamp')}\n\n## Horn\n\n${prose('horn')}`,
  );
  const { sections } = findSections(document);
  expect(numberSentences({ ...document, sections }).map((sentence) => sentence.address)).toEqual([
    '1.1',
    '1.2',
    '2.1',
    '2.2',
    '3.1',
    '3.2',
  ]);
});

test('a document whose headings all have a line or two is cut by its words instead', () => {
  const entries = Array.from(
    { length: 30 },
    (_, n) => `## Entry ${n}\n\nA thing that stands in the tower and is used by the keeper at night.`,
  );
  const { sections } = findSections(parseMarkdown(`# Glossary\n\n${entries.join('\n\n')}`));
  expect(sections.map(({ title }) => title)).toEqual(['Glossary']);
});
