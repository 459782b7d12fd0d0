import { z } from 'zod';
import { isSameOrigin } from '#app/_auth/same-origin.ts';
import { away, mostBytes, readJson } from '#app/_auth/script-request.ts';
import { seeOther } from '#app/_auth/see-other.ts';
import { getViewer } from '#app/_auth/viewer.ts';
import { markPassage } from '#db/commands/mark-passage.ts';
import { DatabaseAway } from '#db/database-away.ts';
import { NotFound } from '#lib/result.ts';

export const dynamic = 'force-dynamic';

const pointSchema = z.object({
  address: z.string().max(20),
  at: z.int().min(0).max(10_000_000).nullable(),
});
const bodySchema = z.object({
  noteId: z.uuid(),
  course: z.string().min(1).max(200),
  lesson: z.string().min(1).max(200),
  edition: z.int().min(1).max(1_000_000),
  from: pointSchema,
  to: pointSchema,
  // Longer than a note may be: the command says so in its own words.
  words: z.string().max(20_000),
});

/** Marks a passage: JSON from a script, or a plain form that names one whole sentence. */
export async function POST(request: Request): Promise<Response> {
  const isScript = request.headers.get('content-type')?.startsWith('application/json') ?? false;
  if (!isSameOrigin(request)) return Response.json({ refusal: 'foreign-origin' }, { status: 403 });
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes)
    return Response.json({ refusal: 'too-large' }, { status: 413 });
  const received = isScript ? { body: await readJson(request), page: '/courses' } : await readForm(request);
  const back = (problem: string) => seeOther(`${received.page}?problem=${problem}#mark`);
  try {
    const viewer = await getViewer();
    if (viewer === null)
      return isScript
        ? Response.json({ refusal: 'signed-out' }, { status: 401 })
        : seeOther(`/sign-in?to=${encodeURIComponent(`${received.page}#mark`)}`);
    const body = bodySchema.safeParse(received.body);
    if (!body.success)
      return isScript ? Response.json({ refusal: 'invalid' }, { status: 422 }) : back('no-such-place');
    const marked = await markPassage(viewer, body.data, new Date());
    if (marked.ok)
      return isScript
        ? Response.json({ noteId: marked.value.noteId })
        : seeOther(`${received.page}#note-${marked.value.noteId}`);
    return isScript ? Response.json({ refusal: marked.refusal }, { status: 422 }) : back(marked.refusal);
  } catch (error) {
    if (error instanceof NotFound) return Response.json({ refusal: 'not-found' }, { status: 404 });
    if (error instanceof DatabaseAway) return isScript ? away() : back('away');
    throw error;
  }
}

async function readForm(request: Request): Promise<{ body: unknown; page: string }> {
  const form = await request.formData().catch(() => new FormData());
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const [course, lesson, address] = [text('course'), text('lesson'), text('sentence')];
  return {
    body: {
      noteId: text('noteId'),
      course,
      lesson,
      edition: Number(text('edition')),
      from: { address, at: 0 },
      to: { address, at: null },
      words: text('words'),
    },
    page: `/courses/${encodeURIComponent(course)}/${encodeURIComponent(lesson)}`,
  };
}
