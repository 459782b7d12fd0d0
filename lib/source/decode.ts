import { ok, type Result, refuse } from '#lib/result.ts';

/** Characters handed to `String.fromCharCode` at a time: well below any engine's limit of arguments. */
const chunk = 8192;

/**
 * Bytes as text: strict UTF-8 with or without its mark, or UTF-16 with one. `lib` has no TextDecoder,
 * and a byte that is out of place is to be refused, not replaced.
 */
export function decodeText(bytes: Uint8Array): Result<string, 'not-utf-8' | 'binary'> {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes, 0);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes, 1);
  if (isBinary(bytes)) return refuse('binary');
  return decodeUtf8(bytes, bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0);
}

/** Text has no NUL and, but for tabs and line ends, hardly any control characters. */
function isBinary(bytes: Uint8Array): boolean {
  let controls = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === 0) return true;
    if (byte < 0x20 && (byte < 0x09 || byte > 0x0d) && byte !== 0x1b) controls += 1;
  }
  return controls > 8 && controls * 100 > bytes.length;
}

function decodeUtf8(bytes: Uint8Array, from: number): Result<string, 'not-utf-8'> {
  const units = new Uint16Array(chunk + 2);
  let filled = 0;
  let text = '';
  let at = from;
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0;
    let code = lead;
    const length =
      lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
    if (length === 0 || at + length > bytes.length) return refuse('not-utf-8');
    if (length > 1) {
      code = lead & (0x7f >> length);
      for (let next = at + 1; next < at + length; next += 1) {
        const byte = bytes[next] ?? 0;
        if ((byte & 0xc0) !== 0x80) return refuse('not-utf-8');
        code = (code << 6) | (byte & 0x3f);
      }
      // Neither longer than need be, nor half a surrogate pair, nor beyond Unicode.
      const least = length === 3 ? 0x800 : length === 4 ? 0x1_0000 : 0x80;
      if (code < least || code > 0x10_ffff || (code >= 0xd800 && code <= 0xdfff)) return refuse('not-utf-8');
    }
    at += length;
    if (code > 0xffff) {
      units[filled++] = 0xd7c0 + (code >> 10);
      units[filled++] = 0xdc00 | (code & 0x3ff);
    } else units[filled++] = code;
    if (filled >= chunk) {
      text += String.fromCharCode(...units.subarray(0, filled));
      filled = 0;
    }
  }
  return ok(text + String.fromCharCode(...units.subarray(0, filled)));
}

/** `high` is the place of the high byte within each pair. */
function decodeUtf16(bytes: Uint8Array, high: 0 | 1): Result<string, 'not-utf-8'> {
  if (bytes.length % 2 !== 0) return refuse('not-utf-8');
  const units = new Uint16Array(bytes.length / 2 - 1);
  const highAt = high === 0 ? 1 : 0;
  for (let at = 0; at < units.length; at += 1) {
    units[at] = ((bytes[2 * at + 2 + highAt] ?? 0) << 8) | (bytes[2 * at + 3 - highAt] ?? 0);
  }
  let text = '';
  for (let at = 0; at < units.length; at += chunk)
    text += String.fromCharCode(...units.subarray(at, at + chunk));
  return /\p{Cs}/u.test(text) ? refuse('not-utf-8') : ok(text);
}

/** Text as UTF-8: `lib` has no TextEncoder. */
export function encodeUtf8(text: string): Uint8Array {
  const bytes = new Uint8Array(3 * text.length);
  let filled = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.codePointAt(at) ?? 0;
    if (code > 0xffff) at += 1;
    if (code < 0x80) bytes[filled++] = code;
    else {
      if (code < 0x800) bytes[filled++] = 0xc0 | (code >> 6);
      else {
        if (code < 0x1_0000) bytes[filled++] = 0xe0 | (code >> 12);
        else {
          bytes[filled++] = 0xf0 | (code >> 18);
          bytes[filled++] = 0x80 | ((code >> 12) & 0x3f);
        }
        bytes[filled++] = 0x80 | ((code >> 6) & 0x3f);
      }
      bytes[filled++] = 0x80 | (code & 0x3f);
    }
  }
  return bytes.slice(0, filled);
}
