'use client';

import { useEffect, useState } from 'react';
import { readOutbox, sendAnswer } from './outbox.ts';

/** Sends what waits on this device, on whichever page of a learner comes next, and says so. */
export function OutboxSender({ userId, words }: { userId: string; words: { one: string; many: string } }) {
  const [sent, setSent] = useState(0);

  useEffect(() => {
    let stopped = false;
    const sendAll = async () => {
      for (const pending of readOutbox(userId)) {
        if (stopped) return;
        const { outcome } = await sendAnswer(userId, pending);
        // One that has to wait means the next would wait too.
        if (outcome === 'kept') return;
        if (outcome === 'saved') setSent((before) => before + 1);
      }
    };
    void sendAll();
    addEventListener('online', sendAll);
    return () => {
      stopped = true;
      removeEventListener('online', sendAll);
    };
  }, [userId]);

  return (
    <div role="status" className={sent === 0 ? 'vh' : 'wrap'}>
      {sent === 0 ? null : (
        <p className="note ok">{sent === 1 ? words.one : words.many.replace('#', String(sent))}</p>
      )}
    </div>
  );
}
