import { getTranslations } from 'next-intl/server';
import { seeOther } from '#app/_auth/see-other.ts';
import { getViewer } from '#app/_auth/viewer.ts';
import { DatabaseAway } from '#db/database-away.ts';
import type { Viewer } from '#lib/access/viewer.ts';
import { NotFound } from '#lib/result.ts';

export type ClassFile = { content: string | Uint8Array<ArrayBuffer>; mediaType: string; name: string };

/** A file about a class for whoever teaches it; nobody else learns whether there is such a class. */
export async function fileAnswer(
  classId: string,
  make: (viewer: Viewer) => Promise<ClassFile>,
): Promise<Response> {
  try {
    const viewer = await getViewer();
    if (viewer === null) return seeOther(`/sign-in?to=${encodeURIComponent(`/teach/classes/${classId}`)}`);
    const { content, mediaType, name } = await make(viewer);
    return new Response(content, {
      headers: {
        'content-type': mediaType,
        'content-disposition': `attachment; filename="${name.replace(/[^\w.-]+/g, '-')}"`,
        'cache-control': 'private, no-store',
      },
    });
  } catch (error) {
    if (error instanceof NotFound) return Response.json({ refusal: 'not-found' }, { status: 404 });
    if (error instanceof DatabaseAway) return away();
    throw error;
  }
}

async function away(): Promise<Response> {
  const t = await getTranslations('errors');
  return new Response(t('databaseAway'), {
    status: 503,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '5', 'cache-control': 'no-store' },
  });
}
