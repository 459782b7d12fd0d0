import { getFormatter, getTranslations } from 'next-intl/server';
import { courseLang } from '#app/_ui/course-lang.ts';
import { strokeOf } from '#app/_ui/levels.tsx';
import { wholePercent } from '#app/_ui/whole-percent.ts';
import type { ClassGridView, GridCellView } from '#db/queries/classes.ts';
import type { Level } from '#lib/mastery/level.ts';
import { SummaryBar } from './summary-bar.tsx';

/** Learners by lessons: a table that is also the picture. Every cell that holds something opens. */
export async function Grid({ grid }: { grid: ClassGridView }) {
  const t = await getTranslations('grid');
  const format = await getFormatter();
  const levels = await getTranslations('levels');
  const words: CellWords = {
    none: levels('none'),
    begun: t('begun'),
    begunWords: (answered) => t('begunWords', { answered }),
    cellTitle: (best, attempts) => t('cellTitle', { best, attempts }),
    cellWords: (level) => t('cellWords', { level: levels(level) }),
  };
  const now = new Date();
  return (
    <>
      <a className="vh jump" href="#after-grid">
        {t('skip')}
      </a>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="scroll heat" aria-labelledby="cap" tabIndex={0}>
        <table>
          <caption className="vh" id="cap">
            {t('caption')}
          </caption>
          <thead>
            <tr>
              <th scope="col" className="who">
                {t('learner')}
              </th>
              {grid.lessons.map((lesson) => (
                <th key={lesson.id} scope="col">
                  <a href={`/courses/${grid.course.slug}/${lesson.slug}`} title={lesson.title}>
                    <span className="ln">{lesson.position}</span>
                    <span className="lt" lang={courseLang}>
                      {lesson.title}
                    </span>
                  </a>
                </th>
              ))}
              <th scope="col" className="seen">
                {t('lastSeen')}
              </th>
            </tr>
            <tr className="sum">
              <th scope="row" className="who">
                {t('class')}
              </th>
              {grid.summary.map((summary) => (
                <SummaryBar key={summary.lessonId} summary={summary} />
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {grid.learners.map((learner) => {
              const page = `/teach/classes/${grid.id}/learners/${learner.userId}`;
              return (
                <tr key={learner.userId}>
                  <th scope="row" className="who">
                    <a href={page} title={learner.name}>
                      <span className="name">{learner.name}</span>
                    </a>
                  </th>
                  {learner.cells.map((cell, at) => (
                    <Cell
                      key={cell.lessonId}
                      cell={cell}
                      href={`${page}#${grid.lessons[at]?.slug ?? ''}`}
                      words={words}
                    />
                  ))}
                  <td className="seen">
                    {learner.lastActiveAt === null
                      ? t('neverSeen')
                      : format.relativeTime(learner.lastActiveAt, now)}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </>
  );
}

type CellWords = {
  none: string;
  begun: string;
  begunWords: (answered: number) => string;
  cellTitle: (best: number, attempts: number) => string;
  cellWords: (level: Level) => string;
};

/** The last try decides the colour and the number; words carry the rest. */
function Cell({ cell, href, words }: { cell: GridCellView; href: string; words: CellWords }) {
  if (cell.level !== null && cell.lastShare !== null) {
    const stroke = strokeOf[cell.level];
    const best = wholePercent(cell.bestShare ?? cell.lastShare);
    return (
      <td className={`u${stroke}`}>
        <a href={href} title={words.cellTitle(best, cell.attempts)}>
          <span className={`lv lv-${stroke}`}>{wholePercent(cell.lastShare)}</span>
          <span className="vh">{words.cellWords(cell.level)}</span>
        </a>
      </td>
    );
  }
  if (cell.openAnswered === null)
    return (
      <td className="u0">
        <span aria-hidden="true">–</span>
        <span className="vh">{words.none}</span>
      </td>
    );
  return (
    <td className="u0">
      <a href={href} className="begun">
        {words.begun}
        <span className="vh">{words.begunWords(cell.openAnswered)}</span>
      </a>
    </td>
  );
}
