import type { Interval } from './fisher.ts';

/** Below so many attempts a figure is shown and nothing is said of the question. */
export const fewestToRead = 10;

export type FacilityReading = 'hard' | 'easy' | 'fits';
export type DiscriminationReading = 'wrong' | 'very-weak' | 'weak' | 'adequate' | 'good';

/** What the figures of an item come to. */
export type ItemReading =
  | { kind: 'too-few' }
  | {
      kind: 'read';
      facility: FacilityReading;
      /** Null where everybody earned the same, so that nothing can be told apart. */
      discrimination: DiscriminationReading | null;
      /** The whole interval of the discrimination is below 0. Whether it counts is for the instructor to say. */
      quarantined: boolean;
      /** It tells apart less than 15 % of what marks like these could. */
      doubtful: boolean;
    };

export function readItem(figures: {
  n: number;
  facility: number | null;
  /** −100 to 100. */
  discrimination: number | null;
  discriminationInterval: Interval | null;
  /** At most 100. */
  efficiency: number | null;
}): ItemReading {
  const { n, facility, discrimination, discriminationInterval, efficiency } = figures;
  if (n < fewestToRead || facility === null) return { kind: 'too-few' };
  const share = settled(facility);
  return {
    kind: 'read',
    facility: share < 0.3 ? 'hard' : share > 0.9 ? 'easy' : 'fits',
    discrimination: discrimination === null ? null : readDiscrimination(settled(discrimination)),
    quarantined: discriminationInterval !== null && settled(discriminationInterval.high) < 0,
    doubtful: efficiency !== null && settled(efficiency) < 15,
  };
}

/** What is 0.3 but for the last digits of a sum is 0.3, on whichever side those digits fall. */
export function settled(figure: number): number {
  return Math.round(figure * 1e9) / 1e9;
}

function readDiscrimination(index: number): DiscriminationReading {
  if (index < 0) return 'wrong';
  if (index < 20) return 'very-weak';
  if (index < 30) return 'weak';
  return index < 50 ? 'adequate' : 'good';
}
