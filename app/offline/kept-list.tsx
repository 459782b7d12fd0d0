'use client';

import { useEffect, useState } from 'react';
import { type KeptPage, listKeptPages } from '#app/_offline/kept-pages.ts';
import { questionIn } from '#app/_offline/what-is-kept.ts';
import { courseLang } from '#app/_ui/course-lang.ts';
import { isKeptHere } from '#app/learn/outbox.ts';

type Words = {
  locale: string;
  again: string;
  lessons: string;
  quizzes: string;
  none: string;
  goOn: string;
  given: string;
  allGivenShort: string;
};

type Quiz = { attempt: string; title: string; within: string; open: string | null; given: number };

/** The lessons and the open quizzes that this device keeps, as they are now. */
export function KeptList({ words }: { words: Words }) {
  const [kept, setKept] = useState<{ lessons: KeptPage[]; quizzes: Quiz[] } | null>(null);

  useEffect(() => {
    const none = { lessons: [], quizzes: [] };
    listKeptPages().then(
      (pages) => setKept({ lessons: byTitle(pages), quizzes: quizzesIn(pages) }),
      () => setKept(none),
    );
  }, []);

  // The address is that of the page that was asked for.
  const again = (
    <p className="row gap">
      <button type="button" className="btn go" onClick={() => location.reload()}>
        {words.again}
      </button>
    </p>
  );
  if (kept === null) return again;
  const count = new Intl.NumberFormat(words.locale);
  return (
    <>
      {again}
      <div className="stack-l top">
        {kept.lessons.length + kept.quizzes.length === 0 ? <p>{words.none}</p> : null}
        {kept.quizzes.length === 0 ? null : (
          <section aria-labelledby="quizzes">
            <h2 className="h2" id="quizzes">
              {words.quizzes}
            </h2>
            <ul className="lines">
              {kept.quizzes.map((quiz) => (
                <li key={quiz.attempt}>
                  <p lang={courseLang}>{quiz.title}</p>
                  <p className="meta">
                    {quiz.open === null ? words.allGivenShort : <a href={quiz.open}>{words.goOn}</a>}{' '}
                    {quiz.given === 0 ? null : words.given.replace('#', count.format(quiz.given))}
                  </p>
                </li>
              ))}
            </ul>
          </section>
        )}
        {kept.lessons.length === 0 ? null : (
          <section aria-labelledby="lessons">
            <h2 className="h2" id="lessons">
              {words.lessons}
            </h2>
            <ul className="lines">
              {kept.lessons.map((lesson) => (
                <li key={lesson.path}>
                  <a href={lesson.path} lang={courseLang}>
                    {lesson.title}
                  </a>
                  <p className="meta" lang={courseLang}>
                    {lesson.within}
                  </p>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </>
  );
}

function byTitle(pages: readonly KeptPage[]): KeptPage[] {
  return pages
    .filter(({ kind }) => kind === 'lesson')
    .sort((a, b) => a.within.localeCompare(b.within) || a.title.localeCompare(b.title));
}

/** Each attempt with its first question that has no answer, neither saved nor waiting here. */
function quizzesIn(pages: readonly KeptPage[]): Quiz[] {
  const quizzes = new Map<string, Quiz>();
  const questions = pages.flatMap((page) => {
    const question = questionIn(page.path);
    return question === null ? [] : [{ ...page, ...question }];
  });
  for (const { attempt, position, path, title, within } of questions.sort(
    (a, b) => a.position - b.position,
  )) {
    const quiz = quizzes.get(attempt) ?? { attempt, title, within, open: null, given: 0 };
    if (isKeptHere(attempt, position)) quiz.given += 1;
    else quiz.open ??= path;
    quizzes.set(attempt, quiz);
  }
  return [...quizzes.values()];
}
