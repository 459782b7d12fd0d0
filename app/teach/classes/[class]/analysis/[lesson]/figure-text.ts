/** A whole number with a true minus; 0 has no sign. */
export function whole(value: number): string {
  const rounded = Math.round(value);
  return rounded < 0 ? `−${-rounded}` : `${Math.abs(rounded)}`;
}

/** Up to two decimals, or as many as are asked for, in the manner of the language. */
export function decimal(value: number, locale: string, decimals = 2): string {
  const text = new Intl.NumberFormat(locale, {
    maximumFractionDigits: decimals,
    signDisplay: 'negative',
  }).format(value);
  return text.replace('-', '−');
}
