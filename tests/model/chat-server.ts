import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a server of the OpenAI chat completions protocol is sent. */
export type ChatRequest = {
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
  instructions: string;
  prompt: string;
};

/** What it does: an answer, a status, an answer that breaks off, one that never comes, or bytes of its own. */
export type ChatAct =
  | { say: string }
  | { status: number; headers?: Record<string, string> }
  | { cutAfter: number; say: string }
  | { silence: true }
  | { raw: string };

export type ChatServer = { url: string; requests: ChatRequest[]; close(): Promise<void> };

/** A local server that speaks the protocol; `act` decides on each request, `nth` counts them from 0. */
export async function openChatServer(
  act: (request: ChatRequest, nth: number) => ChatAct,
): Promise<ChatServer> {
  const requests: ChatRequest[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      const { messages = [] } = JSON.parse(body || '{}') as {
        messages?: { role: string; content: string }[];
      };
      const said = (role: string) => messages.find((message) => message.role === role)?.content ?? '';
      const asked: ChatRequest = {
        url: request.url ?? '',
        headers: request.headers,
        body,
        instructions: said('system'),
        prompt: said('user'),
      };
      requests.push(asked);
      const done = act(asked, requests.length - 1);
      if ('silence' in done) return;
      if ('status' in done) {
        response.writeHead(done.status, { 'content-type': 'application/json', ...done.headers });
        response.end(
          JSON.stringify({ error: { message: `no: \u001b[31m${request.headers.authorization}` } }),
        );
        return;
      }
      response.writeHead(200, { 'content-type': 'application/json' });
      if ('raw' in done) response.end(done.raw);
      else if ('cutAfter' in done) {
        response.write(completion(done.say).slice(0, done.cutAfter), () => response.destroy());
      } else response.end(completion(done.say));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export function completion(content: string): string {
  return JSON.stringify({
    id: 'chat-1',
    object: 'chat.completion',
    created: 1,
    model: 'test',
    choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
    usage: { prompt_tokens: 1_000, completion_tokens: 200, total_tokens: 1_200 },
  });
}
