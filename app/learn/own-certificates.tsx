import { getTranslations } from 'next-intl/server';
import { courseLang } from '#app/_ui/course-lang.ts';
import { listCertificates } from '#db/queries/certificates.ts';
import { showCertificateCode } from '#lib/access/certificate-code.ts';
import type { Viewer } from '#lib/access/viewer.ts';

/** Where one's certificates are; nothing while there is none. */
export async function OwnCertificates({ viewer }: { viewer: Viewer }) {
  const own = await listCertificates(viewer);
  if (own.length === 0) return null;
  const t = await getTranslations('exam');
  return (
    <section>
      <h2>{t('certificates')}</h2>
      <ul className="asg">
        {own.map((certificate) => (
          <li key={certificate.code}>
            <a href={`/certificates/${showCertificateCode(certificate.code)}`} lang={courseLang}>
              {certificate.courseTitle}
            </a>
            <br />
            {t('certificateOf', { date: certificate.issuedAt })}
          </li>
        ))}
      </ul>
    </section>
  );
}
