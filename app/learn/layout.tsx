import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { getViewer } from '#app/_auth/viewer.ts';
import { OutboxSender } from './outbox-sender.tsx';

/** Every page of a learner sends what this device still holds. Pages below decide who may enter. */
export default async function LearnLayout({ children }: { children: ReactNode }) {
  const viewer = await getViewer();
  const t = await getTranslations('outbox');
  return (
    <>
      {children}
      {viewer === null ? null : (
        <OutboxSender userId={viewer.userId} words={{ one: t('one'), many: t('many') }} />
      )}
    </>
  );
}
