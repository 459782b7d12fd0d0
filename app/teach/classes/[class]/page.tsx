import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { publicAddress } from '#app/_auth/public-address.ts';
import { Crumbs } from '#app/_ui/crumbs.tsx';
import { Frame } from '#app/_ui/frame.tsx';
import { LevelLegend } from '#app/_ui/levels.tsx';
import { first, type SearchParams } from '#app/_ui/search-param.ts';
import { AnalysisLinks } from './analysis-links.tsx';
import { ClassFiles } from './class-files.tsx';
import { Grid } from './grid.tsx';
import { JoinPanel } from './join-panel.tsx';
import { learnerOrders, orderFrom, sortLearners } from './learner-order.ts';
import { loadGrid } from './load-grid.ts';

type Props = { params: Promise<{ class: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await loadGrid((await params).class)).grid.name };
}

/** The class as one table: learners by lessons. A class without learners says how to get them. */
export default async function ClassPage({ params, searchParams }: Props) {
  const { viewer, grid } = await loadGrid((await params).class);
  const order = orderFrom(first((await searchParams).sort));
  const t = await getTranslations('grid');
  const teach = await getTranslations('teach');
  const link = `${await publicAddress()}/join/${grid.joinCode}`;
  const isEmpty = grid.learners.length === 0;
  return (
    <Frame viewer={viewer} at="teach">
      <div className="wrap">
        <Crumbs entries={[{ href: '/teach', text: teach('title') }, { text: grid.name }]} />
        <div className="headrow">
          <div>
            <h1 className="title sans">{grid.name}</h1>
            <p className="lede">
              {t.rich(isEmpty ? 'ledeEmpty' : 'lede', {
                learners: grid.learners.length,
                lessons: grid.lessons.length,
                title: grid.course.title,
                cite: (words) => <cite>{words}</cite>,
              })}
            </p>
          </div>
          <p className="row">
            <a className="btn" href={`/teach/classes/${grid.id}/settings`}>
              {t('settings')}
            </a>
          </p>
        </div>
        {grid.archived ? (
          <div className="note before">
            <p>{t('archived')}</p>
          </div>
        ) : (
          <JoinPanel code={grid.joinCode} link={link} isEmpty={isEmpty} />
        )}
        {isEmpty ? null : (
          <>
            <div className="row gridkey">
              <LevelLegend withNone />
              <nav className="push row sort" aria-label={t('sortBy')}>
                <span className="meta">{t('sortBy')}</span>
                <ul className="seg">
                  {learnerOrders.map((one) => (
                    <li key={one}>
                      <a
                        href={`/teach/classes/${grid.id}${one === 'name' ? '' : `?sort=${one}`}`}
                        aria-current={one === order ? 'true' : undefined}
                      >
                        {t(`sort.${one}`)}
                      </a>
                    </li>
                  ))}
                </ul>
              </nav>
            </div>
            <Grid grid={{ ...grid, learners: sortLearners(grid.learners, order, await getLocale()) }} />
            <p className="meta under" id="after-grid" tabIndex={-1}>
              {t('under')}
            </p>
            <AnalysisLinks grid={grid} />
          </>
        )}
        <ClassFiles classId={grid.id} hasLearners={!isEmpty} />
      </div>
    </Frame>
  );
}
