'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react';
import { courseLang } from '#app/_ui/course-lang.ts';
import { answerFromForm, certaintyFromForm } from '#app/learn/answer-from-form.ts';
import { clearDraft, fillDraft, keepDraft } from '#app/learn/draft.ts';
import { HowSure } from '#app/learn/how-sure.tsx';
import { findAnswer, putInOutbox, sendAnswer } from '#app/learn/outbox.ts';
import type { PendingAnswer } from '#app/learn/outbox-rules.ts';
import type { PresentedItem } from '#lib/course/present-item.ts';
import { AnswerFields } from './answer-fields.tsx';
import { GoOnOffline } from './go-on-offline.tsx';
import { useLetterKeys } from './letter-keys.ts';
import { MarkButton } from './mark-button.tsx';
import type { QuestionWords } from './question-words.ts';

/** What the page may say of the answer: never "saved" before the server has echoed it. */
type Status =
  | { is: 'open' }
  | { is: 'unanswered' }
  /** `again`: the answer waits on this device already. */
  | { is: 'saving'; again: boolean }
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
  total,
  answered,
  item,
  responseId,
  isMarked,
  nextOpen,
  words,
  goesOn,
  problem,
}: {
  userId: string;
  attemptId: string;
  position: number;
  total: number;
  answered: number[];
  item: PresentedItem;
  responseId: string;
  isMarked: boolean;
  /** Where one goes on who leaves this question for later; null where no other is open. */
  nextOpen: number | null;
  words: QuestionWords;
  /** Where a saved answer leads at once; null where this page then shows what the text says to it. */
  goesOn: string | null;
  problem: string | null;
}) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const said = useRef<HTMLParagraphElement>(null);
  const [status, setStatus] = useState<Status>(fromProblem(problem));
  const letters = useLetterKeys(form, item.options.length > 0);
  // What is kept is what will be sent: it is not changed under the reader's eyes.
  const isHeld = status.is === 'kept' || (status.is === 'saving' && status.again);
  // Our own words instead of the browser's bubble, which a hidden radio button does not always show.
  const [isScripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  useEffect(() => {
    if (status.is === 'unanswered') said.current?.scrollIntoView({ block: 'nearest' });
  }, [status]);

  const send = useCallback(
    async (pending: PendingAnswer, stored: boolean, again: boolean) => {
      setStatus({ is: 'saving', again });
      const sending = await sendAnswer(userId, pending);
      if (sending.outcome === 'kept') {
        // The fields are closed now, and a closed field cannot hold the focus.
        if (stored && form.current?.querySelector('fieldset:focus-within')) button.current?.focus();
        setStatus(stored ? { is: 'kept', why: sending.why } : { is: 'not-kept' });
        return;
      }
      clearDraft(attemptId, position);
      if (sending.outcome === 'refused') setStatus({ is: 'settled', why: sending.why });
      else setStatus({ is: 'saved' });
      // The server's page is the truth: it shows the evidence of what it has stored.
      if (sending.outcome === 'saved') {
        // A page of its own: a screen reader says which question comes, and Back leads to this one.
        if (goesOn === null) router.refresh();
        else location.assign(goesOn);
      }
      if (sending.outcome === 'refused' && sending.why === 'already-answered')
        router.replace(`/learn/quiz/${attemptId}/${position}?problem=already-answered`);
      if (sending.outcome === 'refused' && sending.why === 'closed')
        router.replace(`/learn/quiz/${attemptId}/result`);
    },
    [attemptId, goesOn, position, router, userId],
  );

  const waiting = useCallback(() => findAnswer(userId, attemptId, position), [attemptId, position, userId]);

  useEffect(() => {
    if (form.current !== null) fillDraft(form.current, attemptId, position);
    const pending = waiting();
    if (pending !== undefined) void send(pending, true, true);
  }, [attemptId, position, send, waiting]);

  useEffect(() => {
    if (status.is !== 'kept' || status.why === 'signed-out') return;
    const again = () => {
      const pending = waiting();
      if (pending !== undefined) void send(pending, true, true);
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
    if (isHeld || status.is === 'saving' || status.is === 'saved') return;
    const filled = new FormData(event.currentTarget);
    const answer = answerFromForm(item.kind, filled);
    if (answer === null) {
      setStatus({ is: 'unanswered' });
      return;
    }
    // An answer that waits already keeps its id: sending it twice must store it once.
    const id = waiting()?.responseId ?? responseId;
    const certainty = certaintyFromForm(filled);
    const pending: PendingAnswer = { attemptId, position, responseId: id, answer, certainty };
    void send(pending, putInOutbox(userId, pending), false);
  };

  return (
    <form
      ref={form}
      action={`/api/attempts/${attemptId}/responses`}
      method="post"
      noValidate={isScripted}
      onSubmit={submit}
      onChange={(event) => {
        keepDraft(event.currentTarget, attemptId, position);
        if (status.is === 'unanswered') setStatus({ is: 'open' });
      }}
    >
      <input type="hidden" name="responseId" value={responseId} />
      <input type="hidden" name="kind" value={item.kind} />
      <input type="hidden" name="position" value={position} />
      <fieldset className="q" disabled={isHeld}>
        <legend>
          <h1 className="stem" lang={courseLang}>
            {item.stem}
          </h1>
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
      <HowSure words={words} disabled={isHeld} />
      <div className="sure">
        <p className="status" role="status" data-status={status.is} ref={said}>
          {sentenceFor(status, words)}
          {status.is === 'kept' && status.why === 'signed-out' ? (
            <>
              {' '}
              <a href={`/sign-in?to=${encodeURIComponent(`/learn/quiz/${attemptId}/${position}`)}`}>
                {words.signIn}
              </a>
            </>
          ) : null}
          {status.is === 'kept' && status.why !== 'signed-out' ? (
            <GoOnOffline
              userId={userId}
              attemptId={attemptId}
              position={position}
              total={total}
              answered={answered}
              words={words}
            />
          ) : null}
        </p>
        <div className="row">
          <button
            type="submit"
            ref={button}
            className="btn go wide"
            aria-disabled={isHeld || status.is === 'saving' || status.is === 'saved' || undefined}
          >
            {words.answer}
          </button>
          <MarkButton attemptId={attemptId} position={position} isMarked={isMarked} words={words} />
        </div>
        <div className="row">
          {nextOpen === null ? null : (
            <a className="btn bare" href={`/learn/quiz/${attemptId}/${nextOpen}`}>
              {words.skip}
            </a>
          )}
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
