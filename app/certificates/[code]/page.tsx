import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getFormatter, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { publicAddress } from '#app/_auth/public-address.ts';
import { getViewer } from '#app/_auth/viewer.ts';
import { courseLang } from '#app/_ui/course-lang.ts';
import { Frame } from '#app/_ui/frame.tsx';
import { PrintButton } from '#app/_ui/print-button.tsx';
import { findCertificate } from '#db/queries/certificates.ts';
import { showCertificateCode } from '#lib/access/certificate-code.ts';

type Props = { params: Promise<{ code: string }> };

const load = cache(async (code: string) => {
  const viewer = await getViewer();
  const certificate = await findCertificate(viewer, decoded(code));
  if (certificate === null) notFound();
  return { viewer, certificate };
});

/** Not for search engines: whoever was given the address finds it, and nobody finds a name by it. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { certificate } = await load((await params).code);
  const t = await getTranslations('certificate');
  return {
    title: t('pageTitle', { name: certificate.name }),
    robots: { index: false, follow: false },
  };
}

/** A certificate to print, and the page that tells anybody who was shown it whether it is true. */
export default async function CertificatePage({ params }: Props) {
  const { viewer, certificate } = await load((await params).code);
  const t = await getTranslations('certificate');
  const format = await getFormatter();
  const origin = await publicAddress();
  const shown = showCertificateCode(certificate.code);
  const date = format.dateTime(certificate.passedAt, { dateStyle: 'long' });
  return (
    <Frame viewer={viewer}>
      <div className="wrap">
        <article className="cert" aria-labelledby="cert-title">
          <h1 id="cert-title">{t('title')}</h1>
          <p className="cert-line">{t('given')}</p>
          <p className="cert-name">{certificate.name}</p>
          <p className="cert-line">{t('forExam')}</p>
          <p className="cert-course" lang={courseLang}>
            {certificate.courseTitle}
          </p>
          <dl className="cert-facts">
            <div>
              <dt>{t('date')}</dt>
              <dd>{date}</dd>
            </div>
            <div>
              <dt>{t('result')}</dt>
              <dd>{t('resultText', { share: certificate.share, asked: certificate.asked })}</dd>
            </div>
            <div>
              <dt>{t('code')}</dt>
              <dd className="cert-code">{shown}</dd>
            </div>
          </dl>
          <p className="cert-check">
            {t('check')} <span className="cert-address">{`${origin}/certificates/${shown}`}</span>
          </p>
          <p className="cert-check">{t('honest')}</p>
        </article>
        <div className="cert-beside">
          <p>{t('true', { host: new URL(origin).host })}</p>
          <p className="row gap">
            <PrintButton label={t('print')} />
          </p>
        </div>
      </div>
    </Frame>
  );
}

/** As it stands in the address; what cannot be decoded is no code. */
function decoded(code: string): string {
  try {
    return decodeURIComponent(code);
  } catch {
    return '';
  }
}
