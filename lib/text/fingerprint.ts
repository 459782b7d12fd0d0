/** A 64-bit number as two unsigned halves: exact in doubles, where a BigInt would be slow. */
export type Hash64 = { high: number; low: number };

/**
 * FNV-1a, 64 bits, over the parts' UTF-16 units. Each part is preceded by its length, so that
 * ('ab', 'c') and ('a', 'bc') differ.
 */
export function hash64(parts: readonly string[]): Hash64 {
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  const eat = (byte: number) => {
    low = (low ^ byte) >>> 0;
    // The prime is 2^40 + 0x1b3; low * 0x1b3 stays below 2^41.
    const product = low * 0x1b3;
    const carry = Math.floor(product / 0x1_0000_0000);
    high = (Math.imul(high, 0x1b3) + carry + (low << 8)) >>> 0;
    low = product >>> 0;
  };
  for (const part of parts) {
    for (let shift = 0; shift < 32; shift += 8) eat((part.length >>> shift) & 0xff);
    for (let at = 0; at < part.length; at += 1) {
      const unit = part.charCodeAt(at);
      eat(unit & 0xff);
      eat(unit >>> 8);
    }
  }
  return { high, low };
}

/** Enough base-36 digits for any 64-bit number. */
const digits = 13;

/** A name for what the parts say: the same parts give the same name on any machine, for ever. */
export function fingerprint(prefix: string, ...parts: string[]): string {
  const { high, low } = hash64(parts);
  const number = (BigInt(high) << 32n) | BigInt(low);
  return `${prefix}_${number.toString(36).padStart(digits, '0')}`;
}
