/** Where what somebody thought of their answer and what it was do not agree, and a word is worth saying. */
export type Surprise = 'sure-and-off' | 'guessed-right';

export function surpriseOf({ mark, certainty }: { mark: number; certainty: number | null }): Surprise | null {
  if (certainty === 3 && mark === 0) return 'sure-and-off';
  return certainty === 1 && mark >= 1 ? 'guessed-right' : null;
}
