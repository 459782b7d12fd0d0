/** Signs that a keyboard, a phone or a copied page writes otherwise, each with the one that is compared. */
const alike: readonly [RegExp, string][] = [
  [/[‘’‚‛′]/g, "'"],
  [/[“”„‟″«»]/g, '"'],
  [/[‐‑‒–—―−]/g, '-'],
  [/…/g, '...'],
  [/[\u00ad\u200b-\u200d\u2060\ufeff]/g, ''],
  [/\s+/g, ' '],
];

function plain(text: string): string {
  return alike.reduce((out, [signs, sign]) => out.replace(signs, sign), text.normalize('NFC')).toLowerCase();
}

/**
 * Whether a quotation stands in a text as somebody copies or types it: white space, quotation marks, dashes and
 * capitals may differ, and marks or an ellipsis around it are not part of it.
 */
export function standsIn(text: string, quote: string): boolean {
  const wanted = plain(quote)
    .trim()
    .replace(/^["'. ]+|["' ]+$|\.{3,}["' ]*$/g, '')
    .trim();
  return /[\p{L}\p{N}]/u.test(wanted) && plain(text).includes(wanted);
}
