import { getFormatter, getTranslations } from 'next-intl/server';
import { ActionForm } from '#app/_ui/action-form.tsx';
import type { SessionView } from '#db/queries/people.ts';
import { endSessionAction } from './actions.ts';
import { browserName } from './browser-name.ts';

/** The devices that are signed in; each but this one can be ended from here. */
export async function Sessions({ sessions }: { sessions: readonly SessionView[] }) {
  const t = await getTranslations('account');
  const format = await getFormatter();
  return (
    <ul className="lines">
      {sessions.map((session) => {
        const known = browserName(session.userAgent);
        const device =
          known === null
            ? t('unknownDevice')
            : known.system === null
              ? known.browser
              : t('device', { browser: known.browser, system: known.system });
        return (
          <li key={session.id} className="row">
            <div className="grow">
              <b>{device}</b>
              <p className="meta">
                {t('since', {
                  date: format.dateTime(session.createdAt, { dateStyle: 'medium', timeStyle: 'short' }),
                })}
              </p>
            </div>
            {session.current ? (
              <span className="chip pen">{t('thisDevice')}</span>
            ) : (
              <ActionForm
                action={endSessionAction}
                submit={t.rich('endSession', {
                  device,
                  hidden: (words) => <span className="vh">{words}</span>,
                })}
                tone="plain"
                small
                hidden={{ session: session.id, here: '/account' }}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}
