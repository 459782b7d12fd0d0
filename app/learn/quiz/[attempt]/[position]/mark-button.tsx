'use client';

import { useRouter } from 'next/navigation';
import { type MouseEvent, useState } from 'react';
import type { QuestionWords } from './question-words.ts';

/**
 * Marks the question to come back to. Without a script it sends the question's form to the other address; with
 * one, nothing that is filled in leaves the page.
 */
export function MarkButton({
  attemptId,
  position,
  isMarked,
  words,
}: {
  attemptId: string;
  position: number;
  isMarked: boolean;
  words: QuestionWords;
}) {
  const router = useRouter();
  const [isOff, setOff] = useState(false);
  const address = `/api/attempts/${attemptId}/marks`;

  const press = async (event: MouseEvent) => {
    event.preventDefault();
    const sent = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ position, marked: !isMarked }),
      signal: AbortSignal.timeout(10_000),
    }).catch(() => null);
    // Handed in elsewhere: the page says so itself.
    const isDone = sent !== null && (sent.ok || sent.status === 409);
    setOff(!isDone);
    if (isDone) router.refresh();
  };

  return (
    <>
      <button
        type="submit"
        className="btn"
        formAction={address}
        formNoValidate
        name="marked"
        value={isMarked ? 'no' : 'yes'}
        onClick={press}
      >
        {isMarked ? words.takeMark : words.setMark}
      </button>
      <span className="meta" role="status">
        {isOff ? words.notMarked : null}
      </span>
    </>
  );
}
