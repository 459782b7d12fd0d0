import { expect, test } from 'vitest';
import { parseMarkdown } from '#lib/source/markdown.ts';
import { compile } from '../compile.ts';
import { estimateRun, estimateText } from './estimate.ts';
import { type Passage, passagesOf } from './passages.ts';

const caps = { calls: 200, tokens: 500_000, minutes: 30, cost: null };

function passagesWith(sentences: number): Passage[] {
  const paragraph = Array.from(
    { length: 5 },
    (_, at) => `The keeper of tower number ${at} writes the weather of each hour into a book.`,
  ).join(' ');
  const text = `# Towers\n\n${Array.from({ length: sentences / 5 }, () => paragraph).join('\n\n')}\n`;
  return passagesOf(compile({ document: parseMarkdown(text), sha256: '0' }).course).passages;
}

test('a long lesson is sent in passages that end with a paragraph', () => {
  const passages = passagesWith(200);
  expect(passages.length).toBeGreaterThan(2);
  for (const { words, sentences } of passages) {
    expect(words).toBeLessThanOrEqual(800);
    expect(sentences.length % 5).toBe(0);
  }
});

test('twice the text costs about twice as much', () => {
  const price = { input: 1, output: 4 };
  const [once, twice] = [200, 400].map((count) =>
    estimateRun(passagesWith(count), { known: 0, caps, price }),
  );
  const ratio = (twice?.cost ?? 0) / (once?.cost ?? 1);
  expect(ratio).toBeGreaterThan(1.7);
  expect(ratio).toBeLessThan(2.3);
});

test('without a price the cost is unknown, and not none', () => {
  const estimate = estimateRun(passagesWith(20), { known: 0, caps, price: null });
  expect(estimateText(estimate, { model: 'm', caps })).toContain('| cost | unknown; set LECTERN_MODEL_PRICE');
});

test('a cap that is likely to be reached is named before anything is sent', () => {
  const low = { ...caps, calls: 2, tokens: 1_000 };
  const estimate = estimateRun(passagesWith(20), { known: 1, caps: low, price: null });
  expect(estimate.reached).toEqual(['calls', 'tokens']);
  expect(estimateText(estimate, { model: 'm', caps: low })).toMatch(
    /1 of them were asked about before[\s\S]*The cap on calls, tokens may end it early/,
  );
});
