import { cleanText, oneLine } from '#lib/source/clean.ts';
import { costOf, type Price } from './budget.ts';
import type { Proposed } from './propose.ts';

const longestLine = 160;

/** What a run came to, for the person who started it. Nothing of the model's reaches the terminal but plain words. */
export function proposedText(
  { frames, dropped, refusals, spent, halt }: Proposed,
  { withheld, price }: { withheld: number; price: Price | null },
): string {
  const guessed = frames.filter(({ model }) => (model?.guessed ?? []).length > 0).length;
  const cost =
    price === null ? '' : `, cost ${costOf(price, spent.inputTokens, spent.outputTokens).toFixed(2)}`;
  const faults = [...dropped].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const lines = [
    ...(halt === null ? [] : [`It ended early: ${halt.detail}. What was got before stands.`]),
    `${frames.length} claims proposed; they wait for your decision.`,
    ...(guessed === 0 ? [] : [`${guessed} of them have questions that can be guessed without the text.`]),
    ...(withheld === 0
      ? []
      : [`${withheld} sentences were not sent, since they speak to a program rather than to a reader.`]),
    ...refusals.map(({ title, reason }) => shown(`Nothing proposed for “${title}”: ${reason}`)),
    ...(faults.length === 0 ? [] : ['Dropped:']),
    ...faults.map(([fault, count]) => shown(`  ${count} × ${fault}`)),
    `Used: ${spent.calls} calls, ${spent.cached} answers remembered, ${spent.inputTokens} tokens in, ${spent.outputTokens} out${cost}.`,
  ];
  return `${lines.join('\n')}\n`;
}

function shown(text: string): string {
  const line = oneLine(cleanText(text).text);
  const indent = text.startsWith('  ') ? '  ' : '';
  return `${indent}${line.length > longestLine ? `${line.slice(0, longestLine)} …` : line}`;
}
