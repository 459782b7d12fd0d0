import type { Token } from './language.ts';
import { firstVerbByCompromise, tag } from './language.ts';
import {
  baseOfPast,
  beForms,
  doForms,
  haveForms,
  irregularParticiples,
  modals,
  nounVerbs,
  pluralAuxiliaries,
  singularAuxiliaries,
  tenseless,
} from './lexicon/verbs.ts';
import { numberOfTokens } from './noun-phrase.ts';

/** A clause with its subject first: [subject] [adverbs] [first finite verb] [rest]. Offsets count in `text`. */
export type Clause = {
  text: string;
  tokens: readonly Token[];
  subject: string;
  number: 'singular' | 'plural';
  /** Adverbs between subject and verb, as they stand. */
  adverbs: string;
  verb: Token;
  /** auxiliary: inverts by itself (be, have + participle, modals, do). lexical: needs "do". */
  kind: 'auxiliary' | 'lexical';
  /** Base form of a lexical verb, as the clause spells it. */
  base: string;
  tense: 'present' | 'past';
  rest: string;
};

/** Finds subject and first finite verb; null on doubt: no vote, two votes that differ, or no agreement. */
export function chunkClause(text: string): Clause | null {
  const tokens = tag(text);
  const first = tokens[0];
  if (first === undefined || /[;:—()?!“”"]/.test(text)) return null;
  // A fronted phrase or conjunction: the subject does not come first.
  if (
    ['ADP', 'SCONJ', 'CCONJ', 'ADV', 'AUX', 'INTJ'].includes(first.pos) &&
    !/^(?:more|most|some|both)$/.test(first.lower)
  )
    return null;
  if (first.pos === 'PART' || (first.pos === 'VERB' && !/ing$/.test(first.lower))) return null;
  const tagged = firstFinite(tokens);
  const clause = tagged === null ? null : clauseAt(text, tokens, tagged);
  if (clause !== null) return clause;
  const voted = firstVerbByCompromise(text);
  const votedAt = voted === null ? -1 : tokens.findIndex((token) => token.start === voted);
  // The tagger took the verb for a noun: believed only where compromise and agreement both say so.
  const candidate = tokens[votedAt];
  if (candidate === undefined || (tagged !== null && votedAt > tagged)) return null;
  return nounVerbs.has(baseForm(candidate) ?? candidate.lower) ? clauseAt(text, tokens, votedAt) : null;
}

function firstFinite(tokens: readonly Token[]): number | null {
  let pending = 0;
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1];
    if (before !== undefined && isRelative(token, before)) {
      pending += 1;
      continue;
    }
    const auxiliary = isAuxiliary(token);
    const finite = auxiliary || (token.pos === 'VERB' && finiteForm(tokens, index));
    if (!finite || index === 0) continue;
    if (pending > 0) {
      pending -= 1;
      continue;
    }
    // "could be", "has driven": only the group's first word is the finite one.
    return index;
  }
  return null;
}

function isRelative(token: Token, before: Token): boolean {
  if (/^(?:which|who|whose|where)$/.test(token.lower)) return true;
  return token.lower === 'that' && ['NOUN', 'PROPN', 'ADV'].includes(before.pos);
}

export function isAuxiliary(token: Token): boolean {
  return (
    modals.has(token.lower) ||
    beForms.has(token.lower) ||
    haveForms.has(token.lower) ||
    doForms.has(token.lower)
  );
}

function finiteForm(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token === undefined || /ing$/.test(token.lower)) return false;
  let back = index - 1;
  while (tokens[back]?.pos === 'ADV') back -= 1;
  const before = tokens[back];
  if (before !== undefined && (before.lower === 'to' || isAuxiliary(before))) return false;
  const participle = /ed$/.test(token.lower) || irregularParticiples.has(token.lower);
  const after = tokens[index + 1];
  // "the order led by the West": a participle with its agent belongs to the noun.
  if (participle && after?.lower === 'by') return false;
  return true;
}

