import type { BotResult } from '../bots.ts';
import type { Gate } from './gate.ts';
import type { Quality } from './quality.ts';

/** The report as Markdown tables, for a person to read. */
export function qualityText({ gates, bots, truthBots, mutations, documents }: Quality): string {
  const notes = gates.flatMap(({ name, notes }) =>
    notes.length === 0 ? [] : [`${name}:`, ...notes.map((note) => `- ${note}`)],
  );
  const total = documents.reduce((sum, { words }) => sum + words, 0);
  const items = documents.reduce((sum, document) => sum + document.items, 0);
  return `${[
    table(
      ['gate', 'measured', 'n', 'holds at', ''],
      gates.map((gate) => [
        gate.name,
        measured(gate, gate.value),
        String(gate.n),
        limitOf(gate),
        verdicts[gate.verdict],
      ]),
    ),
    ...(notes.length === 0 ? [] : [notes.join('\n')]),
    table(
      ['document', 'words', 'claims', 'items', 'per 1,000 words', 'kinds'],
      [
        ...documents.map((each) => [
          each.name,
          String(each.words),
          String(each.claims),
          String(each.items),
          each.perThousandWords.toFixed(1),
          Object.entries(each.kinds)
            .map(([kind, count]) => `${kind} ${count}`)
            .join(', '),
        ]),
        ['all', String(total), '', String(items), (total === 0 ? 0 : (items * 1000) / total).toFixed(1), ''],
      ],
    ),
    table(['bot', 'n', 'hits', 'chance', 'p'], [...bots, ...truthBots].map(botRow)),
    table(
      ['planted fault', 'planted', 'caught'],
      mutations.map(({ name, planted, caught }) => [name, String(planted), String(caught)]),
    ),
  ].join('\n\n')}\n`;
}

const verdicts: Record<Gate['verdict'], string> = { pass: 'pass', fail: 'FAIL', none: 'nothing to measure' };

function measured({ as }: Gate, value: number): string {
  if (as === 'share') return `${(value * 100).toFixed(value === 1 ? 0 : 1)} %`;
  return as === 'count' ? String(value) : value.toFixed(2);
}

function limitOf(gate: Gate): string {
  if (gate.least !== undefined) return `≥ ${measured(gate, gate.least)}`;
  return gate.most === undefined ? '' : `≤ ${measured(gate, gate.most)}`;
}

function botRow({ name, n, hits, chance, p }: BotResult): string[] {
  if (n === 0) return [name, '0', '', '', ''];
  return [
    name,
    String(n),
    `${hits} (${((hits / n) * 100).toFixed(0)} %)`,
    `${(chance * 100).toFixed(0)} %`,
    p.toFixed(3),
  ];
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]) =>
    `| ${cells.map((each) => each.replaceAll('|', '\\|')).join(' | ')} |`;
  return [row(heads), row(heads.map(() => '---')), ...rows.map(row)].join('\n');
}
