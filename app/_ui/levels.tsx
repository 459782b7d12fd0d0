import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Level } from '#lib/mastery/level.ts';

export const strokeOf: Record<Level, 1 | 2 | 3> = { attempted: 1, familiar: 2, proficient: 3 };

/** A level's word over its own line. */
export function LevelWord({ level, children }: { level: Level; children?: ReactNode }) {
  const t = useTranslations('levels');
  return <span className={`lv lv-${strokeOf[level]}`}>{children ?? t(level)}</span>;
}

export function LevelLegend({ withNone = false }: { withNone?: boolean }) {
  const t = useTranslations('levels');
  return (
    <ul className="legend" aria-label={t('legend')}>
      <li>
        <LevelWord level="attempted" />
      </li>
      <li>
        <LevelWord level="familiar" />
      </li>
      <li>
        <LevelWord level="proficient" />
      </li>
      {withNone ? (
        <li>
          <span className="swatch u0" />
          {t('none')}
        </li>
      ) : null}
    </ul>
  );
}
