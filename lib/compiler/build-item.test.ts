import { describe, expect, it } from 'vitest';
import { byNumber } from './build-item.ts';

const option = (text: string, correct = false) => ({
  id: `o_${text}`,
  text,
  correct,
  rationale: 'why',
  evidence: null,
});
describe('numbers among the options', () => {
  it('stand in the order of their size', () => {
    expect(byNumber([option('12'), option('three'), option('1,200')])?.map((each) => each.text)).toEqual([
      'three',
      '12',
      '1,200',
    ]);
  });

  it('leave words alone', () => {
    expect(byNumber([option('grain'), option('3')])).toBeNull();
  });
});
