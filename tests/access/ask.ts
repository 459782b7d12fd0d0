import { request as httpRequest } from 'node:http';
import { encode } from 'next-auth/jwt';
import type { Session } from './world.ts';

export type Question = {
  method?: string;
  path: string;
  cookie?: string | null;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
  /** Sent in pieces, without saying how long it is. */
  chunked?: boolean;
};

export type Answered = {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  location: string | null;
  body: string;
};

/** One request as it is written here, followed nowhere: no client in between mends its headers. */
export function ask(origin: string, question: Question): Promise<Answered> {
  const { method = 'GET', path, cookie = null, headers = {}, body, chunked = false } = question;
  return new Promise((resolve, reject) => {
    const request = httpRequest(origin, {
      method,
      path,
      timeout: 30_000,
      headers: {
        ...(cookie === null ? {} : { cookie }),
        ...(body === undefined || chunked ? {} : { 'content-length': Buffer.byteLength(body) }),
        ...headers,
      },
    });
    request.once('response', (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.once('error', reject);
      response.once('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          location: response.headers.location ?? null,
          body: Buffer.concat(pieces).toString(),
        }),
      );
    });
    request.once('timeout', () => request.destroy(new Error(`no answer from ${path} within 30 s`)));
    request.once('error', reject);
    request.end(body);
  });
}

/** The cookie of a session, signed as the server signs it. */
export async function cookieOf(session: Session, secret: string): Promise<string> {
  return `lectern.session=${await encode({ token: session, secret, maxAge: 86_400 })}`;
}

/** The arguments of a server action as React's own client writes them. */
export async function actionBody(
  fields: Record<string, string>,
  plain: boolean,
): Promise<{ body: Uint8Array; type: string }> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(`1_${name}`, value);
  form.append('0', JSON.stringify(plain ? ['$K1'] : [{ fields: {}, message: null, values: {} }, '$K1']));
  const encoded = new Response(form);
  return {
    body: new Uint8Array(await encoded.arrayBuffer()),
    type: encoded.headers.get('content-type') ?? '',
  };
}

/** A body without what differs from request to request, or says only what was asked for. */
export function withoutIds(body: string, path: string): string {
  const parts = path.split(/[/?=&]/).filter((part) => part.length > 5);
  let text = body;
  for (const part of parts) text = text.replaceAll(part, 'PART').replaceAll(encodeURIComponent(part), 'PART');
  return text
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi, 'ID')
    .replace(/nonce(\\?["']?[:=]\\?["'])[^"'\\]+/g, 'nonce$1N')
    .replace(/\d{10,}/g, 'TIME');
}
