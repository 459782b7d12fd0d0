import type { Surroundings } from '../frames/frame.ts';
import { tag } from '../language.ts';
import { aboutTheText, comparing, linking, pointing, unique } from '../lexicon/outward.ts';
import { chatty } from '../lexicon/stance.ts';
import { wordCount } from '../wording.ts';

const fewestWords = 5;
const mostWords = 30;

/** Marks inside a sentence that set off what is not its own: asides, quotations, references, lists. */
/** What brackets hold may be left out. */
const aside = / \([^()]{0,60}\)/gu;
/** These point at nothing outside, whatever their words may do elsewhere. */
const harmless =
  /\b(?:(?:each|one an) ?other|such as|so that|even (?:though|if|when)|both (?=[^,]+ and )|either (?=[^,]+ or )|neither (?=[^,]+ nor )|^each (?=\p{Ll})|the same \p{Ll}+ (?:as|that)|so \p{Ll}+ that|at once|then (?=\p{Ll}+s\b))/giu;

const broken = /[;:—–()[\]“”"*…/]| - |\d\.\d\.|\.\s/;

/**
 * The sentence as a statement that can be read alone: without its full stop and linking opener, its first
 * letter small unless it is a name's. Null when anything in it points outside, addresses somebody, or on doubt.
 */
export function statementOf(text: string, around: Surroundings): string | null {
  const plain = text.trim().replace(/\.$/, '').replace(linking, '').replace(aside, '');
  if (broken.test(plain) || chatty.some((pattern) => pattern.test(plain))) return null;
  const words = wordCount(plain);
  if (words < fewestWords || words > mostWords) return null;
  if (pointing.test(plain.replace(harmless, 'mutually '))) return null;
  if (thatThing.test(plain) || aboutTheText.test(plain)) return null;
  if (comparing.test(plain) && !/\bthan\b/.test(plain)) return null;
  if (/\bsimilar\b(?! to)/.test(plain)) return null;
  if (
    /^(?:and|but|or|yet|so|nor|for|because|while|although|when|if|since|after|before|once|until|as)\b/i.test(
      plain,
    )
  )
    return null;
  return leansOut(plain, around) ? null : around.uncapitalised(plain);
}

/** "before that date", "gave that judgement": not the "that" which opens a clause. */
export const thatThing =
  /\b(?:in|at|on|of|for|from|by|with|to|before|after|until|since|during|under|about|into|against|gave|made|took|than) that \p{Ll}+/u;

/** A pronoun or pointing word before anything in the sentence could be what it stands for. */
export function opensOutward(plain: string): boolean {
  const words = plain.split(' ');
  const opening = words.slice(0, 6).join(' ');
  return (
    pointing.test(opening.replace(harmless, 'mutually ')) ||
    hasStrayPossessive(plain) ||
    thatThing.test(plain) ||
    broken.test(plain) ||
    aboutTheText.test(plain) ||
    chatty.some((pattern) => pattern.test(plain)) ||
    /\b(?:these|those|such|the former|the latter|here|there|others?|another)\b/i.test(plain)
  );
}

/** Whether an owner or a definite noun in it was introduced by a sentence before. */
export function leansOut(plain: string, around: Surroundings): boolean {
  return hasStrayPossessive(plain) || hasKnownDefinite(plain, around);
}

/** "its", "their", "his" whose owner is not the subject of the same sentence, as far as number tells. */
function hasStrayPossessive(text: string): boolean {
  const owner = /\b(its|their|his|her)\b/i.exec(text);
  if (owner === null) return false;
  const before = text.slice(0, owner.index);
  // An owner needs a noun before it in the sentence; "his" and "her" need a person's name.
  if (/^(?:his|her)$/i.test(owner[0])) return !/^\p{Lu}\p{L}+ (?:\p{Lu}\p{L}+ )?/u.test(before);
  return wordCount(before) < 2;
}

/** "the plan", with nothing that says which, and a plan was spoken of shortly before: another text's plan. */
function hasKnownDefinite(text: string, { earlier, isTerm }: Surroundings): boolean {
  if (!/\bthe\b/i.test(text)) return false;
  const tokens = tag(text);
  const before = earlier.join(' ').toLowerCase();
  return tokens.some((token, index) => {
    if (token.lower !== 'the') return false;
    const nouns: string[] = [];
    let at = index + 1;
    for (; at < tokens.length; at += 1) {
      const next = tokens[at];
      if (next === undefined) break;
      if (next.pos === 'PROPN') return false;
      if (next.pos === 'NOUN') nouns.push(next.lower);
      else if (!['ADJ', 'NUM', 'ADV', 'VERB'].includes(next.pos) || nouns.length > 0) break;
    }
    const head = nouns.at(-1);
    if (head === undefined) return false;
    const after = tokens[at]?.lower ?? '';
    if (/^(?:of|that|which|who|whose|where|between)$/.test(after) || tokens[at + 1]?.lower === 'which')
      return false;
    // "the energy required to turn …": a participle behind it says which.
    if (
      tokens[at]?.pos === 'VERB' &&
      /(?:ed|en|own|ught)$/.test(after) &&
      /^(?:to|by|for|from|in|with|as|on)$/.test(tokens[at + 1]?.lower ?? '')
    )
      return false;
    if (unique.has(head) || isTerm(nouns.join(' ')) || isTerm(head)) return false;
    // Named in two nouns ("the cell membrane"), it is known by them; in one, it may be any that was spoken of.
    const stem = head.replace(/(?:es|s)$/, '').replace(/[^a-z-]/g, '');
    return nouns.length === 1 || new RegExp(`\\b${stem}`).test(before);
  });
}

/** "the plan", "the effort": a definite noun with nothing that says which. */
export function bareDefinite(subject: string): boolean {
  return /^the [\p{Ll}-]+$/u.test(subject.charAt(0).toLowerCase() + subject.slice(1));
}
