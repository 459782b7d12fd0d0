import { getLocale, getTranslations } from 'next-intl/server';
import { courseLang } from '#app/_ui/course-lang.ts';
import { wholePercent } from '#app/_ui/whole-percent.ts';
import type { AnalysedItemView, ClassAnalysisView } from '#db/queries/class-analysis.ts';
import { anchorOf } from '#lib/course/evidence.ts';
import { decimal, whole } from './figure-text.ts';
import { ItemVerdict } from './item-verdict.tsx';
import { Whisker } from './whisker.tsx';

/** Every question with its two figures and what they say; a table that is also the picture. */
export async function ItemTable({ analysis }: { analysis: ClassAnalysisView }) {
  const t = await getTranslations('analysis');
  const lessonPage = `/courses/${analysis.course.slug}/${analysis.lesson.slug}`;
  return (
    <div className="page tablewrap">
      <table className="table items">
        <caption className="vh">{t('caption', { count: analysis.items.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('sentence')}</th>
            <th scope="col">{t('question')}</th>
            <th scope="col">{t('tried')}</th>
            <th scope="col">
              {t('right')} <span className="sub">{t('rightScale')}</span>
            </th>
            <th scope="col">
              {t('tells')} <span className="sub">{t('tellsScale')}</span>
            </th>
            <th scope="col">{t('reading')}</th>
          </tr>
        </thead>
        <tbody>
          {analysis.items.map((item) => (
            <ItemRow key={item.number} item={item} lessonPage={lessonPage} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

async function ItemRow({ item, lessonPage }: { item: AnalysedItemView; lessonPage: string }) {
  const t = await getTranslations('analysis');
  return (
    <tr>
      <td>
        {item.address === null ? null : (
          <a className="ref" href={`${lessonPage}#${anchorOf(item.address)}`}>
            <span className="vh">{t('openLesson')} </span>
            {item.address}
          </a>
        )}
      </td>
      <th scope="row">
        <a href={`#q${item.number}`} lang={courseLang}>
          {item.stem}
        </a>
      </th>
      <td data-l={t('tried')}>{item.statistics.n}</td>
      <Facility item={item} />
      <Discrimination item={item} />
      <td data-l={t('reading')}>
        <ItemVerdict reading={item.statistics.reading} />
      </td>
    </tr>
  );
}

async function Facility({ item }: { item: AnalysedItemView }) {
  const t = await getTranslations('analysis');
  const { facility, facilityInterval } = item.statistics;
  const [low, high] = [wholePercent(facilityInterval.low), wholePercent(facilityInterval.high)];
  if (facility === null) return <td data-l={t('right')}>–</td>;
  // A decimal, so that 29.6 does not read as 30, which is not hard.
  const percent = decimal(100 * facility, await getLocale(), 1);
  return (
    <td data-l={t('right')}>
      <span className="fig">{t('percent', { share: percent })}</span>
      <Whisker
        value={facility}
        interval={facilityInterval}
        from={0}
        to={1}
        marks={[0.3, 0.9]}
        label={t('rightLabel', { share: percent, low, high })}
      />
      <span className="ci">{t('range', { low: `${low}`, high: `${high}` })}</span>
    </td>
  );
}

async function Discrimination({ item }: { item: AnalysedItemView }) {
  const t = await getTranslations('analysis');
  const { discrimination, discriminationInterval, reading } = item.statistics;
  if (discrimination === null)
    return (
      <td data-l={t('tells')}>
        <span className="meta">{t('undefined')}</span>
      </td>
    );
  const value = decimal(discrimination, await getLocale(), 1);
  const range =
    discriminationInterval === null
      ? t('noRange')
      : t('range', { low: whole(discriminationInterval.low), high: whole(discriminationInterval.high) });
  return (
    <td data-l={t('tells')}>
      <span className="fig">{value}</span>
      <Whisker
        value={discrimination}
        interval={discriminationInterval}
        from={-100}
        to={100}
        marks={[0]}
        isBad={reading.kind === 'read' && reading.discrimination === 'wrong'}
        label={t('tellsLabel', { value, range })}
      />
      <span className="ci">{range}</span>
    </td>
  );
}
