'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react';
import { answerFromForm } from '#app/learn/answer-from-form.ts';
import { clearDraft, fillDraft, keepDraft } from '#app/learn/draft.ts';
import { type PendingAnswer, putInOutbox, readOutbox, sendAnswer } from '#app/learn/outbox.ts';
import type { PresentedItem } from '#lib/course/present-item.ts';
import { AnswerFields } from './answer-fields.tsx';
import { useLetterKeys } from './letter-keys.ts';
import type { QuestionWords } from './question-words.ts';

/** What the page may say of the answer: never "saved" before the server has echoed it. */
type Status =
  | { is: 'open' }
  | { is: 'unanswered' }
  | { is: 'saving' }
  | { is: 'saved' }
  | { is: 'kept'; why: 'offline' | 'server' | 'signed-out' }
  | { is: 'not-kept' }
  | { is: 'settled'; why: 'already-answered' | 'closed' | 'unknown' };

const retryAfter = 4_000;

/**
 * One question. Before this script has loaded it is a plain form; afterwards an answer is written to this
 * device first and then sent, again and again until the server has it.
 */
export function QuestionForm({
  userId,
  attemptId,
  position,
  item,
  responseId,
  words,
  problem,
}: {
  userId: string;
  attemptId: string;
  position: number;
  item: PresentedItem;
  responseId: string;
  words: QuestionWords;
  problem: string | null;
}) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [status, setStatus] = useState<Status>(fromProblem(problem));
  const letters = useLetterKeys(form, item.options.length > 0);

  const send = useCallback(
    async (pending: PendingAnswer, stored: boolean) => {
      setStatus({ is: 'saving' });
      const sending = await sendAnswer(userId, pending);
      if (sending.outcome === 'kept') {
        setStatus(stored ? { is: 'kept', why: sending.why } : { is: 'not-kept' });
        return;
      }
      clearDraft(attemptId, position);
      if (sending.outcome === 'refused') setStatus({ is: 'settled', why: sending.why });
      else setStatus({ is: 'saved' });
      // The server's page is the truth: it shows the evidence of what it has stored.
      if (sending.outcome === 'saved') router.refresh();
      if (sending.outcome === 'refused' && sending.why === 'already-answered')
        router.replace(`/learn/quiz/${attemptId}/${position}?problem=already-answered`);
      if (sending.outcome === 'refused' && sending.why === 'closed')
        router.replace(`/learn/quiz/${attemptId}/result`);
    },
    [attemptId, position, router, userId],
  );

  const waiting = useCallback(
    () => readOutbox(userId).find((entry) => entry.attemptId === attemptId && entry.position === position),
    [attemptId, position, userId],
  );

  useEffect(() => {
    if (form.current !== null) fillDraft(form.current, attemptId, position);
    const pending = waiting();
    if (pending !== undefined) void send(pending, true);
  }, [attemptId, position, send, waiting]);

  useEffect(() => {
    if (status.is !== 'kept' || status.why === 'signed-out') return;
    const again = () => {
      const pending = waiting();
      if (pending !== undefined) void send(pending, true);
    };
    const timer = setTimeout(again, retryAfter);
    addEventListener('online', again);
    return () => {
      clearTimeout(timer);
      removeEventListener('online', again);
    };
  }, [status, send, waiting]);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (status.is === 'saving' || status.is === 'saved') return;
    const answer = answerFromForm(item.kind, new FormData(event.currentTarget));
    if (answer === null) {
      setStatus({ is: 'unanswered' });
      return;
    }
    // An answer that waits already keeps its id: sending it twice must store it once.
    const id = waiting()?.responseId ?? responseId;
    const pending: PendingAnswer = { attemptId, position, responseId: id, answer };
    void send(pending, putInOutbox(userId, pending));
  };

  return (
    <form
      ref={form}
      action={`/api/attempts/${attemptId}/responses`}
      method="post"
      onSubmit={submit}
      onChange={(event) => {
        keepDraft(event.currentTarget, attemptId, position);
        if (status.is === 'unanswered') setStatus({ is: 'open' });
      }}
    >
      <input type="hidden" name="responseId" value={responseId} />
      <input type="hidden" name="kind" value={item.kind} />
      <input type="hidden" name="position" value={position} />
      <fieldset className="q">
        <legend>
          <h1 className="stem">{item.stem}</h1>
        </legend>
        <p className="meta hint">
          {words.hint}{' '}
          {item.options.length === 0 || !letters.available ? null : (
            <span className="keys">
              {letters.on ? words.keys : null}{' '}
              <button type="button" className="linklike" aria-pressed={letters.on} onClick={letters.toggle}>
                {letters.on ? words.keysOff : words.keysOn}
              </button>
            </span>
          )}
        </p>
        <AnswerFields item={item} words={words} />
      </fieldset>
      <div className="sure">
        <p className="status" role="status" data-status={status.is}>
          {sentenceFor(status, words)}
          {status.is === 'kept' && status.why === 'signed-out' ? (
            <>
              {' '}
              <a href={`/sign-in?to=${encodeURIComponent(`/learn/quiz/${attemptId}/${position}`)}`}>
                {words.signIn}
              </a>
            </>
          ) : null}
        </p>
        <div className="row">
          <button
            type="submit"
            className="btn go wide"
            aria-disabled={status.is === 'saving' || status.is === 'saved'}
          >
            {words.answer}
          </button>
          <a className="btn bare" href="/learn">
            {words.later}
          </a>
        </div>
      </div>
      <p className="meta under">{words.under}</p>
    </form>
  );
}

function fromProblem(problem: string | null): Status {
  if (problem === 'unanswered') return { is: 'unanswered' };
  if (problem === 'already-answered') return { is: 'settled', why: 'already-answered' };
  return problem === 'away' ? { is: 'not-kept' } : { is: 'open' };
}

function sentenceFor(status: Status, words: QuestionWords): string {
  switch (status.is) {
    case 'open':
      return '';
    case 'unanswered':
      return words.unanswered;
    case 'saving':
      return words.saving;
    case 'saved':
      return words.saved;
    case 'not-kept':
      return words.notKept;
    case 'kept':
      return { offline: words.keptOffline, server: words.keptServer, 'signed-out': words.keptSignedOut }[
        status.why
      ];
    case 'settled':
      return { 'already-answered': words.alreadyAnswered, closed: words.closed, unknown: words.unknown }[
        status.why
      ];
  }
}
