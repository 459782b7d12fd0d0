import type { Caps, Price } from './budget.ts';
import { costOf, tokensIn } from './budget.ts';
import type { Passage } from './passages.ts';
import { framesMessage, mostFrames, outputTokens } from './prompts.ts';
import { mostQuestions } from './sheets.ts';

/** What a run is likely to use; `mostCalls` where everything must be asked twice and mended. */
export type Estimate = {
  passages: number;
  words: number;
  /** Passages whose first question is remembered from an earlier run: those cost little or nothing. */
  known: number;
  calls: number;
  mostCalls: number;
  inputTokens: number;
  outputTokens: number;
  cost: number | null;
  minutes: number;
  /** The caps that this is likely to reach before the end. */
  reached: (keyof Caps)[];
};

const wordsInFrame = 50;
/** Questions with options that a frame gives, and tokens that each takes on a solver's sheet. */
const questionsInFrame = 3;
const tokensInQuestion = 110;
/** A frame with its foils, as the model writes it or is shown it. */
const tokensInFrame = 220;
const rounds = 3;
/** Of the slower of the common services. */
const tokensInMinute = 2_400;

export function estimateRun(
  passages: readonly Passage[],
  { known, caps, price }: { known: number; caps: Caps; price: Price | null },
): Estimate {
  const estimate: Estimate = {
    passages: passages.length,
    words: passages.reduce((sum, { words }) => sum + words, 0),
    known,
    calls: 0,
    mostCalls: 0,
    inputTokens: 0,
    outputTokens: 0,
    cost: null,
    minutes: 0,
    reached: [],
  };
  for (const passage of passages) {
    const { instructions, prompt } = framesMessage(passage, '0'.repeat(12));
    const text = tokensIn(prompt);
    const rules = tokensIn(instructions);
    const frames = Math.min(mostFrames, Math.ceil(passage.words / wordsInFrame));
    const sheets = Math.ceil((frames * questionsInFrame) / mostQuestions);
    const questions = frames * questionsInFrame * tokensInQuestion;
    // Frames, foils, a repair; three rounds with the text and one without; three for what several passages give.
    estimate.calls += 3 + (rounds + 1) * sheets + rounds;
    estimate.mostCalls += 2 * (3 + 2 * (rounds + 1) * sheets + rounds);
    estimate.inputTokens +=
      3 * (rules + text) +
      rounds * text +
      frames * tokensInFrame +
      rounds * (sheets * text + questions) +
      questions;
    estimate.outputTokens +=
      Math.min(outputTokens.frames, frames * tokensInFrame) * 2.5 + (rounds + 1) * sheets * 300;
  }
  estimate.inputTokens = Math.ceil(estimate.inputTokens);
  estimate.outputTokens = Math.ceil(estimate.outputTokens);
  estimate.minutes = Math.ceil(estimate.outputTokens / tokensInMinute);
  estimate.cost = price === null ? null : costOf(price, estimate.inputTokens, estimate.outputTokens);
  estimate.reached = reachedBy(estimate, caps);
  return estimate;
}

function reachedBy(
  { calls, inputTokens, outputTokens: output, cost, minutes }: Estimate,
  caps: Caps,
): (keyof Caps)[] {
  const over: Record<keyof Caps, boolean> = {
    calls: calls > caps.calls,
    tokens: inputTokens + output > caps.tokens,
    cost: caps.cost !== null && cost !== null && cost > caps.cost,
    minutes: minutes > caps.minutes,
  };
  return (['calls', 'tokens', 'cost', 'minutes'] as const).filter((cap) => over[cap]);
}

/** The estimate as it is shown before anything is sent. */
export function estimateText(estimate: Estimate, { model, caps }: { model: string; caps: Caps }): string {
  const { passages, words, known, calls, mostCalls, inputTokens, cost, minutes, reached } = estimate;
  const money = cost === null ? 'unknown; set LECTERN_MODEL_PRICE to see it' : cost.toFixed(2);
  const rows: [string, string, string][] = [
    ['calls', `${calls}, with repairs up to ${mostCalls}`, String(caps.calls)],
    ['tokens', `${inputTokens} in, ${estimate.outputTokens} out`, String(caps.tokens)],
    ['cost', money, caps.cost === null ? 'none' : caps.cost.toFixed(2)],
    ['minutes', String(minutes), String(caps.minutes)],
  ];
  const lines = [
    `${passages} passages, ${words} words, to ${model}.`,
    ...(known === 0
      ? []
      : [`${known} of them were asked about before; what was answered then is not asked again.`]),
    '',
    '| | estimate | cap |',
    '|---|---|---|',
    ...rows.map(([name, likely, cap]) => `| ${name} | ${likely} | ${cap} |`),
    '',
    ...(reached.length === 0
      ? []
      : [`The cap on ${reached.join(', ')} may end it early; a second run goes on from there.`]),
  ];
  return `${lines.join('\n')}\n`;
}
