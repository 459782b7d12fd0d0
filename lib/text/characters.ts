/**
 * What splitting a text asks of single characters. A text is walked by UTF-16 units, each looked at a fixed
 * number of times, so that no text can make it slow.
 */

export function isSpace(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0xa0) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
  return (
    unit === 0xa0 ||
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000 ||
    unit === 0xfeff
  );
}

export function skipSpace(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isSpace(text, at)) at += 1;
  return at;
}

export function trimEnd(text: string, from: number, end: number): number {
  let at = end;
  while (at > from && isSpace(text, at - 1)) at -= 1;
  return at;
}

export function isWideStop(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === 0x3002 || unit === 0xff01 || unit === 0xff1f;
}

export function isStop(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === 0x2e || unit === 0x21 || unit === 0x3f || unit === 0x2026 || isWideStop(text, at);
}

/** Past “?!” and “...”, and past the spaced form “. . .”. */
export function skipStops(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isStop(text, at)) {
    at += 1;
    if (text[at] === ' ' && text[at + 1] === '.' && text[at - 1] === '.' && at + 1 < end) at += 1;
  }
  return at;
}

/** Past closing quotation marks and brackets, and past a note mark: “.[3]”, “.¹”. */
export function skipClosers(text: string, from: number, end: number): number {
  let at = from;
  while (at < end) {
    const mark = text[at] ?? '';
    if ('"\'”’»)]}¹²³⁴⁵⁶⁷⁸⁹⁰*†‡'.includes(mark)) at += 1;
    else if (mark === '[') {
      let digit = at + 1;
      while (digit < end && digit - at <= 4 && isDigit(text, digit)) digit += 1;
      if (digit === at + 1 || text[digit] !== ']' || digit >= end) break;
      at = digit + 1;
    } else break;
  }
  return at;
}

export function isOpener(text: string, at: number): boolean {
  const mark = text[at] ?? '';
  return mark !== '' && '"\'“‘«([{¿¡—–-*'.includes(mark);
}

export function skipOpeners(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && (isOpener(text, at) || isSpace(text, at))) at += 1;
  return at;
}

function isDigit(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0x30 && unit <= 0x39;
}

export function isLower(text: string, at: number): boolean {
  const letter = text[at] ?? '';
  return letter !== letter.toUpperCase() && letter === letter.toLowerCase();
}

export function isUpper(text: string, at: number): boolean {
  const letter = text[at] ?? '';
  return letter !== letter.toLowerCase();
}
