import type { ReactNode } from 'react';
import type { Piece } from '#lib/text/hits.ts';

/** A text with what was looked for in it marked. */
export function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  const shown: ReactNode[] = [];
  let start = 0;
  for (const { text, hit } of pieces) {
    shown.push(
      hit ? (
        <mark key={start} className="hit">
          {text}
        </mark>
      ) : (
        text
      ),
    );
    start += text.length;
  }
  return shown;
}
