'use client';

import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Reading } from './read-aloud.ts';

type Words = Record<'listen' | 'bar' | 'pause' | 'goOn' | 'stop' | 'speed', string>;

/** Some browsers know their voices only a moment after the page has loaded. */
function onVoices(changed: () => void): () => void {
  globalThis.speechSynthesis?.addEventListener?.('voiceschanged', changed);
  return () => globalThis.speechSynthesis?.removeEventListener?.('voiceschanged', changed);
}

function hasVoice(lang: string): boolean {
  return globalThis.speechSynthesis?.getVoices().some((voice) => voice.lang.startsWith(lang)) ?? false;
}

/** On mount alone: the function is always the same. */
const takeFocus = (element: HTMLElement | null) => element?.focus();

/**
 * Reads the lesson aloud with the browser's own voice; not shown where there is none for the text's language.
 * What does the reading is fetched when it is first wanted.
 */
export function Listen({
  lang,
  words,
  speeds,
}: {
  lang: string;
  words: Words;
  speeds: { rate: number; text: string }[];
}) {
  const isAble = useSyncExternalStore(
    onVoices,
    () => hasVoice(lang),
    () => false,
  );
  const [state, setState] = useState<'off' | 'reading' | 'paused' | 'ended'>('off');
  const [rate, setRate] = useState(1);
  const reading = useRef<Reading | null>(null);
  useEffect(() => {
    const stop = () => reading.current?.stop();
    window.addEventListener('pagehide', stop);
    return () => {
      window.removeEventListener('pagehide', stop);
      stop();
    };
  }, []);
  if (!isAble) return null;
  async function start() {
    const { readAloud } = await import('./read-aloud.ts');
    reading.current = readAloud(rate, () => setState('ended'));
    setState('reading');
  }
  function turn() {
    if (state === 'reading') reading.current?.pause();
    else reading.current?.goOn();
    setState(state === 'reading' ? 'paused' : 'reading');
  }
  if (state === 'off' || state === 'ended')
    return (
      <button
        className="btn sm"
        type="button"
        ref={state === 'ended' ? takeFocus : undefined}
        onClick={start}
      >
        {words.listen}
      </button>
    );
  return (
    <fieldset className="listen" aria-label={words.bar}>
      <button className="btn sm" type="button" ref={takeFocus} onClick={turn}>
        {state === 'reading' ? words.pause : words.goOn}
      </button>
      <button className="btn sm" type="button" onClick={() => reading.current?.stop()}>
        {words.stop}
      </button>
      <label>
        {words.speed}{' '}
        <select
          className="input"
          value={rate}
          onChange={(event) => {
            const next = Number(event.target.value);
            setRate(next);
            reading.current?.setRate(next);
          }}
        >
          {speeds.map((speed) => (
            <option key={speed.rate} value={speed.rate}>
              {speed.text}
            </option>
          ))}
        </select>
      </label>
    </fieldset>
  );
}
