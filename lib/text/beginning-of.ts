/** The first words of a text, at most `most` characters with the mark that something was left off. */
export function beginningOf(text: string, most: number): string {
  const characters = Array.from(text);
  if (characters.length <= most) return text;
  const kept = characters.slice(0, most - 1).join('');
  // A word is not cut, unless the first one is longer than there is room for.
  const whole = characters[most - 1] === ' ' ? kept : kept.replace(/\s+\S*$/, '');
  return `${whole.replace(/[\s,;:–—-]+$/, '')}…`;
}
