import { useTranslations } from 'next-intl';
import type { Knowing } from '#lib/mastery/knowing.ts';

/** The line of a state, by pattern and not by colour alone: dotted, dashed, solid. */
export const lineOf = {
  missed: 'off lv lv-1',
  shaky: 't2 lv lv-2',
  known: 't4 lv lv-3',
} as const satisfies Record<Knowing, string>;

/** A state's word over its own line; nothing under what is not answered yet. */
export function KnowingWord({ knowing }: { knowing: Knowing | null }) {
  const t = useTranslations('knowing');
  if (knowing === null) return <span className="meta">{t('none')}</span>;
  return <span className={`painted ${lineOf[knowing]}`}>{t(knowing)}</span>;
}
