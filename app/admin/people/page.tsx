import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { found } from '#app/_auth/found.ts';
import { requireViewer } from '#app/_auth/viewer.ts';
import { Frame } from '#app/_ui/frame.tsx';
import { first, type SearchParams } from '#app/_ui/search-param.ts';
import { listPeople } from '#db/queries/people.ts';
import { Outcome } from './outcome.tsx';
import { Person } from './person.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people'))('title') };
}

/** Everybody with an account: who may teach, who may not sign in. */
export default async function PeoplePage({ searchParams }: { searchParams: SearchParams }) {
  const viewer = await requireViewer('/admin/people');
  const query = await searchParams;
  const search = (first(query.search) ?? '')
    .replace(/\p{Cc}/gu, '')
    .trim()
    .slice(0, 200);
  const asked = Number.parseInt(first(query.page) ?? '1', 10);
  const page = Number.isSafeInteger(asked) && asked > 0 ? asked : 1;
  const view = await found(listPeople(viewer, { search, page }));
  const t = await getTranslations('people');
  const here = addressOf(search, view.page);
  return (
    <Frame viewer={viewer} at="people">
      <div className="wrap">
        <h1 className="title sans">{t('title')}</h1>
        <p className="lede">{t('lede')}</p>
        <search>
          <form className="row top before" action="/admin/people">
            <label className="vh" htmlFor="search">
              {t('search')}
            </label>
            <input
              className="input find"
              id="search"
              name="search"
              type="search"
              defaultValue={search}
              placeholder={t('searchHint')}
              maxLength={200}
            />
            <button type="submit" className="btn">
              {t('find')}
            </button>
            {search === '' ? null : <a href="/admin/people">{t('all')}</a>}
          </form>
        </search>
        <Outcome query={query} people={view.people} />
        <p className="meta gap">
          {search === '' ? t('count', { count: view.total }) : t('found', { count: view.total, search })}
        </p>
        {view.people.length === 0 ? (
          <div className="empty gap">
            <p>{t('nobody')}</p>
          </div>
        ) : (
          <ul className="lines persons">
            {view.people.map((person) => (
              <Person key={person.id} person={person} here={here} isViewer={person.id === viewer.userId} />
            ))}
          </ul>
        )}
        {view.pages < 2 ? null : (
          <nav className="row top" aria-label={t('pages')}>
            {view.page > 1 ? (
              <a className="btn sm" href={addressOf(search, view.page - 1)}>
                {t('previous')}
              </a>
            ) : null}
            <span className="meta">{t('page', { page: view.page, pages: view.pages })}</span>
            {view.page < view.pages ? (
              <a className="btn sm" href={addressOf(search, view.page + 1)}>
                {t('next')}
              </a>
            ) : null}
          </nav>
        )}
      </div>
    </Frame>
  );
}

function addressOf(search: string, page: number): string {
  const query = new URLSearchParams();
  if (search !== '') query.set('search', search);
  if (page > 1) query.set('page', String(page));
  return query.size === 0 ? '/admin/people' : `/admin/people?${query}`;
}
