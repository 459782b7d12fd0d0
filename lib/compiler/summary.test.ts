import { expect, test } from 'vitest';
import type { Claim } from '#lib/course/model.ts';
import { numberSentences } from '#lib/course/numbered-sentences.ts';
import { parsePlainText } from '#lib/source/plain-text.ts';
import { findSections } from './sections.ts';
import { summarise } from './summary.ts';

const summaryOf = (raw: string) => {
  const document = parsePlainText(raw);
  const { sections } = findSections(document);
  const sentences = numberSentences({ ...document, sections });
  return { text: document.text, spans: summarise(document.text, sections[0]?.title ?? '', sentences) };
};

const lesson = `You will like this story about salt pans and the salt in them.
Salt pans are flat basins of clay in which the sun turns sea water into salt.
They need a dry wind as much as they need the sun to make salt from sea water.
Why does the water in the salt pans turn red late in the summer of a dry year?
Rakers gather the salt of the pans in late summer, before rain can dissolve it again.
My aunt had a dog.
However, rain in the wrong week can turn the salt of all the pans into water again.
For that reason, those pans near the hills were given up.
In the next lesson the trade in salt from the pans and its roads are described.`.replace(/\n/g, ' ');

test('a summary quotes two sentences of a short lesson, in the order of the text', () => {
  const { text, spans } = summaryOf(lesson);
  expect(spans.map((span) => span.quote)).toEqual([
    'Salt pans are flat basins of clay in which the sun turns sea water into salt.',
    'Rakers gather the salt of the pans in late summer, before rain can dissolve it again.',
  ]);
  for (const { start, end, quote } of spans) expect(text.slice(start, end)).toBe(quote);
});

test('a longer lesson is summed up in three sentences that do not repeat one another', () => {
  const facts = [
    'The clay of a pan is rolled hard each spring',
    'Sluices let the sea into the outer ponds',
    'Carts took the salt to inland towns',
  ];
  const twice = facts.map(
    (fact) => `${fact}, as every raker of the coast knows. ${fact}, as each raker of the coast knows.`,
  );
  const { spans } = summaryOf(
    `${twice.join(' ')} ${'Nobody came, and it rained over the empty fields of the parish. '.repeat(25)}`,
  );
  expect(spans).toHaveLength(3);
  expect(new Set(spans.map((span) => span.quote.slice(0, 12))).size).toBe(3);
});

test('where no sentence stands alone there is no summary', () => {
  expect(
    summaryOf('They went there, and we saw them go down to the old harbour with it. '.repeat(3)).spans,
  ).toEqual([]);
});

const filler = 'Nobody came, and rain fell on the empty fields of the parish.';
const chosen = (...sentences: string[]) =>
  summaryOf([...sentences, filler, filler.replace('Nobody', 'No one')].join(' ')).spans.map(
    (span) => span.quote,
  );

test.each([
  ['an order', 'Notice how the salt of the pans crusts over the clay of the pans.'],
  [
    'a number without its noun',
    'The third held that the salt of the pans was better than the salt of mines.',
  ],
  [
    'an amount without its noun',
    'Several have argued that the salt of the pans is better than salt of mines.',
  ],
  ['a possessive at its head', 'Its salt was carried from the pans to the towns and salt markets.'],
  [
    'a word that ties it to another sentence',
    'The salt of the pans, however, was cheaper than the salt of mines.',
  ],
  ['talk about the text', 'By the end of this lecture the salt of the pans should look less dull.'],
])('%s is passed over', (_, sentence) => {
  expect(chosen('Pans of clay give salt where the sun is hot and the wind dry.', sentence)).not.toContain(
    sentence,
  );
});

test('of sentences that weigh alike, the one that a definition was found in is chosen', () => {
  const defining = 'Sluices are gates in the dikes of the pans.';
  const document = parsePlainText(
    `Rakers walk along the dikes of the pans at low tide. ${defining} Ponds lie behind the dikes of the pans by the sea. ${filler}`,
  );
  const { sections } = findSections(document);
  const sentences = numberSentences({ ...document, sections });
  const start = document.text.indexOf(defining);
  const claim: Claim = {
    id: 'k',
    lessonId: 'l',
    type: 'definition',
    parts: { term: 'sluices', meaning: 'gates in the dikes of the pans' },
    origin: 'extracted',
    confidence: 1,
    label: 'fact',
    attribution: null,
    text: defining,
    salience: 0.5,
    evidence: { start, end: start + defining.length, quote: defining },
  };
  const quotes = (claims: Claim[]) =>
    summarise(document.text, 'Salt', sentences, claims).map((span) => span.quote);
  expect(quotes([])).not.toContain(defining);
  expect(quotes([claim])).toContain(defining);
});
