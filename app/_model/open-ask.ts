import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { AISDKError, APICallError, generateText } from 'ai';
import type { Ask, AskFault } from '#lib/compiler/model/calls.ts';

/** Far more than the longest answer that is asked for; a server that sends more is not read to its end. */
const longestBody = 2_000_000;

const notWhole = 'the model’s server sent no whole answer';

/** “Misdirected request”: how a redirection is told from what a server itself refuses. */
const redirected = 421;

/** The caller counts, waits and tries again: nothing here does, and no warning reaches the terminal. */
globalThis.AI_SDK_LOG_WARNINGS = false;

/**
 * The way to a model behind an endpoint of the OpenAI chat completions protocol: one message in, its text
 * out. No tools are offered and nothing is fetched that an answer names; the key goes into the header of
 * requests to that address alone, a redirection included.
 */
export function openAsk(
  { url, name, key }: { url: string; name: string; key: string | null },
  cancelled: AbortSignal,
): Ask {
  const provider = createOpenAICompatible({
    name: 'lectern',
    baseURL: url,
    fetch: wholeAnswer,
    ...(key === null ? {} : { apiKey: key }),
  });
  return async ({ instructions, prompt, maxOutputTokens, timeoutMs }) => {
    const late = AbortSignal.timeout(timeoutMs);
    try {
      const { text, usage } = await generateText({
        model: provider(name),
        instructions,
        prompt,
        maxOutputTokens,
        maxRetries: 0,
        abortSignal: AbortSignal.any([cancelled, late]),
      });
      return {
        ok: true,
        value: { text, inputTokens: usage.inputTokens ?? null, outputTokens: usage.outputTokens ?? null },
      };
    } catch (fault) {
      if (cancelled.aborted) return refused('it was asked to stop');
      if (late.aborted) return busy('slow', 'the model’s server gave no answer in time', null);
      if (APICallError.isInstance(fault)) return faultOf(fault);
      if (AISDKError.isInstance(fault)) return busy('busy', notWhole, null);
      throw fault;
    }
  };
}

function faultOf({ statusCode, responseHeaders }: APICallError): AskFault {
  if (statusCode === undefined) return busy('busy', 'the model’s server cannot be reached', null);
  // A body that is no answer, or breaks off, comes with 200; the next one may be whole.
  if (statusCode < 300) return busy('busy', notWhole, null);
  const detail = `the model’s server answered with status ${statusCode}`;
  if (statusCode === 408 || statusCode === 409 || statusCode === 429 || statusCode >= 500)
    return busy('busy', detail, retryAfter(responseHeaders));
  if (statusCode === redirected)
    return refused('the model’s server points to another address; see LECTERN_MODEL_URL');
  const hint =
    statusCode === 401 || statusCode === 403
      ? '; see LECTERN_MODEL_KEY'
      : statusCode === 404
        ? '; see LECTERN_MODEL_URL and LECTERN_MODEL'
        : '';
  return refused(detail + hint);
}

/** In seconds or as a date, as servers please. */
function retryAfter(headers: Record<string, string> | undefined): number | null {
  const seconds = Number(headers?.['retry-after'] ?? '');
  return headers?.['retry-after'] !== undefined && Number.isFinite(seconds) && seconds >= 0
    ? seconds * 1_000
    : null;
}

function busy(refusal: 'busy' | 'slow', detail: string, retryAfterMs: number | null): AskFault {
  return { ok: false, refusal, detail, retryAfterMs };
}

function refused(detail: string): AskFault {
  return { ok: false, refusal: 'refused', detail, retryAfterMs: null };
}

/** Reads the answer to its end or gives it up, so that a cut or endless one is told from a whole one. */
async function wholeAnswer(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, { ...init, redirect: 'manual' });
  // Whither it points is not followed: the key is for one address.
  if (response.status >= 300 && response.status < 400) return new Response(null, { status: redirected });
  const { status } = response;
  const headers = new Headers(response.headers);
  // The body is unpacked by now.
  for (const name of ['content-encoding', 'content-length', 'transfer-encoding']) headers.delete(name);
  try {
    return new Response(await readAll(response), { status, headers });
  } catch (fault) {
    if (init?.signal?.aborted === true) throw fault;
    return new Response('', { status, headers });
  }
}

async function readAll(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > longestBody) throw new RangeError('longer than any answer');
  }
  return text + decoder.decode();
}
