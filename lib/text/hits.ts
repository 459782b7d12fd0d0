/** A text in pieces: those that were looked for, and those between them. */
export type Piece = { text: string; hit: boolean };

/** Set around a hit by the database: characters that stand in no text. */
export const hitStart = '\u0002';
export const hitEnd = '\u0003';

export function piecesOf(marked: string): Piece[] {
  const pieces: Piece[] = [];
  for (const [index, part] of marked.split(hitStart).entries()) {
    const [hit = '', rest] = index === 0 ? ['', part] : part.split(hitEnd);
    if (hit !== '') pieces.push({ text: hit, hit: true });
    if (rest !== undefined && rest !== '') pieces.push({ text: rest, hit: false });
  }
  return pieces;
}
