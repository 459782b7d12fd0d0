import { useTranslations } from 'next-intl';
import { claimSigns } from '#app/_ui/claim-signs.ts';
import type { ParagraphView } from '#db/queries/courses.ts';
import { claimLabels } from '#lib/course/model.ts';

/** What the labels in the margin mean, of those that the lesson has. */
export function ClaimKey({ paragraphs }: { paragraphs: readonly ParagraphView[] }) {
  const t = useTranslations('reading');
  const claims = useTranslations('claims');
  const here = new Set(paragraphs.flatMap((paragraph) => paragraph.claims.map(({ label }) => label)));
  if (here.size === 0) return null;
  return (
    <details className="claim-key">
      <summary>{t('marks')}</summary>
      <dl>
        {claimLabels
          .filter((label) => here.has(label))
          .map((label) => (
            <div key={label}>
              <dt className="claim">
                <span className="sign" aria-hidden="true">
                  {claimSigns[label]}
                </span>
                <b>{claims(label)}</b>
              </dt>
              <dd>{t(`kinds.${label}`)}</dd>
            </div>
          ))}
      </dl>
      <p>{t('whose')}</p>
    </details>
  );
}
