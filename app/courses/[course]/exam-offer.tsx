import { getFormatter, getTranslations } from 'next-intl/server';
import { takeExam } from '#app/learn/exam/actions.ts';
import { type ExamView, readExam } from '#db/queries/exams.ts';
import { showCertificateCode } from '#lib/access/certificate-code.ts';
import type { Viewer } from '#lib/access/viewer.ts';

/** The exam over the whole course, said as what it is, and one's own ones; nothing where the course has too little to ask. */
export async function ExamOffer({ course, viewer }: { course: string; viewer: Viewer | null }) {
  const exam = await readExam(viewer, course);
  if (exam === null) return null;
  const t = await getTranslations('exam');
  return (
    <section className="exam-offer" aria-labelledby="exam">
      <h2 className="h2" id="exam">
        {t('title')}
      </h2>
      {exam.questions === 0 ? (
        <p>{t('noneNow')}</p>
      ) : (
        <>
          <p>
            {exam.isShort
              ? t('whatAbout', { questions: exam.questions })
              : t('what', { questions: exam.questions })}
          </p>
          <ul className="rules">
            <li>{t('ruleAnswers')}</li>
            <li>{t('rulePass', { share: exam.passMark })}</li>
            <li>{t('ruleOpen')}</li>
            <li>{t('ruleOften')}</li>
          </ul>
        </>
      )}
      <Way course={course} exam={exam} isSignedIn={viewer !== null} />
      {exam.sat.length === 0 ? null : <Sat sat={exam.sat} />}
    </section>
  );
}

async function Way({ course, exam, isSignedIn }: { course: string; exam: ExamView; isSignedIn: boolean }) {
  const t = await getTranslations('exam');
  if (!isSignedIn)
    return (
      <p className="gap">
        <a href={`/sign-in?to=${encodeURIComponent(`/courses/${course}`)}`}>{t('signIn')}</a>
      </p>
    );
  if (exam.open !== null)
    return (
      <p className="gap">
        <a className="btn go" href={`/learn/quiz/${exam.open.attemptId}`}>
          {t('goOn', { answered: exam.open.answered, total: exam.open.total })}
        </a>
      </p>
    );
  if (exam.questions === 0) return null;
  return (
    <form action={takeExam} className="gap" data-needs-connection>
      <input type="hidden" name="course" value={course} />
      <button type="submit" className="btn">
        {exam.sat.length > 0 ? t('again') : t('take')}
      </button>
    </form>
  );
}

async function Sat({ sat }: { sat: ExamView['sat'] }) {
  const t = await getTranslations('exam');
  const format = await getFormatter();
  return (
    <>
      <h3 className="h3" id="exams-sat">
        {t('yours')}
      </h3>
      <ul className="lines" aria-labelledby="exams-sat">
        {sat.map((exam) => (
          <li key={exam.attemptId} className="sat">
            <a href={`/learn/quiz/${exam.attemptId}/result`}>
              {t('satOn', { date: format.dateTime(exam.finishedAt, { dateStyle: 'long' }) })}
            </a>
            <span>
              {t(exam.passed ? 'satPassed' : 'satNotPassed', { score: exam.score, max: exam.maxScore })}
            </span>
            {exam.code === null ? null : (
              <a href={`/certificates/${showCertificateCode(exam.code)}`}>{t('certificate')}</a>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
