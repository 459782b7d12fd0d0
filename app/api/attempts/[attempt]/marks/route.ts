import { z } from 'zod';
import { isSameOrigin } from '#app/_auth/same-origin.ts';
import { away, mostBytes, readJson } from '#app/_auth/script-request.ts';
import { seeOther } from '#app/_auth/see-other.ts';
import { getViewer } from '#app/_auth/viewer.ts';
import { markQuestion } from '#db/commands/mark-question.ts';
import { DatabaseAway } from '#db/database-away.ts';
import { NotFound } from '#lib/result.ts';

export const dynamic = 'force-dynamic';

const bodySchema = z.object({ position: z.int().min(1).max(1000), marked: z.boolean() });

type Context = { params: Promise<{ attempt: string }> };

/** Marks a question to come back to: JSON from the page's script, or the question's own form with another button. */
export async function POST(request: Request, context: Context): Promise<Response> {
  const { attempt } = await context.params;
  const isScript = request.headers.get('content-type')?.startsWith('application/json') ?? false;
  if (!isSameOrigin(request)) return Response.json({ refusal: 'foreign-origin' }, { status: 403 });
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes)
    return Response.json({ refusal: 'too-large' }, { status: 413 });
  const body = bodySchema.safeParse(isScript ? await readJson(request) : await readForm(request));
  const page = `/learn/quiz/${encodeURIComponent(attempt)}${body.success ? `/${body.data.position}` : ''}`;
  try {
    const viewer = await getViewer();
    if (viewer === null)
      return isScript
        ? Response.json({ refusal: 'signed-out' }, { status: 401 })
        : seeOther(`/sign-in?to=${encodeURIComponent(page)}`);
    if (!body.success)
      return isScript ? Response.json({ refusal: 'invalid' }, { status: 422 }) : seeOther(page);
    const done = await markQuestion(viewer, { attemptId: attempt, ...body.data });
    // The page itself shows what came of it: the mark, or that the quiz has been handed in.
    if (!isScript) return seeOther(page);
    return done.ok
      ? Response.json({ marked: done.value.marked })
      : Response.json({ refusal: done.refusal }, { status: 409 });
  } catch (error) {
    if (error instanceof NotFound) return Response.json({ refusal: 'not-found' }, { status: 404 });
    if (error instanceof DatabaseAway) return isScript ? away() : seeOther(`${page}?problem=away`);
    throw error;
  }
}

async function readForm(request: Request): Promise<unknown> {
  const form = await request.formData().catch(() => new FormData());
  return { position: Number(form.get('position')), marked: form.get('marked') === 'yes' };
}
