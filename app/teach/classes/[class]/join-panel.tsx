import { getTranslations } from 'next-intl/server';
import { CopyButton } from '#app/_ui/copy-button.tsx';
import { showJoinCode } from '#lib/access/join-code.ts';

/** The code to read aloud and the link to send. Wide while nobody has joined, a line afterwards. */
export async function JoinPanel({ code, link, isEmpty }: { code: string; link: string; isEmpty: boolean }) {
  const t = await getTranslations('grid');
  return (
    <section className={isEmpty ? 'empty invite' : 'invite row before'} aria-labelledby="invite">
      {isEmpty ? (
        <>
          <h2 className="h2" id="invite">
            {t('emptyTitle')}
          </h2>
          <p>{t('emptyText')}</p>
        </>
      ) : (
        <h2 className="vh" id="invite">
          {t('invite')}
        </h2>
      )}
      <p className="bigcode">
        <span className="vh">{t('code')} </span>
        {showJoinCode(code)}
      </p>
      <div className="row grow">
        <label className="vh" htmlFor="join-link">
          {t('link')}
        </label>
        <input className="input link-in" id="join-link" readOnly defaultValue={link} />
        <CopyButton from="join-link" label={t('copy')} done={t('copied')} />
      </div>
    </section>
  );
}
