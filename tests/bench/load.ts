import { Agent, request as httpRequest } from 'node:http';

/** One request of a load, or null when nothing is left to ask. */
export type Shot = {
  method: 'GET' | 'POST';
  path: string;
  headers?: Record<string, string>;
  body?: string;
};

export type Target = {
  name: string;
  next: () => Shot | null;
};

/** What one round of one target gave. */
export type Round = { seconds: number; latencies: number[] };

/**
 * Asks again and again over `concurrency` kept connections until the time is over. An answer other than 200
 * ends the bench: the speed of refusals says nothing.
 */
export async function load(origin: string, target: Target, concurrency: number, ms: number): Promise<Round> {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency, maxFreeSockets: concurrency });
  const latencies: number[] = [];
  const began = performance.now();
  const end = began + ms;
  const worker = async () => {
    while (performance.now() < end) {
      const shot = target.next();
      if (shot === null) return;
      const sent = performance.now();
      const { status, text } = await send(origin, agent, shot);
      if (status !== 200)
        throw new Error(`${target.name}: ${shot.method} ${shot.path} gave ${status}: ${text}`);
      latencies.push(performance.now() - sent);
    }
  };
  try {
    await Promise.all(Array.from({ length: concurrency }, worker));
  } finally {
    agent.destroy();
  }
  return { seconds: (performance.now() - began) / 1000, latencies };
}

export function send(
  origin: string,
  agent: Agent,
  shot: Shot,
): Promise<{ status: number; text: string; bytes: number }> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      `${origin}${shot.path}`,
      {
        agent,
        method: shot.method,
        timeout: 20_000,
        headers: {
          ...shot.headers,
          ...(shot.body === undefined ? {} : { 'content-length': Buffer.byteLength(shot.body) }),
        },
      },
      (response) => {
        const kept: Buffer[] = [];
        let bytes = 0;
        response.on('data', (chunk: Buffer) => {
          bytes += chunk.length;
          // Enough for a message if it failed; a page need not be kept.
          if (kept.length === 0) kept.push(chunk.subarray(0, 500));
        });
        response.once('end', () =>
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(kept).toString(), bytes }),
        );
        response.once('error', reject);
      },
    );
    request.once('timeout', () => request.destroy(new Error(`no answer from ${shot.path} within 20 s`)));
    request.once('error', reject);
    request.end(shot.body);
  });
}

/** The value below which this share of the sorted list lies. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1
    ? (sorted[Math.floor(middle)] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}

export type Figures = { rate: number; p50: number; p95: number; p99: number; requests: number };

/** Requests a second as the median of the rounds; waiting times of all rounds together. */
export function figuresOf(rounds: readonly Round[]): Figures {
  const sorted = rounds.flatMap((round) => round.latencies).sort((a, b) => a - b);
  return {
    rate: median(rounds.map((round) => round.latencies.length / round.seconds)),
    p50: percentile(sorted, 0.5),
    p95: percentile(sorted, 0.95),
    p99: percentile(sorted, 0.99),
    requests: sorted.length,
  };
}
