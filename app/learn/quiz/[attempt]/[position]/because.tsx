import { getTranslations } from 'next-intl/server';
import type { QuestionView } from '#db/queries/attempts.ts';

/** Why this question was drawn, in one line; nothing in a first quiz, which asks everybody the same. */
export async function Because({ draw }: Pick<QuestionView, 'draw'>) {
  if (draw === null) return null;
  const t = await getTranslations('because');
  return (
    <p className="meta because">
      {draw.missedAt === null ? t(draw.why) : t('missedOn', { when: draw.missedAt })}
    </p>
  );
}
