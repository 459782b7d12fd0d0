/**
 * A version 7 UUID (RFC 9562, 5.7): 48 bits of the time in milliseconds, then 74 random bits.
 * Ids of later rows sort after earlier ones, which keeps an index's new entries together.
 */
export function uuidV7(now: Date, random: Uint8Array): string {
  if (random.length < 10) throw new RangeError('a uuid takes ten random bytes');
  const bytes = new Uint8Array(16);
  let time = now.getTime();
  for (let at = 5; at >= 0; at -= 1) {
    bytes[at] = time % 256;
    time = Math.floor(time / 256);
  }
  bytes.set(random.subarray(0, 10), 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
