import type { Metadata } from 'next';
import { getFormatter, getTranslations } from 'next-intl/server';
import { found } from '#app/_auth/found.ts';
import { requireViewer } from '#app/_auth/viewer.ts';
import { Crumbs } from '#app/_ui/crumbs.tsx';
import { Frame } from '#app/_ui/frame.tsx';
import { readDeletion } from '#db/queries/own-deletion.ts';
import { Downloads } from '../downloads.tsx';
import { DeleteForm } from './delete-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('deleteAccount'))('title') };
}

/** What goes and what stays, the record to take along, and then the one way to go. */
export default async function DeleteAccountPage() {
  const viewer = await requireViewer('/account/delete');
  const deletion = await found(readDeletion(viewer));
  const { answers, notes, certificates, handedOn, closed } = deletion;
  const t = await getTranslations('deleteAccount');
  const account = await getTranslations('account');
  const record = await getTranslations('ownRecord');
  const format = await getFormatter();
  return (
    <Frame viewer={viewer} at="account">
      <div className="wrap">
        <Crumbs entries={[{ href: '/account', text: account('title') }, { text: t('title') }]} />
        <h1 className="title sans">{t('title')}</h1>
        <p className="lede">{t('lede')}</p>
        <div className="edition even top">
          <div className="stack-l">
            <section aria-labelledby="goes">
              <h2 className="h2" id="goes">
                {t('goes')}
              </h2>
              <ul className="lines">
                <li className="break">{t('goesPerson', { email: deletion.email })}</li>
                {answers === 0 ? null : <li>{t('goesAnswers', { answers })}</li>}
                <li>{t('goesNotes', { notes })}</li>
                {certificates === 0 ? null : <li>{t('goesCertificates', { certificates })}</li>}
                <li>{t('goesClasses')}</li>
                {closed.length === 0 ? null : (
                  <li className="break">
                    {t('closed', { classes: closed.length, names: format.list(closed) })}
                  </li>
                )}
              </ul>
            </section>
            <section aria-labelledby="stays">
              <h2 className="h2" id="stays">
                {t('stays')}
              </h2>
              <ul className="lines">
                <li>{t('staysCounts')}</li>
                <li>{t('staysLog')}</li>
                {handedOn.length === 0 ? null : (
                  <li className="break">
                    {t('handedOn', { classes: handedOn.length, names: format.list(handedOn) })}
                  </li>
                )}
                <li>{t('staysBackups')}</li>
              </ul>
            </section>
          </div>
          <div className="stack-l">
            <section aria-labelledby="first">
              <h2 className="h2" id="first">
                {record('title')}
              </h2>
              <p className="meta">{t('takeFirst')}</p>
              <Downloads />
            </section>
            <section aria-labelledby="go">
              <h2 className="h2" id="go">
                {t('decide')}
              </h2>
              {deletion.isLastAdmin ? (
                <div className="note proof">
                  <p>{t.rich('lastAdmin', { a: (words) => <a href="/admin/people">{words}</a> })}</p>
                </div>
              ) : (
                <DeleteForm hasPassword={deletion.hasPassword} email={deletion.email} />
              )}
            </section>
          </div>
        </div>
      </div>
    </Frame>
  );
}
