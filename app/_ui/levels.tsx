import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { type Level, levels } from '#lib/mastery/level.ts';

export const strokeOf = { attempted: 1, familiar: 2, proficient: 3, mastered: 4 } as const satisfies Record<
  Level,
  number
>;

/** A level's word over its own line. */
export function LevelWord({ level, children }: { level: Level; children?: ReactNode }) {
  const t = useTranslations('levels');
  return <span className={`lv lv-${strokeOf[level]}`}>{children ?? t(level)}</span>;
}

export function LevelLegend({ withNone = false }: { withNone?: boolean }) {
  const t = useTranslations('levels');
  return (
    <ul className="legend" aria-label={t('legend')}>
      {levels.map((level) => (
        <li key={level}>
          <LevelWord level={level} />
        </li>
      ))}
      {withNone ? (
        <li>
          <span className="swatch u0" />
          {t('none')}
        </li>
      ) : null}
    </ul>
  );
}
