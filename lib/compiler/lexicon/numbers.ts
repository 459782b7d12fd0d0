/** Number words from zero to twelve and the tens. Source: English; beyond them style guides write figures. */
const spelled: readonly [word: string, number: number][] = [
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
  ['six', 6],
  ['seven', 7],
  ['eight', 8],
  ['nine', 9],
  ['ten', 10],
  ['eleven', 11],
  ['twelve', 12],
];

/** The other way to write a small count: "three" ↔ "3"; null for anything else. */
export function spelledNumber(value: string): string | null {
  const lower = value.toLowerCase();
  for (const [word, number] of spelled) {
    if (lower === word) return String(number);
    if (lower === String(number)) return word;
  }
  return null;
}

/** Counts beside a small count, written the same way: the wrong answers to "how many". Empty for other values. */
export function nearbyNumbers(value: string): string[] {
  const words = spelled.findIndex(([word]) => word === value.toLowerCase());
  const figures = spelled.findIndex(([, number]) => String(number) === value);
  const at = Math.max(words, figures);
  if (at < 0) return [];
  // One less and two more, or one less, one more, and so on: by the number itself, so that the key's rank varies.
  const from = Math.max(0, at - (at % 3));
  return spelled
    .slice(from, from + 4)
    .filter((_, index) => from + index !== at)
    .map(([word, number]) => (words >= 0 ? word : String(number)));
}

/**
 * Figures of the same form and size that a figure is not: half and one and a half times it, rounded as it is
 * rounded, percentages below 100. Empty where none is a likely figure.
 */
export function otherFigures(value: string): string[] {
  const found = /^(?<head>\D*)(?<figure>\d[\d,]*(?:\.\d+)?)(?<tail>.*)$/.exec(value)?.groups;
  if (found?.figure === undefined) return [];
  const { head = '', figure, tail = '' } = found;
  const number = Number(figure.replace(/,/g, ''));
  const decimals = /\.(\d+)$/.exec(figure)?.[1]?.length ?? 0;
  if (!Number.isFinite(number) || number < 4) return [];
  const zeros = decimals > 0 ? 0 : (/0*$/.exec(String(number))?.[0].length ?? 0);
  const unit = decimals > 0 ? 10 ** -decimals : 10 ** zeros;
  return [0.5, 1.5].flatMap((factor) => {
    const other = Math.max(unit, Math.round((number * factor) / unit) * unit);
    const isShare = /^ ?(?:%|per ?cent)/.test(tail);
    if (other === number || (isShare && other >= 100)) return [];
    const written = decimals > 0 ? other.toFixed(decimals) : String(Math.round(other));
    const grouped = figure.includes(',') ? written.replace(/\B(?=(?:\d{3})+(?!\d))/g, ',') : written;
    return [`${head}${grouped}${tail}`];
  });
}

/** The number that an option opens with, for putting options in order; null where it is not a number. */
export function leadingNumber(text: string): number | null {
  const word = spelled.find(([each]) => new RegExp(`^${each}\\b`, 'i').test(text));
  if (word !== undefined) return word[1];
  const figure = /^(?:about |some |US)?[$€£¥]?(\d[\d,]*(?:\.\d+)?)/.exec(text)?.[1];
  return figure === undefined ? null : Number(figure.replace(/,/g, ''));
}
