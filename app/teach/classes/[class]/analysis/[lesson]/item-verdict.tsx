import { getTranslations } from 'next-intl/server';
import type { ItemReading } from '#lib/analytics/item-reading.ts';

/** What the figures of a question come to, in words; of too few tries nothing but that. */
export async function ItemVerdict({ reading }: { reading: ItemReading }) {
  const t = await getTranslations('analysis');
  if (reading.kind === 'too-few') return <span className="meta">{t('tooFew')}</span>;
  const { facility, discrimination, quarantined, doubtful } = reading;
  return (
    <ul className="item-verdict">
      <li>
        {discrimination === 'wrong' ? (
          <b className="bad">{t('read.wrong')}</b>
        ) : discrimination === null ? (
          t('read.none')
        ) : (
          t(`read.${discrimination}`)
        )}
      </li>
      {facility === 'fits' ? null : <li>{t(`read.${facility}`)}</li>}
      {quarantined ? <li>{t('read.quarantined')}</li> : null}
      {doubtful && discrimination !== 'wrong' ? <li>{t('read.doubtful')}</li> : null}
    </ul>
  );
}
