import { getTranslations } from 'next-intl/server';
import { readGradebook } from '#db/queries/class-files.ts';
import { canvasCsv, gradesCsv } from '#lib/exchange/gradebook.ts';
import { fileAnswer } from '../file-answer.ts';

export const dynamic = 'force-dynamic';

/** The grades of a class; with `?for=canvas`, as Canvas's gradebook imports them. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ class: string }> },
): Promise<Response> {
  const { class: classId } = await params;
  const isForCanvas = new URL(request.url).searchParams.get('for') === 'canvas';
  return fileAnswer(classId, async (viewer) => {
    const book = {
      ...(await readGradebook(viewer, classId)),
      exam: (await getTranslations('classFiles'))('exam'),
    };
    return {
      content: isForCanvas ? canvasCsv(book) : gradesCsv(book),
      mediaType: 'text/csv; charset=utf-8; header=present',
      name: `${book.course.slug}-grades${isForCanvas ? '-canvas' : ''}-${new Date().toISOString().slice(0, 10)}.csv`,
    };
  });
}
