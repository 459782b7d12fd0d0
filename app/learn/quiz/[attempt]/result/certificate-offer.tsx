import { getTranslations } from 'next-intl/server';
import { askForCertificate } from '#app/learn/exam/actions.ts';
import type { ExamResultView } from '#db/queries/exams.ts';
import { showCertificateCode } from '#lib/access/certificate-code.ts';

/** A certificate for whoever wants one: what it will show, before it is made; then where it is. */
export async function CertificateOffer({ result, name }: { result: ExamResultView; name: string }) {
  const t = await getTranslations('exam');
  return (
    <section aria-labelledby="certificate">
      <h2 className="h2" id="certificate">
        {t('certificate')}
      </h2>
      {result.code === null ? (
        <form action={askForCertificate}>
          <input type="hidden" name="attempt" value={result.attemptId} />
          <p>{t('certificateText', { name })}</p>
          <p className="gap">
            <button type="submit" className="btn go">
              {t('certificateAsk')}
            </button>
          </p>
        </form>
      ) : (
        <p>
          <a className="btn go" href={`/certificates/${showCertificateCode(result.code)}`}>
            {t('certificateOpen')}
          </a>
        </p>
      )}
    </section>
  );
}
