import { getTranslations } from 'next-intl/server';
import { type CountedAttempt, countedAttempts } from '#db/queries/class-sittings.ts';

/** Which try of each learner the figures count, and what that choice does. */
export async function CountedChoice({
  counted,
  addressOf,
}: {
  counted: CountedAttempt;
  addressOf: (one: CountedAttempt) => string;
}) {
  const t = await getTranslations('analysis');
  return (
    <nav className="row sort before" aria-label={t('counted')}>
      <span className="meta">{t('counted')}</span>
      <ul className="seg">
        {countedAttempts.map((one) => (
          <li key={one}>
            <a href={addressOf(one)} aria-current={one === counted ? 'true' : undefined}>
              {t(`tries.${one}`)}
            </a>
          </li>
        ))}
      </ul>
      {counted === 'first' ? null : <span className="meta">{t('mixed')}</span>}
    </nav>
  );
}
