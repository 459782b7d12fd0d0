import { getTranslations } from 'next-intl/server';

/** Looks a class code up: a plain GET, so it works before JavaScript and for people without an account. */
export async function CodeForm({
  typed,
  problem,
}: {
  typed?: string | undefined;
  problem?: string | undefined;
}) {
  const t = await getTranslations('join');
  return (
    <form className="stack-s" action="/join">
      <div className="field">
        <label htmlFor="code">{t('code')}</label>
        <div className="row">
          <input
            className="input code-in"
            id="code"
            name="code"
            required
            defaultValue={typed}
            placeholder="KTR-MWQ"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={20}
            aria-invalid={problem === undefined ? undefined : true}
            aria-describedby={problem === undefined ? undefined : 'code-error'}
          />
          <button type="submit" className="btn">
            {t('lookUp')}
          </button>
        </div>
        {problem === undefined ? null : (
          <p className="err" id="code-error">
            {problem}
          </p>
        )}
      </div>
    </form>
  );
}
