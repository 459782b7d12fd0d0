import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Item } from '#lib/course/model.ts';
import { balancePositions, byNumber } from './build-item.ts';

const option = (text: string, correct = false) => ({
  id: `o_${text}`,
  text,
  correct,
  rationale: 'why',
  evidence: null,
});
const item = (id: string): Item => ({
  id,
  lessonId: 'l1',
  claimIds: [],
  kind: 'single',
  stem: id,
  bloom: 'remember',
  difficulty: 0.4,
  options: [option('grain', true), option('salt'), option('iron'), option('wool')],
  pairs: [],
  order: [],
  accept: [],
  evidence: [],
  selected: false,
});

describe('the place of the key', () => {
  it('is every place as often as any other, give or take one, whatever the items', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1, maxLength: 6 }), { maxLength: 40 }), (ids) => {
        const placed = balancePositions(ids.map(item));
        const counts = [0, 1, 2, 3].map(
          (place) => placed.filter((each) => each.options[place]?.correct === true).length,
        );
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
        expect(placed.map((each) => each.id)).toEqual(ids);
      }),
      { seed: 4, numRuns: 100 },
    );
  });
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
