import { getTranslations } from 'next-intl/server';
import { ActionForm } from '#app/_ui/action-form.tsx';
import { courseLang } from '#app/_ui/course-lang.ts';
import { disputeAction } from '#app/learn/quiz/actions.ts';
import type { DisputeView } from '#db/queries/disputes.ts';
import { FocusOnce } from './focus-once.tsx';

/** Where the question was answered, as its address and its form name it. */
export type Disputable = {
  page: string;
  fields: { attempt: string; position: string } | { review: string };
  sent: DisputeView | null;
  /** The form, or what was sent, was asked for: otherwise a link stands here. */
  isAsked: boolean;
};

/** "This question seems wrong": a link, then a form, then what was sent. */
export async function Dispute({ page, fields, sent, isAsked }: Disputable) {
  const t = await getTranslations('dispute');
  if (sent === null && !isAsked)
    return (
      <p className="seems-wrong">
        <a href={`${page}?dispute=1#dispute`}>{t('title')}</a>
      </p>
    );
  return (
    <section className="seems-wrong" aria-labelledby="dispute">
      <h2 className="h2" id="dispute" tabIndex={-1}>
        {t(sent === null ? 'title' : 'sentTitle')}
      </h2>
      {sent === null ? (
        <>
          <p className="meta">{t('lede')}</p>
          <ActionForm
            action={disputeAction}
            submit={t('send')}
            hidden={{ ...fields, disputeId: crypto.randomUUID(), here: `${page}?dispute=1` }}
            fields={[
              { name: 'words', label: t('words'), rows: 4 },
              { name: 'quote', label: t('quote'), help: t('quoteHelp'), rows: 3, required: false },
            ]}
          />
        </>
      ) : (
        <div className="note pen">
          <p className="own-words">{sent.words}</p>
          {sent.quote === '' ? null : (
            <blockquote className="source" lang={courseLang}>
              {sent.quote}
            </blockquote>
          )}
          <p className="meta">{t('sent', { when: sent.sentAt })}</p>
          {isAsked ? <FocusOnce target="dispute" name={`${page} dispute`} /> : null}
        </div>
      )}
    </section>
  );
}
