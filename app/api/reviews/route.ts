import { z } from 'zod';
import { isSameOrigin } from '#app/_auth/same-origin.ts';
import { away, mostBytes, readJson } from '#app/_auth/script-request.ts';
import { seeOther } from '#app/_auth/see-other.ts';
import { getViewer } from '#app/_auth/viewer.ts';
import { answerFromForm, certaintyFromForm } from '#app/learn/answer-from-form.ts';
import { afterAnswer, inSitting, type Sitting, sittingOf } from '#app/learn/review/sitting.ts';
import { recordReview } from '#db/commands/record-review.ts';
import { DatabaseAway } from '#db/database-away.ts';
import { itemKinds } from '#lib/course/model.ts';
import { answerSchema } from '#lib/grading/answer.ts';
import { NotFound } from '#lib/result.ts';

export const dynamic = 'force-dynamic';

const bodySchema = z.object({
  reviewId: z.uuid(),
  cardId: z.uuid(),
  reps: z.int().min(1).max(1_000_000),
  answer: answerSchema,
  certainty: z.union([z.literal(1), z.literal(2), z.literal(3)]).nullable(),
});

/** Saves one answer in review: JSON from a script, or a plain form; a stable address, as for answers in a quiz. */
export async function POST(request: Request): Promise<Response> {
  const isScript = request.headers.get('content-type')?.startsWith('application/json') ?? false;
  if (!isSameOrigin(request)) return Response.json({ refusal: 'foreign-origin' }, { status: 403 });
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes)
    return Response.json({ refusal: 'too-large' }, { status: 413 });
  const received = isScript
    ? { body: await readJson(request), sitting: sittingOf({}) }
    : await readForm(request);
  const back = (problem: string) => seeOther(inSitting('/learn/review', received.sitting, { problem }));
  try {
    const viewer = await getViewer();
    if (viewer === null)
      return isScript
        ? Response.json({ refusal: 'signed-out' }, { status: 401 })
        : seeOther(`/sign-in?to=${encodeURIComponent('/learn/review')}`);
    const body = bodySchema.safeParse(received.body);
    if (!body.success)
      return isScript ? Response.json({ refusal: 'invalid' }, { status: 422 }) : back('unanswered');
    const recorded = await recordReview(viewer, body.data, new Date());
    if (recorded.ok)
      return isScript
        ? Response.json({ reviewId: recorded.value.reviewId })
        : seeOther(inSitting(`/learn/review/${recorded.value.reviewId}`, afterAnswer(received.sitting)));
    const isMisfit = recorded.refusal === 'answer-misfit';
    if (isScript) return Response.json({ refusal: recorded.refusal }, { status: isMisfit ? 422 : 409 });
    return back(isMisfit ? 'unanswered' : 'already-answered');
  } catch (error) {
    if (error instanceof NotFound) return Response.json({ refusal: 'not-found' }, { status: 404 });
    if (error instanceof DatabaseAway) return isScript ? away() : back('away');
    throw error;
  }
}

async function readForm(request: Request): Promise<{ body: unknown; sitting: Sitting }> {
  const form = await request.formData().catch(() => new FormData());
  const kind = z.enum(itemKinds).safeParse(form.get('kind'));
  const body = {
    reviewId: form.get('reviewId'),
    cardId: form.get('card'),
    reps: Number(form.get('reps')),
    answer: kind.success ? answerFromForm(kind.data, form) : null,
    certainty: certaintyFromForm(form),
  };
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : undefined;
  };
  return { body, sitting: sittingOf({ extra: text('extra'), left: text('left') }) };
}
