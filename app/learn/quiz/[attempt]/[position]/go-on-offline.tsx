'use client';

import { useEffect, useState } from 'react';
import { listKeptPages } from '#app/_offline/kept-pages.ts';
import { answersOf } from '#app/learn/outbox.ts';
import { openPlaces } from '#app/learn/outbox-rules.ts';
import type { QuestionWords } from './question-words.ts';

/**
 * Where to go on while an answer waits: the next question that this device keeps, or the truth that there is
 * none. An answer that waits counts as given, so that nobody is asked twice.
 */
export function GoOnOffline({
  userId,
  attemptId,
  position,
  total,
  answered,
  words,
}: {
  userId: string;
  attemptId: string;
  position: number;
  total: number;
  answered: number[];
  words: QuestionWords;
}) {
  const [next, setNext] = useState<{ open: number; href: string | null } | null>(null);

  useEffect(() => {
    let left = false;
    const waiting = answersOf(userId, attemptId).map((entry) => entry.position);
    const open = openPlaces(position, total, [...answered, ...waiting]);
    const addresses = open.map((place) => `/learn/quiz/${attemptId}/${place}`);
    listKeptPages().then(
      (pages) => {
        const kept = new Set(pages.map(({ path }) => path));
        if (!left) setNext({ open: open.length, href: addresses.find((path) => kept.has(path)) ?? null });
      },
      () => {
        if (!left) setNext({ open: open.length, href: null });
      },
    );
    return () => {
      left = true;
    };
  }, [userId, attemptId, position, total, answered]);

  if (next === null) return null;
  if (next.open === 0) return ` ${words.allGiven}`;
  if (next.href === null) return ` ${words.nextLater}`;
  return (
    <>
      {' '}
      <a href={next.href}>{words.nextKept}</a>
    </>
  );
}
