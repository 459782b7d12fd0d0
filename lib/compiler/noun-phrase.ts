import type { Token } from './language.ts';
import { tag } from './language.ts';
import { givenNames } from './lexicon/given-names.ts';

export type GrammaticalNumber = 'singular' | 'plural' | 'mass' | 'unknown';

/** Names and nouns that end in -s and yet take a singular verb. */
const singularInS =
  /^(?:the )?(?:united (?:states|nations|kingdom|arab emirates)|netherlands|philippines|news|economics|politics|physics|mathematics|ethics|brics|analysis|crisis|basis|series|species|means|process|access|business|congress|success|progress|status|consensus|bus|virus|census|focus|apparatus|nexus|emphasis|hypothesis|thesis|synthesis|diagnosis|axis|oasis|[\p{L}]*(?:ss|ics|sis))$/iu;
const pluralWithoutS =
  /^(?:people|men|women|children|police|data|media|criteria|phenomena|feet|teeth|mice|troops)$/i;
const pluralOpeners =
  /^(?:these|those|both|several|many|few|two|three|four|five|six|seven|eight|nine|ten|all|such|various)$/i;
/** Nouns that take no article in the singular because they are not counted. Own list; on others "unknown" is safe. */
const massEnding = /(?:ship|ence|ance|ism|ity|ment|ation|ness|hood|dom|cy|ing|age|ization|isation)$/i;

/** The token index at which the phrase's own head stands: before its first preposition, clause or comma. */
export function headIndex(tokens: readonly Token[]): number {
  let head = -1;
  for (const [index, token] of tokens.entries()) {
    const after = tokens[index + 1];
    if (token.pos === 'PART' && /[’']s?$/.test(token.text)) continue;
    if (['NOUN', 'PROPN'].includes(token.pos) || (token.pos === 'PRON' && head < 0 && !isPossessive(token))) {
      // "China’s defence industry": the owner is no head.
      if (after !== undefined && after.pos === 'PART' && /[’']s?$/.test(after.text)) continue;
      head = index;
      continue;
    }
    if (head >= 0 && !(token.pos === 'NUM' || token.text === '-')) break;
    if (head < 0 && (token.pos === 'ADP' || token.pos === 'AUX') && index > 0) break;
  }
  return head;
}

function isPossessive(token: Token): boolean {
  return /^(?:its|their|his|her|our|your|my)$/.test(token.lower);
}

export function headOf(phrase: string): string | null {
  const tokens = tag(phrase);
  const head = tokens[headIndex(tokens)];
  return head === undefined ? null : head.lemma;
}

/** Whether a verb beside the noun phrase must be singular or plural; "unknown" on doubt. */
export function numberOf(phrase: string): GrammaticalNumber {
  return numberOfTokens(tag(phrase));
}

export function numberOfTokens(tokens: readonly Token[]): GrammaticalNumber {
  const first = tokens[0];
  if (first === undefined) return 'unknown';
  if (tokens.length === 1 && first.pos === 'PRON') {
    return /^(?:they|we|you|these|those|both)$/.test(first.lower)
      ? 'plural'
      : /^(?:he|she|it|this|that)$/.test(first.lower)
        ? 'singular'
        : 'unknown';
  }
  const index = headIndex(tokens);
  const head = tokens[index];
  if (head === undefined) return 'unknown';
  const whole = tokens.map((token) => token.text).join(' ');
  if (singularInS.test(whole)) return 'singular';
  if (/^each\b|^every\b/i.test(whole)) return 'singular';
  // "the Belt and Road Initiative" is one name; "the Soviet Union and Japan" is not.
  if (/^the \p{Lu}\p{Ll}+ and \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}*[^s\s]$/u.test(whole)) return 'singular';
  if (coordinated(tokens, index)) return 'plural';
  if (pluralOpeners.test(first.lower)) return 'plural';
  if (pluralWithoutS.test(head.lower)) return 'plural';
  if (isOnePerson(tokens)) return 'singular';
  if (head.lower.endsWith('s') && !singularInS.test(head.lower))
    return head.lemma !== head.lower || head.pos === 'PROPN' ? 'plural' : 'unknown';
  if (head.pos === 'PROPN') return 'singular';
  if (/^(?:an?|this|that|one|another)$/.test(first.lower)) return 'singular';
  return massEnding.test(head.lower) && !/^(?:the)$/.test(first.lower) ? 'mass' : 'singular';
}

/** "William Nordhaus", "Thucydides": a name in -s is no plural; "the Hughes", "Romans" are none of these. */
function isOnePerson(tokens: readonly Token[]): boolean {
  const [first, ...others] = tokens;
  if (first === undefined || !tokens.every(({ text }) => /^\p{Lu}[\p{L}.’'-]*$/u.test(text))) return false;
  if (others.length > 0) return givenNames.has(first.text);
  return /(?:us|is|os|des|tes|cles|nes|ames)$/.test(first.lower);
}

/** "Moscow and Beijing", "shared grievances and strategic calculations": two heads joined by "and". */
function coordinated(tokens: readonly Token[], head: number): boolean {
  for (let at = head + 1; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) return false;
    if (token.lower === 'and') {
      const rest = tokens.slice(at + 1);
      const second = headIndex(rest);
      const verbBefore = rest.slice(0, second + 1).some((each) => each.pos === 'VERB' || each.pos === 'AUX');
      // "economic and political ties" joins adjectives and never gets here: the head follows its "and".
      return second >= 0 && !verbBefore && at === head + 1;
    }
    if (token.lower !== ',') return false;
  }
  return false;
}

/** The verb form that agrees: is/are, does/do, has/have. */
export function agrees(number: GrammaticalNumber, singular: string, plural: string): string {
  return number === 'plural' ? plural : singular;
}
