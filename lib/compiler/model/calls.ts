import type { Result } from '#lib/result.ts';
import { type Caps, costOf, type Price, type Spent, tokensIn } from './budget.ts';

/** One question to the model: what it is told to do, and the material that it works on. */
export type Message = { instructions: string; prompt: string; maxOutputTokens: number };

/** What a model's server answered; null where it does not count its tokens. */
export type Reply = { text: string; inputTokens: number | null; outputTokens: number | null };

/**
 * busy: worth another try later. slow: no answer within the time. refused: no try will help.
 * `detail` is a clause for the person who waits; it never quotes what the server sent.
 */
export type AskFault = {
  ok: false;
  refusal: 'busy' | 'slow' | 'refused';
  detail: string;
  retryAfterMs: number | null;
};

/** The way to the model, as the application opens it. */
export type Ask = (
  message: Message & { timeoutMs: number },
) => Promise<{ ok: true; value: Reply } | AskFault>;

/** Answers of earlier runs, by the hash of what was asked. */
export type AnswerCache = { read(hash: string): string | null; write(hash: string, text: string): void };

/** Why a run ends before its end: a cap, the model's server, or the person who asked for it. */
export type Halt = { why: 'calls' | 'tokens' | 'cost' | 'time' | 'failed' | 'cancelled'; detail: string };

export type Dealings = {
  ask: Ask;
  cache: AnswerCache;
  /** A digest that nobody can forge: the document is not to be trusted, and a collision would answer for it. */
  hash(text: string): string;
  /** Milliseconds on any clock that only goes forward. */
  now(): number;
  wait(milliseconds: number): Promise<void>;
  isCancelled(): boolean;
  model: string;
  caps: Caps;
  price: Price | null;
};

/** Understood, or null where two answers could not be; `hash` names the question. */
export type Answered<T> = { ok: true; value: T | null; hash: string } | { ok: false; halt: Halt };

const mostTries = 3;
const longestCallMs = 120_000;
const firstWaitMs = 1_000;
const longestWaitMs = 30_000;

/** All dealings with the model in one run: counted, kept within the caps, tried again, and remembered. */
export class ModelCalls {
  readonly spent: Spent = { calls: 0, cached: 0, inputTokens: 0, outputTokens: 0 };
  readonly #with: Dealings;
  readonly #began: number;

  constructor(dealings: Dealings) {
    this.#with = dealings;
    this.#began = dealings.now();
  }

  hashOf({ instructions, prompt, maxOutputTokens }: Message): string {
    const { hash, model } = this.#with;
    return hash(JSON.stringify([model, instructions, prompt, maxOutputTokens]));
  }

  isKnown(message: Message): boolean {
    return this.#with.cache.read(this.hashOf(message)) !== null;
  }

  /** Asks until `read` understands the answer, at most twice. What was understood is remembered. */
  async ask<T>(message: Message, read: (text: string) => Result<T>): Promise<Answered<T>> {
    const hash = this.hashOf(message);
    const known = this.#with.cache.read(hash);
    const remembered = known === null ? null : read(known);
    if (remembered?.ok === true) {
      this.spent.cached += 1;
      return { ok: true, value: remembered.value, hash };
    }
    let prompt = message.prompt;
    for (let round = 0; round < 2; round += 1) {
      const answer = await this.#try({ ...message, prompt });
      if (!answer.ok) return answer;
      const parsed = read(answer.text);
      if (parsed.ok) {
        this.#with.cache.write(hash, answer.text);
        return { ok: true, value: parsed.value, hash };
      }
      prompt = `${message.prompt}\n\nAn earlier answer could not be read: ${parsed.refusal}. Answer with the JSON object alone.`;
    }
    return { ok: true, value: null, hash };
  }

  async #try(message: Message): Promise<{ ok: true; text: string } | { ok: false; halt: Halt }> {
    let detail = '';
    for (let tried = 0; tried < mostTries; tried += 1) {
      const halt = this.#halt(message);
      if (halt !== null) return { ok: false, halt };
      this.spent.calls += 1;
      const answer = await this.#with.ask({
        ...message,
        timeoutMs: Math.min(longestCallMs, this.#millisecondsLeft()),
      });
      if (answer.ok) {
        const { text, inputTokens, outputTokens } = answer.value;
        this.spent.inputTokens += counted(inputTokens) ?? inputOf(message);
        this.spent.outputTokens += counted(outputTokens) ?? tokensIn(text);
        return { ok: true, text };
      }
      detail = answer.detail;
      // A model that was too slow has worked all the same, and is paid for it.
      if (answer.refusal === 'slow') this.spent.inputTokens += inputOf(message);
      if (answer.refusal === 'refused') break;
      const pause = answer.retryAfterMs ?? firstWaitMs * 2 ** tried;
      if (tried + 1 < mostTries)
        await this.#with.wait(Math.max(0, Math.min(pause, longestWaitMs, this.#millisecondsLeft())));
    }
    return { ok: false, halt: this.#cancelled() ?? { why: 'failed', detail } };
  }

  #millisecondsLeft(): number {
    return this.#began + this.#with.caps.minutes * 60_000 - this.#with.now();
  }

  #cancelled(): Halt | null {
    return this.#with.isCancelled() ? { why: 'cancelled', detail: 'it was asked to stop' } : null;
  }

  /** The cap that one more call might break, counting the longest answer that it may give. */
  #halt(message: Message): Halt | null {
    const { caps, price } = this.#with;
    const input = this.spent.inputTokens + inputOf(message);
    const output = this.spent.outputTokens + message.maxOutputTokens;
    const cancelled = this.#cancelled();
    if (cancelled !== null) return cancelled;
    if (this.#millisecondsLeft() <= 0)
      return { why: 'time', detail: `the cap of ${caps.minutes} minutes is reached` };
    if (this.spent.calls >= caps.calls)
      return { why: 'calls', detail: `the cap of ${caps.calls} calls is reached` };
    if (input + output > caps.tokens)
      return { why: 'tokens', detail: `the cap of ${caps.tokens} tokens leaves no room for another call` };
    if (caps.cost !== null && price !== null && costOf(price, input, output) > caps.cost)
      return { why: 'cost', detail: `the cap of ${caps.cost.toFixed(2)} leaves no room for another call` };
    return null;
  }
}

function inputOf({ instructions, prompt }: Message): number {
  return tokensIn(instructions) + tokensIn(prompt);
}

/** Some servers count wrongly or not at all. */
function counted(tokens: number | null): number | null {
  return tokens !== null && Number.isFinite(tokens) && tokens >= 0 ? tokens : null;
}
