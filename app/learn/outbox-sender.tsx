'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { freshPage } from '#app/_offline/kept-pages.ts';
import { onSaved, sendAll } from './outbox.ts';

/** While something waits although there is a network: the server may be back before anything tells us. */
const retryAfter = 15_000;

/** Sends what waits on this device, on whichever page of a learner comes next, and says so. */
export function OutboxSender({ userId, words }: { userId: string; words: { one: string; many: string } }) {
  const router = useRouter();
  const [sent, setSent] = useState(0);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const send = async () => {
      clearTimeout(timer);
      const became = [...(await sendAll(userId)).values()];
      // Whoever is signed out has to sign in first, and comes back by a page of ours.
      if (became.some((sending) => sending.outcome === 'kept' && sending.why !== 'signed-out'))
        timer = setTimeout(send, retryAfter);
    };
    const seen = () => {
      if (document.visibilityState === 'visible') void send();
    };
    const forget = onSaved(() => setSent((before) => before + 1));
    void send();
    addEventListener('online', send);
    document.addEventListener('visibilitychange', seen);
    return () => {
      clearTimeout(timer);
      forget();
      removeEventListener('online', send);
      document.removeEventListener('visibilitychange', seen);
    };
  }, [userId]);

  // What the page says of saved answers is older than these.
  useEffect(() => {
    if (sent === 0) return;
    router.refresh();
    // What said that the page is a copy, and without a connection, is no longer true.
    dispatchEvent(new Event(freshPage));
  }, [sent, router]);

  return (
    <div role="status" className={sent === 0 ? 'vh' : 'wrap'}>
      {sent === 0 ? null : (
        <p className="note ok">{sent === 1 ? words.one : words.many.replace('#', String(sent))}</p>
      )}
    </div>
  );
}
