'use client';

import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { copySince, freshPage, tellWorker } from './kept-pages.ts';
import { keepAlsoName, keepName } from './what-is-kept.ts';

type Words = { locale: string; copy: string; needsConnection: string; whatIsKept: string };

const patience = 4_000;

/**
 * For who is signed in: starts the worker that keeps pages once this one has loaded, says when the page is a
 * copy, and answers a form that cannot be sent. Without a worker nothing is different from before.
 */
export function OfflineReading({ words }: { words: Words }) {
  const [copyOf, setCopyOf] = useState<number | null>(null);
  const [refusedAt, setRefusedAt] = useState<HTMLElement | null>(null);

  useEffect(() => {
    setCopyOf(copySince());
    return whenLoaded(() => void startWorker());
  }, []);

  useEffect(() => {
    const forget = () => setCopyOf(null);
    addEventListener(freshPage, forget);
    return () => removeEventListener(freshPage, forget);
  }, []);

  useEffect(() => {
    const guard = (event: SubmitEvent) => {
      const form = event.target;
      if (!(form instanceof HTMLFormElement) || !('needsConnection' in form.dataset)) return;
      // A copy was shown because Lectern was away: that may be over.
      if (form.dataset.needsConnection === 'found' || (navigator.onLine && copySince() === null)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      void isReachable().then((reachable) => {
        if (!reachable) return setRefusedAt(placeIn(form));
        setRefusedAt(null);
        form.dataset.needsConnection = 'found';
        form.requestSubmit();
      });
    };
    addEventListener('submit', guard, true);
    return () => removeEventListener('submit', guard, true);
  }, []);

  const since = new Intl.DateTimeFormat(words.locale, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <>
      {copyOf === null ? null : (
        <div className="wrap offline">
          <p className="note">{words.copy.replace('#', since.format(copyOf))}</p>
        </div>
      )}
      {refusedAt === null
        ? null
        : createPortal(
            <p className="note pen gap" role="alert">
              {words.needsConnection} <a href="/offline">{words.whatIsKept}</a>
            </p>,
            refusedAt,
          )}
    </>
  );
}

/** At the end of the form, where whoever has pressed its button looks. */
function placeIn(form: HTMLFormElement): HTMLElement {
  const place = form.querySelector<HTMLElement>('[data-said]') ?? document.createElement('div');
  place.dataset.said = '';
  form.append(place);
  return place;
}

async function isReachable(): Promise<boolean> {
  try {
    return (await fetch('/healthz', { cache: 'no-store', signal: AbortSignal.timeout(patience) })).ok;
  } catch {
    return false;
  }
}

/** Reading comes first: the worker is started when there is nothing else to do. */
function whenLoaded(run: () => void): () => void {
  const soon = () => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(run, { timeout: patience });
    else setTimeout(run, 1_000);
  };
  if (document.readyState === 'complete') soon();
  else addEventListener('load', soon, { once: true });
  return () => removeEventListener('load', soon);
}

async function startWorker(): Promise<void> {
  try {
    await navigator.serviceWorker?.register('/sw.js');
    await navigator.serviceWorker?.ready;
  } catch {
    // A browser that takes no worker keeps no pages.
    return;
  }
  const said = (name: string) => document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content;
  if (copySince() !== null) return;
  if (said(keepName) === undefined) return tellWorker({ keep: [] });
  const also = savesData() ? [] : (said(keepAlsoName) ?? '').split(' ').filter((path) => path !== '');
  // The page itself was on its way before its first worker.
  tellWorker({ keep: [location.pathname, ...also] });
}

/** Whoever asks the browser to save data is not sent pages they have not opened. */
function savesData(): boolean {
  return (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
}
