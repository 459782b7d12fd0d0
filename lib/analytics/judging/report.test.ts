import { describe, expect, it } from 'vitest';
import { keyItem, verdict } from './judging.fixture.ts';
import { reportOf } from './report.ts';
import { reportText } from './report-text.ts';
import type { Key } from './sheet.ts';

const key: Key = {
  format: 'lectern-key/1',
  seed: 7,
  items: [
    keyItem('1'),
    keyItem('2', { part: 'held-out', source: 'stars.md' }),
    keyItem('3', { part: 'held-out', source: 'stars.md', kind: 'true-false', template: null }),
  ],
};
const all = (report: ReturnType<typeof reportOf>) => report.groups.find(({ by }) => by === 'all');

describe('the report on judged questions', () => {
  it('counts each measure over the questions, as a whole and apart', () => {
    const report = reportOf(key, [
      verdict('1'),
      verdict('2', { publishable: 'with-edit', fluent: false, note: 'a comma' }),
      verdict('3', { publishable: 'no', singleKey: false, answer: 'A' }),
    ]);
    const rates = all(report)?.rates;
    expect([rates?.publishable.hits, rates?.publishableWithEdit.hits, rates?.answeredAsKeyed.hits]).toEqual([
      1, 2, 2,
    ]);
    expect([rates?.fluent.hits, rates?.allCriteria.hits, rates?.noClue.hits]).toEqual([2, 1, 3]);
    const named = report.groups.map(({ by, name, n }) => `${by} ${name} ${n}`);
    expect(named).toEqual([
      ...['all all 3', 'part held-out 2', 'part tuning 1', 'kind single 2', 'kind true-false 1'],
      ...['template cause/why 2', 'source rivers.md 1', 'source stars.md 2'],
    ]);
  });

  it('counts a question on which two judges differ against it', () => {
    const report = reportOf(key, [verdict('1'), verdict('1', { judge: 'Bo', publishable: 'no' })]);
    expect(all(report)?.rates.publishable).toMatchObject({ hits: 0, n: 1 });
  });

  it('takes the later of two verdicts of one judge', () => {
    const report = reportOf(key, [verdict('1', { publishable: 'no' }), verdict('1')]);
    expect(all(report)?.rates.publishable).toMatchObject({ hits: 1, n: 1 });
  });

  it('says how far two judges agree on what both have judged', () => {
    const report = reportOf(key, [
      verdict('1'),
      verdict('2', { publishable: 'no' }),
      verdict('3'),
      verdict('1', { judge: 'Bo' }),
      verdict('2', { judge: 'Bo', publishable: 'no' }),
    ]);
    expect(report.pairs[0]).toEqual({
      judges: ['Ada', 'Bo'],
      on: 'publishable',
      agreement: { n: 2, percent: 1, kappa: 1 },
    });
  });

  it('names verdicts on questions that the key does not have', () => {
    expect(reportOf(key, [verdict('9')])).toMatchObject({ unknown: ['9'], failures: [] });
  });

  it('prints what failed with its criteria and the note', () => {
    const text = reportText(
      reportOf(key, [verdict('1', { publishable: 'no', singleKey: false, note: 'A dam is right as well.' })]),
    );
    expect(text).toContain('- 1 (rivers.md, single, cause/why): Why did the river rise? → Rain fell');
    expect(text).toContain('singleKey\n  Ada: A dam is right as well.');
    expect(text).toContain('| all | 1 | 0 (0–79) |');
  });
});
