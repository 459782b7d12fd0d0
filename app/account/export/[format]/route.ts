import { getTranslations } from 'next-intl/server';
import { seeOther } from '#app/_auth/see-other.ts';
import { getViewer } from '#app/_auth/viewer.ts';
import { DatabaseAway } from '#db/database-away.ts';
import { listOwnAttempts, listOwnCards, listOwnReviews, type PageOf } from '#db/queries/own-answers.ts';
import { listAnsweredQuestions } from '#db/queries/own-questions.ts';
import { readOwnRecord } from '#db/queries/own-record.ts';
import type { Viewer } from '#lib/access/viewer.ts';
import { ankiHead, ankiLine } from '#lib/exchange/anki.ts';
import { recordCsv, recordJson } from '#lib/exchange/record.ts';
import { NotFound } from '#lib/result.ts';

export const dynamic = 'force-dynamic';

type Format = {
  type: string;
  file: string;
  /** Settles once the database has answered: what fails before that is told in a sentence, not in half a file. */
  pieces: (viewer: Viewer, now: Date) => Promise<AsyncGenerator<string>>;
};

const formats: Record<string, Format> = {
  json: {
    type: 'application/json; charset=utf-8',
    file: 'lectern-record',
    pieces: async (viewer, now) =>
      recordJson(now, await readOwnRecord(viewer), {
        attempts: await pagesOf((after) => listOwnAttempts(viewer, after)),
        reviews: await pagesOf((after) => listOwnReviews(viewer, after)),
        cards: await pagesOf((after) => listOwnCards(viewer, after)),
      }),
  },
  csv: {
    type: 'text/csv; charset=utf-8; header=present',
    file: 'lectern-answers',
    pieces: async (viewer) =>
      recordCsv({
        attempts: await pagesOf((after) => listOwnAttempts(viewer, after)),
        reviews: await pagesOf((after) => listOwnReviews(viewer, after)),
      }),
  },
  txt: {
    type: 'text/plain; charset=utf-8',
    file: 'lectern-anki',
    pieces: async (viewer) => ankiText(await pagesOf((after) => listAnsweredQuestions(viewer, after))),
  },
};

/** One's own record as a file: JSON with everything, CSV with the answers, or text that Anki takes in. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ format: string }> },
): Promise<Response> {
  const viewer = await getViewer().catch(asAway);
  if (viewer instanceof DatabaseAway) return away();
  if (viewer === null) return seeOther(`/sign-in?to=${encodeURIComponent('/account')}`);
  const { format } = await params;
  const wanted = Object.hasOwn(formats, format) ? formats[format] : undefined;
  if (wanted === undefined) return Response.json({ refusal: 'not-found' }, { status: 404 });
  const now = new Date();
  try {
    const pieces = await wanted.pieces(viewer, now);
    const day = now.toISOString().slice(0, 10);
    return new Response(asStream(pieces), {
      headers: {
        'content-type': wanted.type,
        'content-disposition': `attachment; filename="${wanted.file}-${day}.${format}"`,
        'cache-control': 'private, no-store',
      },
    });
  } catch (error) {
    if (error instanceof DatabaseAway) return away();
    // Deleted from another device since the session was looked up.
    if (error instanceof NotFound) return seeOther('/');
    throw error;
  }
}

/** The first page is read at once; the others one at a time, as the browser takes them. */
async function pagesOf<T>(read: (after: string | null) => Promise<PageOf<T>>): Promise<AsyncGenerator<T[]>> {
  const first = await read(null);
  return (async function* () {
    for (let page = first; ; page = await read(page.next)) {
      yield page.entries;
      if (page.next === null) return;
    }
  })();
}

async function* ankiText(
  pages: AsyncIterable<readonly Parameters<typeof ankiLine>[0][]>,
): AsyncGenerator<string> {
  yield ankiHead;
  for await (const page of pages) yield page.map(ankiLine).join('');
}

function asStream(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}

function asAway(error: unknown): DatabaseAway {
  if (error instanceof DatabaseAway) return error;
  throw error;
}

async function away(): Promise<Response> {
  const t = await getTranslations('errors');
  return new Response(t('databaseAway'), {
    status: 503,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '5', 'cache-control': 'no-store' },
  });
}
