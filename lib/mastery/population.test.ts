import { describe, expect, it } from 'vitest';
import { wilson } from '../analytics/wilson.ts';
import { type Figures, type Population, simulate } from './population.fixture.ts';
import { targetRetention } from './schedule.ts';

/** Sixty learners over half a year: seven new questions a day for a month, three weeks away, now and then a day off. */
const population: Population = {
  learners: 60,
  days: 180,
  newEach: 7,
  newDays: 30,
  cap: 20,
  awayFrom: 40,
  awayFor: 21,
  skips: 0.15,
  seed: 'class-1',
};

/** What the figures must hold; the planted faults below must break it. */
function faultsOf(figures: Figures, { cap }: Population): string[] {
  const faults: string[] = [];
  if (figures.mostInADay > cap) faults.push('a day asks more than the cap');
  if (figures.mostOnReturn > cap) faults.push('the first day back asks more than the cap');
  // Whole days round an interval, so that the chance at the due date lies a little off the target.
  if (Math.abs(figures.recallAfterMore - targetRetention) > 0.015) faults.push('recall is off the target');
  if (Math.abs(figures.recallOnTime - targetRetention) > 0.03) faults.push('recall of all is off the target');
  const late = wilson(Math.round(figures.recallLate * figures.askedLate), figures.askedLate);
  if (figures.foretoldLate < late.low || figures.foretoldLate > late.high)
    faults.push('what was asked late is not recalled as foretold');
  return faults;
}

describe('a population of learners whose memory is as FSRS thinks it is', () => {
  const figures = simulate(population);

  it('is asked within the cap, and recalls about as often as was aimed at', () => {
    const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
    process.stdout.write(
      `  ${population.learners} learners, ${population.days} days, cap ${population.cap}: most asked in a day ` +
        `${figures.mostInADay}; on the first day back ${figures.mostOnReturn} of up to ${figures.dueOnReturn} due; ` +
        `caught up after at most ${figures.daysToCatchUp} days; recalled on time ${percent(figures.recallOnTime)} ` +
        `of ${figures.askedOnTime} (put off for more than a day ${percent(figures.recallAfterMore)} of ` +
        `${figures.askedAfterMore}), late ${percent(figures.recallLate)} of ${figures.askedLate} ` +
        `(foretold ${percent(figures.foretoldLate)})\n`,
    );
    expect(faultsOf(figures, population)).toEqual([]);
    // Enough for the figures to mean something, and days on which the cap decides.
    expect(figures.askedAfterMore).toBeGreaterThan(10_000);
    expect(figures.mostInADay).toBe(population.cap);
  });

  it('is not punished for three weeks away: the first day back is a day, and the rest is caught up with', () => {
    expect(figures.dueOnReturn).toBeGreaterThan(population.cap * 2);
    expect(figures.mostOnReturn).toBe(population.cap);
    expect(figures.daysToCatchUp).toBeLessThan(60);
  });

  it('comes out the same for the same seed, and otherwise for another', () => {
    const few = { ...population, learners: 3 };
    expect(simulate(few)).toEqual(simulate(few));
    expect(simulate({ ...few, seed: 'class-2' })).not.toEqual(simulate(few));
  });

  it.each([
    ['due dates put off to twice the interval', { stretch: 2 }, 'recall is off the target'],
    ['due dates at half the interval', { stretch: 1 / 2 }, 'recall is off the target'],
    ['no cap', { uncapped: true }, 'a day asks more than the cap'],
  ] as const)('a planted fault is found: %s', (_, fault, finding) => {
    const faulty = { ...population, learners: 20, ...fault };
    expect(faultsOf(simulate(faulty), faulty)).toContain(finding);
  });
});
