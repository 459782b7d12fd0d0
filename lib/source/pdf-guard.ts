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
    const next = find(bytes, 'endstream', start);
    const stream = bytes.subarray(start, next < 0 ? bytes.length : next);
    const content = readStream(stream, Math.min(left, mostOfOne));
    if (content === null || savesTooOften(content)) return true;
    left -= content.length;
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

/** What a stream unpacks to; null above the limit. A damaged one is as long as it is packed. */
function readStream(stream: Uint8Array, most: number): Uint8Array | null {
  // A zlib stream: its first two bytes say so whatever the dictionary says.
  const [first = 0, second = 0] = stream;
  if (first % 16 !== 8 || (first * 256 + second) % 31 !== 0) return stream;
  const content = inflateUpTo(stream.subarray(2), most);
  if (content.ok) return content.value;
  return content.refusal === 'bomb' ? null : stream;
}

/** “q” saves what a page looks like and “Q” brings it back; the reader's time is the square of how deep. */
function savesTooOften(content: Uint8Array): boolean {
  let depth = 0;
  for (let at = 0; at < content.length; at += 1) {
    const byte = content[at];
    if (byte !== 0x71 && byte !== 0x51) continue;
    if ((content[at - 1] ?? 0x20) > 0x20 || (content[at + 1] ?? 0x20) > 0x20) continue;
    depth = byte === 0x71 ? depth + 1 : Math.max(0, depth - 1);
    if (depth > deepest) return true;
  }
  return false;
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
