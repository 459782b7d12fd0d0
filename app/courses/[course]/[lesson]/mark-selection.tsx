'use client';

import { useRouter } from 'next/navigation';
import { type SyntheticEvent, useEffect, useRef, useState } from 'react';
import { type Saving, type SavingWords, saveMark } from './save-mark.ts';
import { type SelectedPassage, selectedPassage } from './selected-passage.ts';

/** A selection is still being drawn while it changes so often. */
const settled = 250;

/**
 * Offers to mark what is selected in the lesson. It stays at the lower edge of the window, out of the way of
 * the browser's own menu; whoever selects nothing never meets it.
 */
export function MarkSelection({
  noteId,
  course,
  lesson,
  edition,
  most,
  courseLang,
  words,
  saying,
}: {
  noteId: string;
  course: string;
  lesson: string;
  edition: number;
  /** Characters that a note may have. */
  most: number;
  courseLang: string;
  words: Record<'bar' | 'highlight' | 'markWithNote' | 'note' | 'save' | 'cancel', string>;
  saying: SavingWords;
}) {
  const router = useRouter();
  const [passage, setPassage] = useState<SelectedPassage | null>(null);
  const [isWriting, setWriting] = useState(false);
  const [status, setStatus] = useState<Saving | 'saving' | null>(null);
  const text = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    // What is being written on stays, whatever else is selected meanwhile.
    if (isWriting) {
      text.current?.focus();
      return;
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const selected = selectedPassage();
        setPassage(selected);
        if (selected !== null) setStatus(null);
      }, settled);
    };
    document.addEventListener('selectionchange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('selectionchange', look);
    };
  }, [isWriting]);

  const close = () => {
    setPassage(null);
    setWriting(false);
    setStatus(null);
  };
  const send = async () => {
    if (passage === null || status === 'saving') return;
    setStatus('saving');
    const { from, to } = passage;
    const outcome = await saveMark({
      noteId,
      course,
      lesson,
      edition,
      from,
      to,
      words: text.current?.value ?? '',
    });
    if (outcome === 'saved') {
      close();
      getSelection()?.removeAllRanges();
      router.refresh();
    }
    setStatus(outcome);
  };
  // A press must not take the selection away before it has been read.
  const hold = (event: SyntheticEvent) => event.preventDefault();

  return (
    <>
      {passage === null ? null : (
        <section
          className="mark-bar"
          aria-label={words.bar}
          onKeyDown={(event) => {
            if (event.key === 'Escape') close();
          }}
        >
          <p className="what" lang={courseLang}>
            {passage.quote}
          </p>
          {isWriting ? (
            <label>
              {words.note}
              <textarea ref={text} className="input" rows={3} maxLength={most} />
            </label>
          ) : null}
          <div className="row">
            <button type="button" className="btn go sm" onMouseDown={hold} onClick={() => void send()}>
              {isWriting ? words.save : words.highlight}
            </button>
            {isWriting ? (
              <button type="button" className="btn sm" onClick={close}>
                {words.cancel}
              </button>
            ) : (
              <button
                type="button"
                className="btn sm"
                onMouseDown={hold}
                onClick={() => {
                  setWriting(true);
                }}
              >
                {words.markWithNote}
              </button>
            )}
          </div>
        </section>
      )}
      <p className={`mark-said${passage === null ? ' vh' : ''}`} role="status">
        {status === null || status === 'saving' ? null : saying[status]}
      </p>
    </>
  );
}
