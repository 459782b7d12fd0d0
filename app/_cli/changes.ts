import type { Because, Comparison, Gone, Named } from '#lib/compiler/reimport/compare.ts';
import type { SentenceChange } from '#lib/compiler/reimport/sentence-diff.ts';

/** Longer lists are cut; `--json` has all of them. */
const mostLines = 20;

/** What changed between two compilations, for people. */
export function changesText({ sentences, claims, items, decisions }: Comparison): string {
  const of = (change: SentenceChange['change']) => sentences.filter((each) => each.change === change);
  const lines = [
    `Sentences: ${of('same').length} stayed, ${of('moved').length} moved, ${of('changed').length} changed, ${of('added').length} added, ${of('removed').length} removed.`,
    ...cut(sentences.flatMap(sentenceLines)),
    '',
    `Claims: ${claims.kept.length} stayed, ${claims.stale.length} went stale, ${claims.added.length} added.`,
    ...cut([...claims.stale.map((gone) => goneLine(gone)), ...claims.added.map(addedLine)]),
    '',
    `Questions: ${items.kept.length} stayed (${items.reworded.length} of them with other wrong answers), ${items.stale.length} went stale, ${items.added.length} added.`,
    ...cut([
      ...items.reworded.map(({ id, text }) => `  ~ ${id} ${text} (other wrong answers)`),
      ...items.stale.map((gone) => goneLine(gone)),
      ...items.added.map(addedLine),
    ]),
    '',
    decisionsLine(decisions),
    ...cut(
      decisions
        .filter(({ state, message }) => !['applied', 'dormant'].includes(state) || message !== null)
        .map(({ decision, stem, state, message }) =>
          `  ! ${decision}, ${state}: ${stem} ${message ?? ''}`.trimEnd(),
        ),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function sentenceLines(change: SentenceChange): string[] {
  switch (change.change) {
    case 'same':
      return [];
    case 'moved':
      return [`  > ${change.before.address} is now ${change.after.address}: ${change.after.quote}`];
    case 'changed':
      return [
        `  - ${change.before.address} ${change.before.quote}\n  + ${change.after.address} ${change.after.quote}`,
      ];
    case 'removed':
      return [`  - ${change.before.address} ${change.before.quote}`];
    case 'added':
      return [`  + ${change.after.address} ${change.after.quote}`];
  }
}

function reasonOf(because: Because, sentences: readonly string[]): string {
  switch (because) {
    case 'text':
      return `${sentences.join(', ')} changed`;
    case 'options':
      return 'too few wrong answers are left';
    case 'decision':
      return 'by a decision';
    case 'not-made':
      return 'the compiler makes it no more';
  }
}

function goneLine({ id, text, because, sentences, successor }: Gone): string {
  const next = successor === null ? '' : `; now ${successor}`;
  return `  - ${id} ${text} (${reasonOf(because, sentences)}${next})`;
}

function addedLine({ id, text }: Named): string {
  return `  + ${id} ${text}`;
}

function decisionsLine(decisions: Comparison['decisions']): string {
  if (decisions.length === 0) return 'Decisions: none.';
  const states = [...new Set(decisions.map(({ state }) => state))].sort();
  const counts = states.map((state) => `${decisions.filter((each) => each.state === state).length} ${state}`);
  return `Decisions: ${counts.join(', ')}.`;
}

function cut(lines: readonly string[]): string[] {
  return lines.length <= mostLines
    ? [...lines]
    : [...lines.slice(0, mostLines), `  … and ${lines.length - mostLines} more; --json lists them.`];
}
