import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { found } from '#app/_auth/found.ts';
import { requireViewer } from '#app/_auth/viewer.ts';
import { keepThisPage } from '#app/_offline/keep-this-page.ts';
import { Frame } from '#app/_ui/frame.tsx';
import { first, type SearchParams } from '#app/_ui/search-param.ts';
import { openPlaces } from '#app/learn/outbox-rules.ts';
import { type QuestionView, readQuestion } from '#db/queries/attempts.ts';
import { readHint } from '#db/queries/hints.ts';
import { Because } from './because.tsx';
import { QuestionFeedback } from './feedback.tsx';
import { HandIn, LeftOpen } from './hand-in.tsx';
import { AskForHint, Hint } from './hint.tsx';
import { onwardFrom } from './onward.ts';
import { openAfter } from './open-after.ts';
import { QuestionForm } from './question-form.tsx';
import { questionWords } from './question-words.ts';
import { SavedAnswer } from './saved.tsx';
import { SitBar } from './sit-bar.tsx';

type Props = {
  params: Promise<{ attempt: string; position: string }>;
  searchParams: SearchParams;
};

const load = cache(async (attempt: string, position: string) => {
  const viewer = await requireViewer(`/learn/quiz/${attempt}/${position}`);
  if (!/^[1-9]\d{0,2}$/.test(position)) notFound();
  return { viewer, question: await found(readQuestion(viewer, attempt, Number(position))) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { attempt, position } = await params;
  const { question } = await load(attempt, position);
  const t = await getTranslations('quiz');
  return {
    title: t('title', { position: question.position, total: question.total }),
    ...(isOpen(question) ? { other: keepOpen(question) } : {}),
  };
}

/** It waits for an answer, and may still be given one. */
function isOpen({ response, saved, finished }: QuestionView): boolean {
  return response === null && saved === null && !finished;
}

/** While a question is open its reader may keep it, with the other open ones and the lesson. */
function keepOpen({ attemptId, position, total, answered, lesson, course }: QuestionView) {
  return keepThisPage({
    title: lesson.title,
    within: course.title,
    also: [
      ...openPlaces(position, total, answered).map((place) => `/learn/quiz/${attemptId}/${place}`),
      `/courses/${course.slug}/${lesson.slug}`,
    ],
  });
}

/** One question: asked while it has no answer, with its evidence once it has one, and in an exam once that is handed in. */
export default async function QuestionPage({ params, searchParams }: Props) {
  const { attempt, position } = await params;
  const { viewer, question } = await load(attempt, position);
  const query = await searchParams;
  const problem = first(query.problem) ?? null;
  const open = isOpen(question);
  const hint =
    open && first(query.hint) === '1' ? await found(readHint(viewer, attempt, question.position)) : null;
  return (
    <Frame viewer={viewer} at="courses">
      <div className={question.response === null ? 'wrap sit' : 'wrap'}>
        <SitBar question={question} />
        {open ? <Because draw={question.draw} /> : null}
        {question.saved !== null ? (
          <SavedAnswer
            question={question}
            saved={question.saved}
            isFromElsewhere={problem === 'already-answered'}
          />
        ) : question.response === null && question.finished ? (
          <LeftOpen question={question} />
        ) : question.response === null ? (
          <QuestionForm
            // A new question is a new form: nothing of the last answer may linger in it.
            key={question.position}
            userId={viewer.userId}
            attemptId={question.attemptId}
            position={question.position}
            total={question.total}
            answered={question.answered}
            item={question.item}
            responseId={crypto.randomUUID()}
            isMarked={question.marked.includes(question.position)}
            nextOpen={openAfter(question)}
            words={await questionWords(question)}
            goesOn={question.exam ? onwardFrom(question).href : null}
            problem={problem}
          />
        ) : (
          <QuestionFeedback
            question={question}
            response={question.response}
            isFromElsewhere={problem === 'already-answered'}
            isDisputing={first(query.dispute) === '1'}
          />
        )}
        {open && hint === null && !question.exam ? <AskForHint question={question} /> : null}
        {hint === null ? null : <Hint hint={hint} question={question} />}
        {question.finished || question.response !== null ? null : <HandIn question={question} />}
      </div>
    </Frame>
  );
}
