import { describe, expect, it } from 'vitest';
import { drawSheet } from './draw.ts';
import { candidate } from './judging.fixture.ts';
import { reveal } from './reveal.ts';
import { answersSchema } from './verdict.ts';

const { sheet, key } = drawSheet([candidate('a'), candidate('b'), candidate('c')], { count: 3, seed: 7 });
const answers = sheet.items.map(({ id }) => ({ id, judge: 'Ada', answer: 'A' }));

describe('the key', () => {
  it('stays closed while a question has no answer', () => {
    expect(reveal(sheet, key, answers.slice(1))).toEqual({
      ok: false,
      refusal: 'unanswered',
      which: [sheet.items[0]?.id],
    });
  });

  it('stays closed to the answers of two judges at once, and to another sheet', () => {
    const mixed = answers.map((answer, at) => ({ ...answer, judge: at === 0 ? 'Bo' : 'Ada' }));
    expect(reveal(sheet, key, mixed)).toMatchObject({ refusal: 'several-judges' });
    expect(reveal(sheet, { ...key, items: key.items.slice(1) }, answers)).toMatchObject({
      refusal: 'not-in-key',
    });
  });

  it('stands beside each answer once all are given, without the source', () => {
    const revealed = reveal(sheet, key, answers);
    if (!revealed.ok) throw new Error(revealed.refusal);
    expect(revealed.value.items.map(({ right }) => right)).toEqual(key.items.map(({ right }) => right));
    expect(revealed.value.items.map(({ asKeyed }) => asKeyed)).toEqual(
      key.items.map(({ right }) => right === 'A'),
    );
    expect(JSON.stringify(revealed.value)).not.toMatch(/rivers\.md|cause\/why/);
  });
});

describe('an answer', () => {
  it('may be a list of letters or numbers with their letters', () => {
    const parsed = answersSchema.parse([
      { id: '1', judge: 'Ada', answer: ['A', 'C'] },
      { id: '2', judge: 'Ada', answer: { 1: 'C', 2: 'A' } },
    ]);
    expect(parsed.map(({ answer }) => answer)).toEqual(['A C', '1C 2A']);
  });

  it('is not nothing', () => {
    expect(answersSchema.safeParse([{ id: '1', judge: 'Ada', answer: ' ' }]).success).toBe(false);
  });
});
