import { wordCount } from '../wording.ts';

/** " Moon, and planets": short pieces up to an "and". */
export function isList(behind: string): boolean {
  const pieces = behind.split(',').map((piece) => piece.trim());
  const end = pieces.findIndex((piece) => /^(?:and|or) /.test(piece));
  return (
    (end > 0 &&
      pieces
        .slice(0, end)
        .every(
          (piece) =>
            piece !== '' &&
            wordCount(piece) <= 5 &&
            !/^(?:which|who|where|a|an|the|but|making|thus) /.test(piece),
        )) ||
    (end === 0 && /^(?:and|or) \p{Ll}+(?: \p{Ll}+)?$/u.test(pieces[0] ?? ''))
  );
}
