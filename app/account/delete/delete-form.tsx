import { getTranslations } from 'next-intl/server';
import { ActionForm } from '#app/_ui/action-form.tsx';
import { deleteAccountAction } from './actions.ts';

/** Who goes shows that it is they, says so once more, and goes; the way back stands above. */
export async function DeleteForm({ hasPassword, email }: { hasPassword: boolean; email: string }) {
  const t = await getTranslations('deleteAccount');
  return (
    <>
      <p className="before">
        <a className="btn" href="/account">
          {t('keep')}
        </a>
      </p>
      <ActionForm
        action={deleteAccountAction}
        submit={t('submit')}
        tone="proofed"
        hidden={{ here: '/account/delete' }}
        fields={[
          hasPassword
            ? {
                name: 'password',
                label: t('password'),
                type: 'password',
                autoComplete: 'current-password',
              }
            : { name: 'email', label: t('email'), help: email, type: 'email', autoComplete: 'off' },
        ]}
      >
        <label className="consent">
          <input type="checkbox" name="sure" value="yes" required />
          <span>{t('sure')}</span>
        </label>
      </ActionForm>
    </>
  );
}
