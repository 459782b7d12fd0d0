import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { found } from '#app/_auth/found.ts';
import { requireViewer } from '#app/_auth/viewer.ts';
import { keepThisPage } from '#app/_offline/keep-this-page.ts';
import { Frame } from '#app/_ui/frame.tsx';
import { openAfter } from '#app/learn/outbox-rules.ts';
import { type QuestionView, readQuestion } from '#db/queries/attempts.ts';
import { QuestionFeedback } from './feedback.tsx';
import { HandIn, LeftOpen } from './hand-in.tsx';
import { QuestionForm } from './question-form.tsx';
import { questionWords } from './question-words.ts';
import { SitBar } from './sit-bar.tsx';

type Props = {
  params: Promise<{ attempt: string; position: string }>;
  searchParams: Promise<{ problem?: string | string[] }>;
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
    ...(question.response === null && !question.finished ? { other: keepOpen(question) } : {}),
  };
}

/** While a question is open its reader may keep it, with the other open ones and the lesson. */
function keepOpen({ attemptId, position, total, answered, lesson, course }: QuestionView) {
  return keepThisPage({
    title: lesson.title,
    within: course.title,
    also: [
      ...openAfter(position, total, answered).map((place) => `/learn/quiz/${attemptId}/${place}`),
      `/courses/${course.slug}/${lesson.slug}`,
    ],
  });
}

/** One question: asked while it has no answer, with its evidence once it has one. */
export default async function QuestionPage({ params, searchParams }: Props) {
  const { attempt, position } = await params;
  const { viewer, question } = await load(attempt, position);
  const { problem } = await searchParams;
  return (
    <Frame viewer={viewer} at="courses">
      <div className={question.response === null ? 'wrap sit' : 'wrap'}>
        <SitBar question={question} />
        {question.response === null && question.finished ? (
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
            words={await questionWords(question)}
            problem={typeof problem === 'string' ? problem : null}
          />
        ) : (
          <QuestionFeedback
            question={question}
            response={question.response}
            isFromElsewhere={problem === 'already-answered'}
          />
        )}
        {question.finished || question.response !== null ? null : <HandIn question={question} />}
      </div>
    </Frame>
  );
}
