import { z } from 'zod';
import { isSameOrigin } from '#app/_auth/same-origin.ts';
import { away, mostBytes, readJson } from '#app/_auth/script-request.ts';
import { seeOther } from '#app/_auth/see-other.ts';
import { getViewer } from '#app/_auth/viewer.ts';
import { answerFromForm, certaintyFromForm } from '#app/learn/answer-from-form.ts';
import { recordResponse } from '#db/commands/record-response.ts';
import { DatabaseAway } from '#db/database-away.ts';
import { itemKinds } from '#lib/course/model.ts';
import { answerSchema } from '#lib/grading/answer.ts';
import { NotFound } from '#lib/result.ts';

export const dynamic = 'force-dynamic';

const bodySchema = z.object({
  position: z.int().min(1).max(1000),
  responseId: z.uuid(),
  answer: answerSchema,
  // An answer that waited on a device while Lectern was renewed may not say it.
  certainty: z
    .union([z.literal(1), z.literal(2), z.literal(3)])
    .nullable()
    .default(null),
});

type Context = { params: Promise<{ attempt: string }> };

/**
 * Saves one answer. A stable address, not a server action: those run one at a time in a browser and change
 * their ids at a deploy. JSON from the page's script; a plain form post before the script has loaded.
 */
export async function POST(request: Request, context: Context): Promise<Response> {
  const { attempt } = await context.params;
  const isScript = request.headers.get('content-type')?.startsWith('application/json') ?? false;
  const back = (position: string | null, error?: string) =>
    seeOther(
      `/learn/quiz/${encodeURIComponent(attempt)}${position === null ? '' : `/${encodeURIComponent(position)}`}` +
        (error === undefined ? '' : `?problem=${error}`),
    );

  if (!isSameOrigin(request)) return Response.json({ refusal: 'foreign-origin' }, { status: 403 });
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes)
    return Response.json({ refusal: 'too-large' }, { status: 413 });

  const received = isScript ? { body: await readJson(request), position: null } : await readForm(request);
  const position = received.position;
  let viewer: Awaited<ReturnType<typeof getViewer>>;
  try {
    viewer = await getViewer();
  } catch (error) {
    if (error instanceof DatabaseAway) return isScript ? away() : back(position, 'away');
    throw error;
  }
  if (viewer === null)
    return isScript
      ? Response.json({ refusal: 'signed-out' }, { status: 401 })
      : seeOther(`/sign-in?to=${encodeURIComponent(`/learn/quiz/${attempt}/${position ?? ''}`)}`);
  const body = bodySchema.safeParse(received.body);
  if (!body.success)
    return isScript ? Response.json({ refusal: 'invalid' }, { status: 422 }) : back(position, 'unanswered');

  try {
    const recorded = await recordResponse(viewer, { attemptId: attempt, ...body.data }, new Date());
    if (recorded.ok) {
      const { position: at, next, finished, exam } = recorded.value;
      if (isScript) return Response.json({ responseId: body.data.responseId, position: at });
      // An exam tells nothing of an answer, and goes on; `null` leads to the result of what is finished.
      return back(exam ? (finished || next === null ? null : String(next)) : String(at));
    }
    if (recorded.refusal === 'answer-misfit' || recorded.refusal === 'not-served')
      return isScript
        ? Response.json({ refusal: recorded.refusal }, { status: 422 })
        : back(position, 'unanswered');
    return isScript
      ? Response.json({ refusal: recorded.refusal }, { status: 409 })
      : back(position, 'already-answered');
  } catch (error) {
    if (error instanceof NotFound) return Response.json({ refusal: 'not-found' }, { status: 404 });
    if (error instanceof DatabaseAway) return isScript ? away() : back(position, 'away');
    throw error;
  }
}

type Received = { body: unknown; position: string | null };

async function readForm(request: Request): Promise<Received> {
  const form = await request.formData().catch(() => new FormData());
  const kind = z.enum(itemKinds).safeParse(form.get('kind'));
  const position = form.get('position');
  return {
    body: {
      position: typeof position === 'string' && position !== '' ? Number(position) : null,
      responseId: form.get('responseId'),
      answer: kind.success ? answerFromForm(kind.data, form) : null,
      certainty: certaintyFromForm(form),
    },
    position: typeof position === 'string' && /^\d{1,3}$/.test(position) ? position : null,
  };
}
