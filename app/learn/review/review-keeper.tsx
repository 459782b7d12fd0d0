'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { ItemKind } from '#lib/course/model.ts';
import { answerFromForm, certaintyFromForm } from '../answer-from-form.ts';
import { findReview, putInOutbox, sendAnswer } from '../outbox.ts';
import type { PendingReview, Sending } from '../outbox-rules.ts';
import type { QuestionWords } from '../quiz/[attempt]/[position]/question-words.ts';
import { afterAnswer, inSitting, type Sitting, sittingOf } from './sitting.ts';

const retryAfter = 4_000;

type Status =
  | Sending
  | { outcome: 'open' | 'unanswered' | 'not-kept' }
  /** `again`: the answer waits on this device already. */
  | { outcome: 'sending'; again: boolean };

/**
 * Takes over the sending of the form it stands in: an answer in review is written to this device first and then
 * sent, until the server has it. It is also where the form says what became of the answer.
 */
export function ReviewKeeper({
  userId,
  cardId,
  reps,
  kind,
  said,
  words,
}: {
  userId: string;
  cardId: string;
  reps: number;
  kind: ItemKind;
  /** What the server has to say of an answer that came without a script. */
  said: string;
  words: QuestionWords;
}) {
  const place = useRef<HTMLParagraphElement>(null);
  const [status, setStatus] = useState<Status>({ outcome: 'open' });

  const send = useCallback(
    async (pending: PendingReview, stored: boolean, again: boolean) => {
      setStatus({ outcome: 'sending', again });
      const sending = await sendAnswer(userId, pending);
      setStatus(sending.outcome === 'kept' && !stored ? { outcome: 'not-kept' } : sending);
      if (sending.outcome !== 'saved') return;
      const form = formOf(place.current);
      const sitting = form === null ? sittingOf({}) : sittingIn(new FormData(form));
      location.assign(inSitting(`/learn/review/${pending.responseId}`, afterAnswer(sitting)));
    },
    [userId],
  );

  const resend = useCallback(() => {
    const pending = findReview(userId, cardId, reps);
    if (pending !== undefined) void send(pending, true, true);
  }, [userId, cardId, reps, send]);

  useEffect(resend, [resend]);

  useEffect(() => {
    if (status.outcome !== 'kept' || status.why === 'signed-out') return;
    const timer = setTimeout(resend, retryAfter);
    addEventListener('online', resend);
    return () => {
      clearTimeout(timer);
      removeEventListener('online', resend);
    };
  }, [status, resend]);

  useEffect(() => {
    const form = formOf(place.current);
    if (form === null) return;
    const submit = (event: SubmitEvent) => {
      event.preventDefault();
      if (status.outcome === 'kept' || status.outcome === 'sending' || status.outcome === 'saved') return;
      const filled = new FormData(form);
      const answer = answerFromForm(kind, filled);
      if (answer === null) return setStatus({ outcome: 'unanswered' });
      const pending = {
        cardId,
        reps,
        responseId: String(filled.get('reviewId')),
        answer,
        certainty: certaintyFromForm(filled),
      };
      void send(pending, putInOutbox(userId, pending), false);
    };
    form.addEventListener('submit', submit);
    return () => form.removeEventListener('submit', submit);
  }, [status, send, userId, cardId, reps, kind]);

  // What is kept is what will be sent: it is not changed under the reader's eyes.
  const isHeld = status.outcome === 'kept' || (status.outcome === 'sending' && status.again);
  useEffect(() => {
    for (const fields of formOf(place.current)?.querySelectorAll('fieldset') ?? []) fields.disabled = isHeld;
  }, [isHeld]);

  return (
    <p className="status" role="status" ref={place}>
      {sentenceFor(status, said, words)}
      {status.outcome === 'kept' && status.why === 'signed-out' ? (
        <>
          {' '}
          <a href={`/sign-in?to=${encodeURIComponent('/learn/review')}`}>{words.signIn}</a>
        </>
      ) : null}
    </p>
  );
}

function formOf(place: HTMLElement | null): HTMLFormElement | null {
  return place?.closest('form') ?? null;
}

function sittingIn(filled: FormData): Sitting {
  const text = (name: string) => {
    const value = filled.get(name);
    return typeof value === 'string' ? value : undefined;
  };
  return sittingOf({ extra: text('extra'), left: text('left') });
}

function sentenceFor(status: Status, said: string, words: QuestionWords): string {
  switch (status.outcome) {
    case 'open':
      return said;
    case 'unanswered':
      return words.unanswered;
    case 'sending':
      return words.saving;
    case 'saved':
      return words.saved;
    case 'not-kept':
      return words.notKept;
    case 'kept':
      return { offline: words.keptOffline, server: words.keptServer, 'signed-out': words.keptSignedOut }[
        status.why
      ];
    case 'refused':
      return { 'already-answered': words.alreadyAnswered, closed: words.closed, unknown: words.unknown }[
        status.why
      ];
  }
}
