/** Letters that are not taken for one another when read aloud or off a board: no I, L, O, and none of their twins. */
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ';
const length = 6;
/** Bytes from here on would make the first letters likelier than the last. */
const fair = 256 - (256 % letters.length);

/** Six letters from random bytes; null where too many of them had to be left out (ask with others). */
export function joinCode(random: Uint8Array): string | null {
  const picked = [...random].filter((byte) => byte < fair).slice(0, length);
  if (picked.length < length) return null;
  return picked.map((byte) => letters.charAt(byte % letters.length)).join('');
}

/** A code as typed ("kxm-pqr", "KXM PQR") in the form that is stored. */
export function foldJoinCode(typed: string): string {
  return typed.toUpperCase().replace(/[^A-Z]/g, '');
}

/** "KXM-PQR": easier to read aloud. */
export function showJoinCode(code: string): string {
  return `${code.slice(0, 3)}-${code.slice(3)}`;
}
