/** Letters and digits that are not taken for one another in print: no I, O, 0 or 1. As many as five bits tell apart. */
const signs = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const length = 16;

/** Sixteen signs, each from five bits of a random byte: 80 bits, which nobody guesses. */
export function certificateCode(random: Uint8Array): string {
  if (random.length < length) throw new RangeError('a code takes sixteen random bytes');
  return [...random.subarray(0, length)].map((byte) => signs.charAt(byte % signs.length)).join('');
}

/** A code as typed off paper ("abcd-efgh …") in the form that is stored; null where it can be none. */
export function foldCertificateCode(typed: string): string | null {
  const folded = typed.toUpperCase().replace(/[\s-]/g, '');
  return /^[A-Z0-9]{16}$/.test(folded) ? folded : null;
}

/** "ABCD-EFGH-JKLM-NPQR": easier to type off paper. */
export function showCertificateCode(code: string): string {
  return code.match(/.{1,4}/g)?.join('-') ?? code;
}
