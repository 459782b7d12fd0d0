import { expect, test } from 'vitest';
import { parseMarkdown } from './markdown.ts';
import { parsePlainText } from './plain-text.ts';

const read = (raw: string) => {
  const document = parseMarkdown(raw);
  return document.blocks.map(({ kind, level, start, end }) => [kind, level, document.text.slice(start, end)]);
};

test('headings, paragraphs, lists, quotations, code and tables are told apart', () => {
  const raw = [
    '# Salt',
    'Salt is *old*.\nIt is [cheap](http://x.example) now.',
    '- sea salt\n- rock salt\n  - halite\n\n  grey\n',
    '1. Boil it.',
    '> Pass the salt.',
    '    x = 1',
    '```\ny = 2\n\nz = 3\n```',
    '| kind | use |\n|---|---|\n| coarse | meat |',
    '## Trade',
    'It went by road.',
  ].join('\n\n');
  expect(read(raw)).toEqual([
    ['heading', 1, 'Salt'],
    ['paragraph', 0, 'Salt is old. It is cheap now.'],
    ['list-item', 1, 'sea salt'],
    ['list-item', 1, 'rock salt'],
    ['list-item', 2, 'halite'],
    ['list-item', 1, 'grey'],
    ['list-item', 1, 'Boil it.'],
    ['quote', 0, 'Pass the salt.'],
    ['code', 0, 'x = 1'],
    ['code', 0, 'y = 2\n\nz = 3'],
    ['table', 0, 'kind | use\ncoarse | meat'],
    ['heading', 2, 'Trade'],
    ['paragraph', 0, 'It went by road.'],
  ]);
});

test('comments, HTML, images, footnotes, struck-out words and rules are not read', () => {
  const raw =
    '# Salt\n\n<!-- secret\n\nstill secret -->\n\n<div>\nhtml\n</div>\n\nSalt ![a heap](h.png)is old[^1] and ~~very~~ <b>good</b>' +
    '<script>steal()</script>.\n\n***\n\n[^1]: A note.\n\n[ref]: http://x.example\n\nSee [the map][ref] too[^1].\n';
  expect(read(raw)).toEqual([
    ['heading', 1, 'Salt'],
    ['paragraph', 0, 'Salt is old and good.'],
    ['paragraph', 0, 'See the map too.'],
  ]);
});

test('a few bold words within a text are marked as a term, a bold sentence is not', () => {
  const { marked, text } = parseMarkdown(
    'A **salt pan** is flat.\n\n- **Brine:** salt water.\n\n**Never eat six spoons of salt.**\n\n# **Bold heading**',
  );
  expect(marked.map((span) => span.quote)).toEqual(['salt pan', 'Brine']);
  for (const span of marked) expect(text.slice(span.start, span.end)).toBe(span.quote);
});

test('a context box names its source and is one block', () => {
  const document = parseMarkdown(
    '> [!CONTEXT] Museum of Salt, 2019\n> It has *ten*\n> rooms.\n>\n> They are cold.',
  );
  expect(document.blocks).toEqual([
    { kind: 'context', level: 0, start: 0, end: 32, source: 'Museum of Salt, 2019' },
  ]);
  expect(document.text).toBe('It has ten rooms. They are cold.');
});

test('front matter gives title and author; a first heading that repeats the title is not doubled', () => {
  const front = '---\ntitle: "Salt: a history"\nauthor: Ada Moss\n---\n';
  const repeated = parseMarkdown(`${front}\n# Salt: A History\n\nIt is old.`);
  expect(repeated.title).toBe('Salt: A History');
  expect(repeated.byline).toBe('Ada Moss');
  expect(repeated.text).toBe('Salt: A History\n\nIt is old.');
  expect(parseMarkdown(`${front}\nIt is old.`).text).toBe('Salt: a history\n\nIt is old.');
});

test('the only heading of level 1 is the title; of several none is', () => {
  expect(parseMarkdown('# Salt\n\n## Sea\n\nWide.').title).toBe('Salt');
  expect(parseMarkdown('# Sea\n\nWide.\n\n# Land\n\nDry.').title).toBe('');
  expect(parseMarkdown('Salt\n====\n\nBy Ada Moss\n\nOld.')).toMatchObject({
    title: 'Salt',
    byline: 'Ada Moss',
  });
});

test('the same document as plain text and as Markdown has the same text and the same blocks', () => {
  const one =
    'The pans lie flat behind the dunes, and the sea is let into them twice a month. Sun and wind then do the ' +
    'work, week after week, until a white crust covers the clay and the rakers walk out with their wooden tools.';
  const other =
    'A caravan of forty camels took the blocks inland along a chain of wells that only the guides could find. ' +
    'Whoever missed a well turned back at once, since no animal could carry water enough for the long and stony road ahead.';
  const plain = `Salt and Sand\nBy Ada Moss\n\n${one}\n\nThe Long Road\n\n${other}\n\n- grey salt\n- white salt\n`;
  const marked = `# Salt and Sand\n\nBy Ada Moss\n\n${one.replace('pans', '**pans**')}\n\n## The Long Road\n\n${other}\n\n* grey salt\n* white salt\n`;
  const fromPlain = parsePlainText(plain);
  const fromMarkdown = parseMarkdown(marked);
  expect(fromMarkdown.text).toBe(fromPlain.text);
  expect(fromMarkdown.blocks).toEqual(fromPlain.blocks);
  expect(fromMarkdown.title).toBe(fromPlain.title);
  expect(fromMarkdown.byline).toBe(fromPlain.byline);
});

test('a long document reads as its parts do', () => {
  const part = (n: number) =>
    `## Part ${n}\n\nText **${n}** of it[^${n}].\n\n[^${n}]: Note.\n\n\`\`\`\ncode\n\n## no heading\n\`\`\`\n\n- a\n\n  b\n\n`;
  const all = Array.from({ length: 200 }, (_, n) => n);
  expect(read(all.map(part).join(''))).toEqual(
    all.flatMap((n) => read(`${part(n)}## End\n\n## End`).slice(0, -2)),
  );
});

test('the entries of a long list keep their depth', () => {
  const list = Array.from({ length: 600 }, (_, n) => `- entry ${n}\n  - below ${n}\n`).join('');
  const depths = read(`# Salt\n\nSalt is old.\n\n${list}`).slice(2);
  expect(depths).toEqual(
    Array.from({ length: 600 }, (_, n) => [
      ['list-item', 1, `entry ${n}`],
      ['list-item', 2, `below ${n}`],
    ]).flat(),
  );
});

test('character references cannot bring invisible characters back', () => {
  expect(parseMarkdown('Salt &#x202e;is&#8203; &#0;old&nbsp;here.').text).toBe('Salt is \ufffdold here.');
});
