import { expect, test } from 'vitest';
import { parseMarkdown } from '#lib/source/markdown.ts';
import { compile } from '../compile.ts';
import { gateFrame } from './frame-gate.ts';
import { passagesOf } from './passages.ts';
import type { Proposal } from './replies.ts';

const text = `# Lamps

## The keepers

The tower could fall within a decade, the keepers say. Oil does not burn cleanly in damp air. The lamp was lit in 1821. The lamp was moved. The keepers trim each lamp at dusk because soot dims the glass. It gives less light.

## The later years

The lamp was moved. The harbour board bought a new lens from the county in 1903. The lens still stands in the tower and throws its light over forty miles of open water on clear nights.
`;
const { course } = compile({ document: parseMarkdown(text), sha256: '0' });
const { passages } = passagesOf(course);
const [keepers] = passages;

const soot: Proposal = {
  type: 'cause',
  parts: { effect: 'the keepers trim each lamp at dusk', cause: 'soot dims the glass' },
  sentenceIds: ['1.5'],
  quote: 'The keepers trim each lamp at dusk because soot dims the glass.',
  label: 'fact',
  attribution: null,
};

function gate(change: Partial<Proposal>): string {
  if (keepers === undefined) return 'no passage';
  const result = gateFrame(course, keepers, { ...soot, ...change });
  return result.ok ? result.frame.evidence : result.fault;
}

test('a part of a sentence proves a claim by the whole of it', () => {
  expect(gate({ quote: 'because soot dims the glass' })).toBe(soot.quote);
});

test('two sentences that follow each other may prove it together', () => {
  expect(gate({ sentenceIds: ['1.5', '1.6'], quote: `${soot.quote} It gives less light.` })).toBe(
    `${soot.quote} It gives less light.`,
  );
});

test.each<[string, Partial<Proposal>, RegExp]>([
  [
    'a sentence that stands twice',
    {
      sentenceIds: ['1.4'],
      quote: 'The lamp was moved.',
      type: 'event',
      parts: { statement: 'the lamp was moved', date: '1821' },
    },
    /more than once/,
  ],
  [
    'a number of its own',
    {
      sentenceIds: ['1.3'],
      quote: 'The lamp was lit in 1821.',
      type: 'event',
      parts: { statement: 'the lamp was lit', date: '1822' },
    },
    /says more/,
  ],
  [
    'a “not” that is lost',
    {
      sentenceIds: ['1.2'],
      quote: 'Oil does not burn cleanly in damp air.',
      type: 'property',
      parts: { subject: 'oil', predicate: 'burns cleanly in damp air' },
    },
    /“not”/,
  ],
  [
    'a “could” that is lost',
    {
      sentenceIds: ['1.1'],
      quote: 'The tower could fall within a decade',
      type: 'event',
      parts: { statement: 'the tower falls', date: '1821' },
    },
    /says more/,
  ],
  [
    'a forecast said as a fact',
    {
      sentenceIds: ['1.1'],
      quote: 'The tower could fall within a decade',
      type: 'property',
      parts: { subject: 'the tower', predicate: 'falls within a decade' },
    },
    /surer/,
  ],
  [
    'a label of another type',
    {
      sentenceIds: ['1.1'],
      quote: 'The tower could fall within a decade',
      type: 'forecast',
      parts: { statement: 'the tower could fall within a decade', modality: 'could' },
    },
    /label/,
  ],
  ['a full stop', { parts: { ...soot.parts, cause: 'soot dims the glass.' } }, /full stop/],
  ['a sentence of another passage', { sentenceIds: ['2.1'] }, /not in TEXT/],
])('a frame with %s does not pass', (_, change, fault) => {
  expect(gate(change)).toMatch(fault);
});

test('a forecast that keeps its “could” passes, as said by whom the text names', () => {
  const change: Partial<Proposal> = {
    sentenceIds: ['1.1'],
    quote: 'The tower could fall within a decade, the keepers say.',
    type: 'forecast',
    parts: { holder: 'the keepers', statement: 'the tower could fall within a decade', modality: 'could' },
    label: 'forecast',
    attribution: 'the keepers',
  };
  expect(gate(change)).toBe('The tower could fall within a decade, the keepers say.');
});
