import { log } from './_log.ts';

/** What is known of a request that failed; the log line is made of it. */
export type FailedRequest = { path: string; method: string; routePath: string; routeType: string };

/**
 * The log line of a failed request. `id` is what the error page shows. A message of the database's
 * repeats the values of the statement, so only the part before them is kept, and of the stack only the places.
 */
export function requestErrorLine(error: unknown, request: FailedRequest) {
  const thrown = error instanceof Error ? error : new Error(String(error));
  const cause = thrown.cause;
  return {
    id: 'digest' in thrown ? String(thrown.digest) : null,
    error: thrown.name,
    message: withoutValues(thrown.message),
    cause: cause instanceof Error ? `${codeOf(cause)}${withoutValues(cause.message)}` : undefined,
    at: places(thrown.stack),
    method: request.method,
    route: request.routePath,
    path: pathWithoutSecrets(request),
    kind: request.routeType,
  };
}

const logged = new WeakSet<object>();

/** Next reports an error of a page once for each of its two renderers; it is one failure. */
export function logRequestError(error: unknown, request: FailedRequest): void {
  if (typeof error === 'object' && error !== null) {
    if (logged.has(error)) return;
    logged.add(error);
  }
  const line = requestErrorLine(error, request);
  if (line.id === 'DATABASE_AWAY') log().warn({ ...line, at: undefined }, 'the database is away');
  else log().error(line, 'a request failed');
}

function withoutValues(message: string): string {
  return (message.split('\nparams:')[0] ?? '').slice(0, 2000);
}

function codeOf(cause: Error): string {
  return 'code' in cause ? `${String(cause.code)}: ` : '';
}

function places(stack: string | undefined): string[] {
  return (stack ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, 20);
}

/** No query, and no join code: whoever reads the log could join with it. */
function pathWithoutSecrets(request: FailedRequest): string {
  return request.routePath.includes('[code]') ? request.routePath : (request.path.split('?')[0] ?? '');
}
