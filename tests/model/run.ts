import { createHash } from 'node:crypto';
import { openAsk } from '#app/_model/open-ask.ts';
import type { ClaimsFile } from '#lib/compiler/claims-file.ts';
import type { Dealings } from '#lib/compiler/model/calls.ts';
import { type Proposed, planProposals, proposeFrames } from '#lib/compiler/model/propose.ts';
import { parseMarkdown } from '#lib/source/markdown.ts';
import { type ChatAct, type ChatRequest, openChatServer } from './chat-server.ts';
import { document } from './scripted-model.ts';

export const secret = 'sk-a-key-that-nobody-may-see';

export type Ran = Proposed & { requests: ChatRequest[]; waits: number[] };

/** One run over HTTP against a server that acts so, with nothing of the real world but the network. */
export async function run(
  act: (request: ChatRequest, nth: number) => ChatAct,
  {
    text = document,
    claims = null,
    cache = new Map<string, string>(),
    caps = {},
    ...more
  }: Partial<Omit<Dealings, 'cache' | 'caps'>> & {
    text?: string;
    claims?: ClaimsFile | null;
    cache?: Map<string, string>;
    caps?: Partial<Dealings['caps']>;
  } = {},
): Promise<Ran> {
  const server = await openChatServer(act);
  const waits: number[] = [];
  const dealings: Dealings = {
    ask: openAsk({ url: server.url, name: 'test-model', key: secret }, new AbortController().signal),
    cache: {
      read: (hash) => cache.get(hash) ?? null,
      write: (hash, answer) => {
        cache.set(hash, answer);
      },
    },
    hash: (each) => createHash('sha256').update(each).digest('hex'),
    now: () => 0,
    wait: async (milliseconds) => {
      waits.push(milliseconds);
    },
    isCancelled: () => false,
    model: 'test-model',
    caps: { calls: 100, tokens: 1_000_000, cost: null, minutes: 10, ...caps },
    price: null,
    ...more,
  };
  try {
    const source = { document: parseMarkdown(text), sha256: '0'.repeat(64), claims, outline: null };
    const plan = planProposals(source, dealings);
    return {
      ...(await proposeFrames(plan, dealings, { onPassage: () => undefined, onWithdrawn: () => undefined })),
      requests: server.requests,
      waits,
    };
  } finally {
    await server.close();
  }
}
