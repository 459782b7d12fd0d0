/** Letters that decomposition leaves as they are. */
const unfolded: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
};

/**
 * What a typed answer says, without what does not matter: case, accents, punctuation, spaces, a leading
 * article, thousands separators. Digits, decimal points and signs of numbers stay: 3.5 is not 35.
 * `hyphen` is what stands for a hyphen between letters: "no-limits" is written "no limits" and "nolimits".
 */
export function foldAnswer(text: string, hyphen: ' ' | ''): string {
  const folded = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþ]/g, (letter) => unfolded[letter] ?? letter)
    // Possessives and contractions are typed with any of these, or with none.
    .replace(/['’‘ʼ`´]/g, '')
    .replace(/(^|\s)[-‐‑‒–—−](?=\d)/g, '$1minus ')
    .replace(/(\d)[ ,](?=\d{3}(?!\d))/g, '$1')
    .replace(/per\s+cent/g, 'percent')
    .replace(/%/g, ' percent ')
    .replace(/&/g, ' and ')
    .replace(/(\d)\.(?=\d)/g, '$1\u0001')
    .replace(/(?<=[\p{L}\p{N}])[-‐‑‒–—−](?=[\p{L}\p{N}])/gu, hyphen)
    .replace(/[\p{P}\p{Cf}]/gu, (mark) => (mark === '#' ? mark : ' '))
    .replaceAll('\u0001', '.')
    .replace(/\s+/g, ' ')
    .trim();
  return folded.replace(/^(?:a|an|the) (?=\S)/, '');
}

/** Whether a typed answer is one of those accepted. */
export function isAccepted(accept: readonly string[], text: string): boolean {
  const said = formsOf(text);
  return accept.some((entry) => formsOf(entry).some((form) => said.includes(form)));
}

function formsOf(text: string): string[] {
  return [foldAnswer(text, ' '), foldAnswer(text, '')].filter((form) => form !== '');
}
