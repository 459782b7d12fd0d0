/** What one run may use up. `cost` is null where no price is known. */
export type Caps = { calls: number; tokens: number; cost: number | null; minutes: number };

/** For a million tokens, in the currency of the bill. */
export type Price = { input: number; output: number };

export type Spent = { calls: number; cached: number; inputTokens: number; outputTokens: number };

/** English has about four letters to a token; fewer are counted, so that an estimate is rather too high. */
const lettersInToken = 3.5;

export function tokensIn(text: string): number {
  return Math.ceil(text.length / lettersInToken);
}

export function costOf(price: Price, inputTokens: number, outputTokens: number): number {
  return (inputTokens * price.input + outputTokens * price.output) / 1_000_000;
}
