import { getFormatter, getTranslations } from 'next-intl/server';
import { ActionForm } from '#app/_ui/action-form.tsx';
import type { PersonView } from '#db/queries/people.ts';
import { roles } from '#lib/access/viewer.ts';
import { changeRoleAction, restoreAction, suspendAction } from './actions.ts';

/** One account: who, since when, as what; its changes stay folded until they are wanted. */
export async function Person({
  person,
  here,
  isViewer,
}: {
  person: PersonView;
  here: string;
  isViewer: boolean;
}) {
  const t = await getTranslations('people');
  const format = await getFormatter();
  const hidden = { userId: person.id, here };
  return (
    <li className="person">
      <div>
        <b>{person.name}</b>
        <p className="meta break">{person.email}</p>
      </div>
      <p className="row marks">
        <span className={person.role === 'learner' ? 'chip' : 'chip pen'}>{t(`role.${person.role}`)}</span>
        {person.suspended ? <span className="chip proof">{t('isSuspended')}</span> : null}
      </p>
      <p className="meta">
        {person.lastSignInAt === null
          ? t('neverSignedIn', { date: format.dateTime(person.createdAt, { dateStyle: 'medium' }) })
          : t('signedIn', { ago: format.relativeTime(person.lastSignInAt, new Date()) })}
      </p>
      {isViewer ? (
        <p className="meta">{t('you')}</p>
      ) : (
        <details className="data">
          <summary>
            {t.rich('change', { name: person.name, hidden: (words) => <span className="vh">{words}</span> })}
          </summary>
          <div className="changes">
            <ActionForm
              action={changeRoleAction}
              submit={t('changeRole')}
              tone="plain"
              small
              className="stack-s"
              hidden={hidden}
              fields={[
                {
                  name: 'role',
                  label: t('roleOf'),
                  options: roles.map((role) => ({ value: role, text: t(`role.${role}`) })),
                  defaultValue: person.role,
                },
              ]}
            />
            {person.suspended ? (
              <ActionForm action={restoreAction} submit={t('restore')} tone="plain" small hidden={hidden}>
                <p className="meta">{t('restoreText')}</p>
              </ActionForm>
            ) : (
              <ActionForm action={suspendAction} submit={t('suspend')} tone="proofed" small hidden={hidden}>
                <p className="meta">{t('suspendText')}</p>
              </ActionForm>
            )}
          </div>
        </details>
      )}
    </li>
  );
}
