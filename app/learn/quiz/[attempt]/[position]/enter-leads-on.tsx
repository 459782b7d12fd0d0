'use client';

import { useEffect, useState } from 'react';

/**
 * After an answer the focus is on the verdict, so that it is read first; Enter there, or on the page alone,
 * goes on. The hint stands only once the script runs.
 */
export function EnterLeadsOn({ hint }: { hint: string }) {
  const [isReady, setReady] = useState(false);

  useEffect(() => {
    setReady(true);
    const press = (event: KeyboardEvent) => {
      // A key still held down from answering must not skip the verdict.
      if (event.key !== 'Enter' || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
      const { target } = event;
      if (target !== document.body && !(target instanceof HTMLElement && target.id === 'verdict')) return;
      event.preventDefault();
      document.getElementById('onward')?.click();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);

  return isReady ? <span className="meta keys">{hint}</span> : null;
}
