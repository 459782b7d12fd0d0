import { getTranslations } from 'next-intl/server';
import { readToday } from '#db/queries/today.ts';
import type { Viewer } from '#lib/access/viewer.ts';
import { ForgetCookie } from './forget-cookie.tsx';
import { justJoinedCookie, readJustJoined } from './just-joined-cookie.ts';

/** "You are in CLASS now", once, to somebody who has just joined it and is in it. */
export async function JustJoined({ viewer }: { viewer: Viewer | null }) {
  const classId = await readJustJoined();
  if (viewer === null || classId === null) return null;
  const joined = (await readToday(viewer)).classes.find((own) => own.id === classId);
  if (joined === undefined) return null;
  const t = await getTranslations('join');
  return (
    <div className="note ok before" role="status">
      <p>{t('justJoined', { name: joined.name })}</p>
      <ForgetCookie name={justJoinedCookie} />
    </div>
  );
}
