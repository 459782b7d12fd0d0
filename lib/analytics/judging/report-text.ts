import { groupBy } from '#lib/text/group-by.ts';
import type { Rate } from '../wilson.ts';
import { type JudgingReport, type Measure, measures } from './report.ts';

const heads: Record<Measure, string> = {
  publishable: 'publishable',
  publishableWithEdit: 'or with an edit',
  answeredAsKeyed: 'answered as keyed',
  allCriteria: 'all six',
  fluent: 'fluent',
  answerable: 'answerable',
  singleKey: 'single key',
  plausibleDistractors: 'plausible distractors',
  worthAsking: 'worth asking',
  noClue: 'no clue',
};

/** The report as Markdown: a table of rates for each way of grouping, agreement, and what failed. */
export function reportText(report: JudgingReport): string {
  const parts = [
    `${report.verdicts} verdicts by ${report.judges.length} judges (${report.judges.join(', ')}). In each cell the share in percent and its 95 % interval (Wilson).`,
  ];
  if (report.unknown.length > 0) parts.push(`Not in the key, and not counted: ${report.unknown.join(', ')}.`);
  for (const [by, groups] of groupBy(report.groups, (group) => group.by)) {
    parts.push(
      table(
        [by === 'all' ? '' : by, 'n', ...measures.map((measure) => heads[measure])],
        groups.map(({ name, n, rates }) => [name, String(n), ...measures.map((each) => cell(rates[each]))]),
      ),
    );
  }
  if (report.pairs.length > 0) {
    parts.push(
      table(
        ['judges', 'on', 'n', 'agree', 'kappa'],
        report.pairs.map(({ judges, on, agreement: { n, percent, kappa } }) => [
          judges.join(' and '),
          on,
          String(n),
          `${Math.round(percent * 100)} %`,
          kappa === null ? 'not defined' : kappa.toFixed(2),
        ]),
      ),
    );
  }
  const failed = report.failures.map(
    ({ id, source, template, kind, stem, right, failed: criteria, notes }) =>
      `- ${id} (${[source, kind, template].filter((each) => each !== null).join(', ')}): ${stem} → ${right}\n  ${[
        criteria.join(', ') || 'no criterion named',
        ...notes,
      ].join('\n  ')}`,
  );
  parts.push(
    failed.length === 0
      ? 'Every question is publishable as it is.'
      : `Not publishable as they are: ${failed.length}\n\n${failed.join('\n')}`,
  );
  return `${parts.join('\n\n')}\n`;
}

function cell({ n, share, low, high }: Rate): string {
  if (n === 0) return '';
  const percent = (value: number) => Math.round(value * 100);
  return `${percent(share)} (${percent(low)}–${percent(high)})`;
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]) =>
    `| ${cells.map((each) => each.replaceAll('|', '\\|')).join(' | ')} |`;
  return [row(heads), row(heads.map(() => '---')), ...rows.map(row)].join('\n');
}
