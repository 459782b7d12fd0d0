import { listClassQuestions } from '#db/queries/class-files.ts';
import { isQuestionFormat, questionsFile } from '#lib/exchange/questions-file.ts';
import { NotFound } from '#lib/result.ts';
import { fileAnswer } from '../../file-answer.ts';

export const dynamic = 'force-dynamic';

/** The questions of a class's course with their keys, in a format that another program takes in. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ class: string; format: string }> },
): Promise<Response> {
  const { class: classId, format } = await params;
  return fileAnswer(classId, async (viewer) => {
    if (!isQuestionFormat(format)) throw new NotFound('no such format');
    const { course, questions } = await listClassQuestions(viewer, classId);
    const { content, mediaType, ending } = questionsFile(format, course, questions);
    return { content, mediaType, name: `${course.slug}-${ending}` };
  });
}
