import { Inflate } from 'fflate';
import { ok, type Result, refuse } from '#lib/result.ts';

/**
 * Reads a ZIP archive without trust in what it says of itself: entries are counted in its directory, only
 * those that are asked for are unpacked, and unpacking stops at a limit, whatever size was declared. Nothing is
 * written anywhere, so that a name such as "../../x" leads nowhere; it is a sign of an attack and refused.
 */
export type ArchiveRefusal = 'damaged' | 'bomb' | 'unsafe';

const mostEntries = 2000;
/** Compressed bytes fed at a time: what they can become at the worst, a thousandfold, still fits. */
const step = 8192;

type Entry = { name: string; method: number; start: number; size: number };

export function unzip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  mostBytes: number,
): Result<Map<string, Uint8Array>, ArchiveRefusal> {
  const entries = readDirectory(bytes);
  if (!entries.ok) return entries;
  const out = new Map<string, Uint8Array>();
  let left = mostBytes;
  for (const entry of entries.value) {
    if (!wanted(entry.name)) continue;
    if (out.has(entry.name)) return refuse('unsafe');
    const content = unpack(bytes, entry, left);
    if (!content.ok) return content;
    left -= content.value.length;
    out.set(entry.name, content.value);
  }
  return ok(out);
}

function readDirectory(bytes: Uint8Array): Result<Entry[], ArchiveRefusal> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) return refuse('damaged');
  const count = view.getUint16(end + 10, true);
  if (count > mostEntries) return refuse('bomb');
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return refuse('damaged');
    const flags = view.getUint16(at + 8, true);
    const nameLength = view.getUint16(at + 28, true);
    const name = asciiName(bytes.subarray(at + 46, at + 46 + nameLength));
    if (/(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]|^[a-z]:|\0/i.test(name)) return refuse('unsafe');
    // Encrypted.
    if ((flags & 1) !== 0) return refuse('unsafe');
    const local = view.getUint32(at + 42, true);
    if (local + 30 > bytes.length || view.getUint32(local, true) !== 0x04034b50) return refuse('damaged');
    entries.push({
      name,
      method: view.getUint16(at + 10, true),
      start: local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true),
      size: view.getUint32(at + 20, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return ok(entries);
}

/** Where the record at the end of the directory stands: behind it comes a comment of at most 65,535 bytes. */
function findEnd(view: DataView): number {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 65_535); at -= 1)
    if (view.getUint32(at, true) === 0x06054b50) return at;
  return -1;
}

function unpack(bytes: Uint8Array, entry: Entry, most: number): Result<Uint8Array, ArchiveRefusal> {
  const packed = bytes.subarray(entry.start, entry.start + entry.size);
  if (packed.length < entry.size) return refuse('damaged');
  if (entry.method === 0) return packed.length > most ? refuse('bomb') : ok(packed);
  if (entry.method !== 8) return refuse('damaged');
  return inflateUpTo(packed, most);
}

/** What a deflated stream unpacks to, as long as that is no more than `most` bytes. */
export function inflateUpTo(packed: Uint8Array, most: number): Result<Uint8Array, 'damaged' | 'bomb'> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const inflate = new Inflate((piece) => {
    size += piece.length;
    if (size <= most) pieces.push(piece);
  });
  try {
    for (let at = 0; at < packed.length && size <= most; at += step)
      inflate.push(packed.subarray(at, at + step), at + step >= packed.length);
  } catch {
    return refuse('damaged');
  }
  if (size > most) return refuse('bomb');
  const out = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    out.set(piece, at);
    at += piece.length;
  }
  return ok(out);
}

/** Names in a Word document are ASCII; any other character is kept apart, not decoded. */
function asciiName(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 1024));
}
