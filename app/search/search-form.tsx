import { getTranslations } from 'next-intl/server';
import { longestQuery } from '#lib/text/search-query.ts';

/** A plain form: what is looked for stands in the address. */
export async function SearchForm({ query = '' }: { query?: string }) {
  const t = await getTranslations('search');
  return (
    <search>
      <form className="search" action="/search">
        <label htmlFor="q">{t('label')}</label>
        <div className="row">
          <input
            className="input"
            id="q"
            type="search"
            name="q"
            defaultValue={query}
            maxLength={longestQuery}
            autoComplete="off"
          />
          <button type="submit" className="btn">
            {t('look')}
          </button>
        </div>
      </form>
    </search>
  );
}
