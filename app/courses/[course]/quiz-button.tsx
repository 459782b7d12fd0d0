import { getTranslations } from 'next-intl/server';
import { startQuiz } from '#app/learn/actions.ts';
import type { LessonProgressView } from '#db/queries/courses.ts';

/** Starts the quiz of a lesson, or goes on with the one that is open; says nothing where there is none. */
export async function QuizButton({
  course,
  lesson,
  small = false,
}: {
  course: string;
  lesson: { slug: string; title: string; questions: number; progress: LessonProgressView | null };
  small?: boolean;
}) {
  const t = await getTranslations('course');
  if (lesson.questions === 0) return null;
  const open = lesson.progress?.openAttempt ?? null;
  const wanted = small ? 'btn sm' : 'btn go';
  const named = small ? <span className="vh">{t('inLesson', { title: lesson.title })}</span> : null;
  if (open !== null)
    return (
      <a className={small ? 'btn sm go' : wanted} href={`/learn/quiz/${open.id}`}>
        {t('continueAt', { position: open.answered + 1 })}
        {named}
      </a>
    );
  return (
    <form action={startQuiz} data-needs-connection>
      <input type="hidden" name="course" value={course} />
      <input type="hidden" name="lesson" value={lesson.slug} />
      <button type="submit" className={wanted}>
        {(lesson.progress?.attempts ?? 0) > 0 ? t('retake') : t('answer', { questions: lesson.questions })}
        {named}
      </button>
    </form>
  );
}
