const adverbs =
  'also|then|later|therefore|thus|hence|subsequently|eventually|soon|afterwards|finally|meanwhile|accordingly|likewise|consequently|moreover|nevertheless|nonetheless|however|in turn|as a result|by contrast|in contrast|indeed|for instance|for example';
const opening = new RegExp(`^(?:${adverbs}),? (?=\\p{L})`, 'iu');
const setOff = new RegExp(`, (?:${adverbs}|too),(?= )`, 'giu');
/** Between the subject and its verb, or behind an auxiliary. */
const inside = new RegExp(
  `(?<=\\p{L}) (?:${adverbs})(?= \\p{Ll}+(?:ed|s|ught|ew|ok|ve|ade|an|came|went)\\b)`,
  'u',
);

/** Without the adverbs that tie a sentence to the one before and say nothing of their own: "It then turned …". */
export function withoutLoose(text: string): string {
  return text.replace(opening, '').replace(setOff, '').replace(inside, '');
}
