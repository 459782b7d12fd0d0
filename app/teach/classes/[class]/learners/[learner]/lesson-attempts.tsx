import { getFormatter, getTranslations } from 'next-intl/server';
import { LevelWord } from '#app/_ui/levels.tsx';
import { wholePercent } from '#app/_ui/whole-percent.ts';
import type { LearnerView } from '#db/queries/classes.ts';

/** One lesson of a learner: where it stands, and each try, which opens. The cell of the grid leads here. */
export async function LessonAttempts({
  lesson,
  classPage,
}: {
  lesson: LearnerView['lessons'][number];
  classPage: string;
}) {
  const t = await getTranslations('learner');
  const levels = await getTranslations('levels');
  return (
    <section id={lesson.slug} aria-labelledby={`${lesson.slug}-title`}>
      <div className="row">
        <h2 className="h2 grow" id={`${lesson.slug}-title`}>
          <span className="ref">{lesson.position}</span>
          {lesson.title}
        </h2>
        {lesson.level === null || lesson.lastShare === null ? (
          <span className="meta">{lesson.attempts.length === 0 ? levels('none') : t('open')}</span>
        ) : (
          <span className="meta">
            {t.rich('standing', {
              level: () => (lesson.level === null ? null : <LevelWord level={lesson.level} />),
              last: wholePercent(lesson.lastShare),
              best: wholePercent(lesson.bestShare ?? lesson.lastShare),
            })}
          </span>
        )}
      </div>
      {lesson.attempts.length === 0 ? null : <Tries tries={lesson.attempts} classPage={classPage} />}
    </section>
  );
}

/** Exams over the whole course stand apart from the lessons; nothing where none was begun. */
export async function Exams({ exams, classPage }: { exams: LearnerView['exams']; classPage: string }) {
  const t = await getTranslations('exam');
  if (exams.length === 0) return null;
  return (
    <section aria-labelledby="exams">
      <h2 className="h2" id="exams">
        {t('title')}
      </h2>
      <Tries tries={exams} classPage={classPage} />
    </section>
  );
}

async function Tries({ tries, classPage }: { tries: LearnerView['exams']; classPage: string }) {
  const t = await getTranslations('learner');
  const format = await getFormatter();
  const when = (date: Date) =>
    format.dateTime(date, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' });
  return (
    <ul className="lines">
      {tries.map((attempt) => (
        <li key={attempt.id} className="try">
          <a href={`${classPage}/attempts/${attempt.id}`}>{t('try', { number: attempt.number })}</a>
          <span>
            {attempt.finishedAt === null || attempt.score === null || attempt.maxScore === null
              ? t('underway', { answered: attempt.answered, total: attempt.total })
              : t('score', { score: attempt.score, most: attempt.maxScore })}
          </span>
          <span className="meta">
            {attempt.finishedAt === null
              ? t('begun', { date: when(attempt.startedAt) })
              : t('finished', { date: when(attempt.finishedAt) })}
          </span>
        </li>
      ))}
    </ul>
  );
}
