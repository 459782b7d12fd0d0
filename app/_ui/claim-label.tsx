import { useTranslations } from 'next-intl';
import type { ClaimLabel as Label } from '#lib/course/model.ts';
import { claimSigns } from './claim-signs.ts';

/** What kind of claim it is, and who says it. */
export function ClaimLabel({ label, attribution }: { label: Label; attribution: string | null }) {
  const t = useTranslations('claims');
  return (
    <span className="claim">
      <span className="sign" aria-hidden="true">
        {claimSigns[label]}
      </span>
      <span>
        <b>{t(label)}</b>
        {attribution === null ? null : `, ${attribution === 'the article' ? t('theArticle') : attribution}`}
      </span>
    </span>
  );
}