function clauseAt(text: string, tokens: readonly Token[], at: number): Clause | null {
  const verb = tokens[at];
  if (verb === undefined || at === 0) return null;
  let subjectEnd = at;
  while (subjectEnd > 1 && isAdverb(tokens[subjectEnd - 1])) subjectEnd -= 1;
  const subjectTokens = tokens.slice(0, subjectEnd);
  const lastOfSubject = subjectTokens.at(-1);
  if (lastOfSubject === undefined || !wellFormedSubject(subjectTokens)) return null;
  const number = numberOfTokens(subjectTokens);
  if (number === 'unknown') return null;
  const plural = number === 'plural';
  const auxiliary =
    isAuxiliary(verb) &&
    !(haveForms.has(verb.lower) && !participleFollows(tokens, at)) &&
    !(doForms.has(verb.lower) && !bareFollows(tokens, at));
  const common = {
    text,
    tokens,
    subject: text.slice(0, lastOfSubject.end),
    number: plural ? ('plural' as const) : ('singular' as const),
    adverbs: subjectEnd === at ? '' : text.slice(lastOfSubject.end, verb.start).trim(),
    verb,
    rest: text.slice(verb.end).trim(),
  };
  if (auxiliary) {
    if (plural ? singularAuxiliaries.has(verb.lower) : pluralAuxiliaries.has(verb.lower)) return null;
    return { ...common, kind: 'auxiliary', base: verb.lower, tense: 'present' };
  }
  const base = baseForm(verb);
  if (base === null) return null;
  const third = verb.lower !== base && /s$/.test(verb.lower);
  const past = !third && verb.lower !== base;
  // Agreement is the third vote: "does" wants a singular subject, the bare form a plural one.
  if (third && plural) return null;
  if (!third && !past && !plural) return null;
  if (tenseless.has(verb.lower) && !plural && !third) return null;
  return { ...common, kind: 'lexical', base, tense: past ? 'past' : 'present' };
}

function isAdverb(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (token.pos === 'ADV' || /^(?:also|often|both|still|now|already|therefore|further)$/.test(token.lower)) &&
    token.lower !== 'both'
  );
}

/** No stray commas, no two noun phrases side by side ("the threats both countries perceive"), ends in a noun. */
function wellFormedSubject(tokens: readonly Token[]): boolean {
  const last = tokens.at(-1);
  if (last === undefined || !['NOUN', 'PROPN', 'PRON', 'NUM', 'ADV', 'ADJ', 'VERB'].includes(last.pos))
    return false;
  if (last.pos === 'ADJ' && tokens.length > 1 && !/^(?:the)$/.test(tokens.at(-2)?.lower ?? '')) return false;
  return tokens.every((token, index) => {
    const before = tokens[index - 1];
    if (token.lower === ',') return tokens.some((each) => each.lower === 'and');
    if (before === undefined) return true;
    const opensPhrase = token.pos === 'DET' || /^(?:both|each|all)$/.test(token.lower);
    return !(opensPhrase && ['NOUN', 'PROPN'].includes(before.pos));
  });
}

function participleFollows(tokens: readonly Token[], at: number): boolean {
  let next = at + 1;
  while (tokens[next]?.pos === 'ADV' || tokens[next]?.lower === 'not') next += 1;
  const token = tokens[next];
  if (token === undefined) return false;
  return (
    token.lower === 'been' ||
    ((/ed$/.test(token.lower) || irregularParticiples.has(token.lower)) &&
      token.pos !== 'NOUN' &&
      token.pos !== 'ADJ')
  );
}

function bareFollows(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return next !== undefined && (next.lower === 'not' || next.lower === "n't" || next.pos === 'VERB');
}

/** The base form, spelled as the clause spells it (British or American); null when the form is no verb's. */
export function baseForm(token: Token): string | null {
  const form = token.lower;
  if (form === 'has' || form === 'had' || form === 'have') return 'have';
  if (form === 'does' || form === 'did' || form === 'do') return 'do';
  const irregular = baseOfPast.get(form);
  if (irregular !== undefined) return irregular;
  if (form === `${token.lemma}es` || form === `${token.lemma}s`) return token.lemma;
  if (/ies$/.test(form) && form.length > 4) return `${form.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|zz|o)es$/.test(form)) return form.slice(0, -2);
  if (/[^su]s$/.test(form) || (/us$/.test(form) === false && /s$/.test(form) && !/ss$/.test(form)))
    return form.slice(0, -1);
  // "died", "tied": too short for a "-y".
  if (/^[a-z]ied$/.test(form)) return form.slice(0, -1);
  if (/ied$/.test(form)) return `${form.slice(0, -3)}y`;
  if (/ed$/.test(form)) {
    // wink's lemma decides between "-e" and nothing, where it keeps the clause's spelling.
    const stem = form.slice(0, -2);
    if (token.lemma === stem || token.lemma === `${stem}e`) return token.lemma;
    const undoubled = stem.slice(0, -1);
    if (token.lemma === undoubled) return undoubled;
    // "smuggled", "handled": English has no verb that ends in a consonant and l.
    if (/[bcdfgkptz]l$/.test(stem)) return `${stem}e`;
    return /(?:[iy]s|iz|at|ut|in|ag|ac|ir|ur|or|ov|iv|av)$/.test(stem) && /(?:is|iz|at|ov|iv|av)$/.test(stem)
      ? `${stem}e`
      : null;
  }
  return form;
}
