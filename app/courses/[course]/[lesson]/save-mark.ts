import type { Point } from '#lib/course/passage.ts';

export type Mark = {
  noteId: string;
  course: string;
  lesson: string;
  edition: number;
  from: Point;
  to: Point;
  words: string;
};

const refusals = [
  'no-such-place',
  'nothing-marked',
  'passage-too-long',
  'words-too-long',
  'too-many-notes',
] as const;
export type Saving = 'saved' | 'signed-out' | 'away' | (typeof refusals)[number];
/** What the page says of each. */
export type SavingWords = Record<Saving, string>;

/** Sends one mark. What comes back is what to say: it is "saved" only when the server has said so. */
export async function saveMark(mark: Mark): Promise<Saving> {
  try {
    const response = await fetch('/api/notes', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(mark),
      signal: AbortSignal.timeout(10_000),
    });
    if (response.ok) return 'saved';
    if (response.status === 401) return 'signed-out';
    const { refusal }: { refusal?: string } = await response.json();
    return refusals.find((known) => known === refusal) ?? 'away';
  } catch {
    return 'away';
  }
}
