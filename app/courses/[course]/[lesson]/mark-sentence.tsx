'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, type ReactNode, useState } from 'react';
import { type Saving, type SavingWords, saveMark } from './save-mark.ts';

/**
 * Marks a whole sentence by its number: for whoever has no mouse, and before any script has loaded, when it is
 * a plain form. Afterwards it is sent from where it stands, and what was written stays until it is saved.
 */
export function MarkSentence({
  noteId,
  course,
  lesson,
  edition,
  submit,
  saying,
  problem,
  children,
}: {
  noteId: string;
  course: string;
  lesson: string;
  edition: number;
  submit: string;
  saying: SavingWords;
  problem: Saving | null;
  /** The fields: a choice of sentences and a place to write. */
  children: ReactNode;
}) {
  const router = useRouter();
  const [status, setStatus] = useState<Saving | 'saving' | null>(problem);
  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (status === 'saving') return;
    const form = event.currentTarget;
    const fields = new FormData(form);
    const address = String(fields.get('sentence'));
    setStatus('saving');
    const outcome = await saveMark({
      noteId,
      course,
      lesson,
      edition,
      from: { address, at: 0 },
      to: { address, at: null },
      words: String(fields.get('words')),
    });
    setStatus(outcome);
    if (outcome !== 'saved') return;
    form.reset();
    router.refresh();
  }
  return (
    <form className="stack" action="/api/notes" method="post" onSubmit={send}>
      <input type="hidden" name="noteId" value={noteId} />
      <input type="hidden" name="course" value={course} />
      <input type="hidden" name="lesson" value={lesson} />
      <input type="hidden" name="edition" value={edition} />
      {children}
      <div className="row">
        <button type="submit" className="btn" aria-disabled={status === 'saving' || undefined}>
          {submit}
        </button>
        <span className="live" role="status">
          {status === null || status === 'saving' ? null : saying[status]}
        </span>
      </div>
    </form>
  );
}
