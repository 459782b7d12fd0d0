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
  for (const [name, value] of Object.entries(fields)) form.append(`_1_${name}`, value);
  form.append('0', JSON.stringify(plain ? ['$K1'] : [{ fields: {}, message: null, values: {} }, '$K1']));
  const encoded = new Response(form);
  return {
    body: new Uint8Array(await encoded.arrayBuffer()),
    type: encoded.headers.get('content-type') ?? '',
  };
}

/**
 * What a body says, as sorted pieces, without what differs from request to request or only repeats what was
 * asked for. React writes the rows of a page in the order in which they became ready, so order and numbers of
 * rows say nothing.
 */
export function saidBy(body: string, path: string): string[] {
  let text = body;
  for (const part of path.split(/[/?=&]/).filter((part) => part.length > 5))
    text = text.replaceAll(part, 'PART').replaceAll(encodeURIComponent(part), 'PART');
  text = text
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi, 'ID')
    .replace(/nonce(\\*["']?[:=]\\*["'])[^"'\\]+/g, 'nonce$1N')
    .replace(/\d{10,}/g, 'TIME');
  const rows: string[] = [];
  const html = text.replace(/self\.__next_f\.push\(\[1,("(?:[^"\\]|\\.)*")\]\)/g, (_, row: string) => {
    rows.push(JSON.parse(row));
    return 'ROWS';
  });
  const pieces = [
    ...html.replace(/(<script nonce="N">ROWS<\/script>)+/g, '').split(/(?=<)/),
    ...rows.join('').split('\n'),
  ];
  return pieces
    .map((piece) => piece.replace(/^[0-9a-f]+:/, '').replace(/\$([A-Z@]?)[0-9a-f]+(?=")/g, '$$$1ROW'))
    .filter((piece) => piece.trim() !== '')
    .sort();
}
