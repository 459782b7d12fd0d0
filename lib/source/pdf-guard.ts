import { inflateUpTo } from './unzip.ts';

/** What all the streams of a PDF unpack to at most, together and one by one. */
const mostBytes = 96 * 1024 * 1024;
const mostOfOne = 32 * 1024 * 1024;
const mostStreams = 20_000;

/** Arrays and dictionaries within one another. */
const deepest = 200;

/**
 * Would reading this PDF fill the memory? Every packed stream is unpacked up to a limit, and streams that
 * are packed more than once, as no program writes them, are refused.
 */
export function isPdfBomb(bytes: Uint8Array): boolean {
  if (isTooNested(bytes)) return true;
  let left = mostBytes;
  let streams = 0;
  for (let at = find(bytes, 'stream', 0); at >= 0; at = find(bytes, 'stream', at + 6)) {
    if (bytes[at - 1] === 0x64) continue; // endstream
    streams += 1;
    if (streams > mostStreams) return true;
    const head = latin(bytes.subarray(Math.max(0, at - 400), at));
    const dictionary = head.slice(Math.max(0, head.lastIndexOf('obj')));
    if (
      (dictionary.match(/\/(?:Fl(?:ateDecode)?|F#6c|LZW(?:Decode)?|RunLengthDecode|RL)\b/gi) ?? []).length > 1
    )
      return true;
    const start = at + 6 + (bytes[at + 6] === 0x0d ? 1 : 0) + 1;
    // A zlib stream: its first two bytes say so whatever the dictionary says.
    const isZlib =
      (bytes[start] ?? 0) % 16 === 8 && ((bytes[start] ?? 0) * 256 + (bytes[start + 1] ?? 0)) % 31 === 0;
    if (!isZlib) continue;
    const next = find(bytes, 'endstream', start);
    const packed = bytes.subarray(start + 2, next < 0 ? bytes.length : next);
    const size = inflatedSize(packed, Math.min(left, mostOfOne));
    if (size === null) return true;
    left -= size;
    if (next < 0) break;
    at = next + 3;
  }
  return false;
}

/** Within one object; what streams hold is counted too, which harms no text. */
function isTooNested(bytes: Uint8Array): boolean {
  let depth = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    // “[” and “<<” open, “]” and “>>” close; “obj” begins anew.
    if (byte === 0x5b || (byte === 0x3c && bytes[at + 1] === 0x3c)) depth += 1;
    else if (byte === 0x5d || (byte === 0x3e && bytes[at + 1] === 0x3e)) depth = Math.max(0, depth - 1);
    else if (byte === 0x6f && bytes[at + 1] === 0x62 && bytes[at + 2] === 0x6a) depth = 0;
    if (depth > deepest) return true;
  }
  return false;
}

/** The size of what a stream unpacks to; null above the limit. Damaged streams count as far as they go. */
function inflatedSize(packed: Uint8Array, most: number): number | null {
  const content = inflateUpTo(packed, most);
  if (content.ok) return content.value.length;
  return content.refusal === 'bomb' ? null : packed.length;
}

function find(bytes: Uint8Array, word: string, from: number): number {
  const first = word.charCodeAt(0);
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let length = 1;
    while (length < word.length && bytes[at + length] === word.charCodeAt(length)) length += 1;
    if (length === word.length) return at;
  }
  return -1;
}

function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
