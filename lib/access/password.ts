import { commonPasswords } from './common-passwords.ts';

export const shortestPassword = 10;
/** Longer ones would only cost time to digest. */
export const longestPassword = 200;

export type PasswordRefusal = 'password-short' | 'password-long' | 'password-common';

/**
 * What is wrong with a new password; null when it will do. Length, and not what everybody tries first: no rule
 * about kinds of characters, which makes people write "Password1!" (NIST SP 800-63B, 3.1.1.2).
 */
export function refusePassword(
  password: string,
  person: { email: string; name: string },
): PasswordRefusal | null {
  const characters = [...password].length;
  if (characters < shortestPassword) return 'password-short';
  if (characters > longestPassword) return 'password-long';
  return isCommon(password, person) ? 'password-common' : null;
}

function isCommon(password: string, person: { email: string; name: string }): boolean {
  const lower = password.normalize('NFKC').toLowerCase();
  if (new Set(lower).size < 5) return true;
  if (isRepeated(lower) || isWalk(lower)) return true;
  const own = [person.email, person.email.split('@')[0] ?? '', person.name, ...person.name.split(/\s+/)]
    .map((word) => lettersOf(word.toLowerCase()))
    .filter((word) => word.length >= 3);
  return [lower, unmask(lower)].some((form) => {
    const core = form.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
    // With much around it, the word is no longer what is guessed.
    if ([...form].length - [...core].length > 6) return false;
    const word = lettersOf(core);
    return commonPasswords.has(word) || own.includes(word) || isPairOf(word);
  });
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}]/gu, '');
}

const masks: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** "p@ssw0rd" as "password": only within the word, so that a number at its end stays one. */
function unmask(text: string): string {
  return text.replace(/[013457@$!](?=.*\p{L})/gu, (sign) => masks[sign] ?? sign);
}

/** "lovelovelove", "abc123abc123". */
function isRepeated(text: string): boolean {
  return /^(.{1,8}?)\1+.{0,2}$/u.test(text);
}

/** A common word twice over: "passwordpassword". */
function isPairOf(word: string): boolean {
  const half = word.length / 2;
  return (
    Number.isInteger(half) &&
    word.slice(0, half) === word.slice(half) &&
    commonPasswords.has(word.slice(0, half))
  );
}

const paths = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwertzuiop',
  'yxcvbnm',
  'azertyuiop',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  '!@#$%^&*()',
];
const steps = new Set<string>();
for (const path of paths) {
  for (let at = 0; at + 1 < path.length; at += 1) {
    steps.add(path.slice(at, at + 2));
    steps.add(`${path.charAt(at + 1)}${path.charAt(at)}`);
  }
}

/** Made of a few straight walks over the alphabet, the digits or the keyboard: "qwerty12345", "abcdef654321". */
function isWalk(text: string): boolean {
  let walks = 1;
  for (let at = 0; at + 1 < text.length; at += 1) {
    const step = text.slice(at, at + 2);
    if (!steps.has(step) && step.charAt(0) !== step.charAt(1)) walks += 1;
  }
  return walks <= text.length / 3;
}
