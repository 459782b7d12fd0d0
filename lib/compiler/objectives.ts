import type { Claim, ClaimType } from '#lib/course/model.ts';
import { stopWords } from '#lib/text/stop-words.ts';
import { agrees, numberOf } from './noun-phrase.ts';

const mostObjectives = 4;
const mostTerms = 3;
/** A longer clause makes a summary and not an aim. */
const longestClause = 100;
/** Causes may be explained twice in one lesson; all else is aimed at once. */
const mostOf: Partial<Record<ClaimType, number>> = { cause: 2 };

type Objective = {
  phrase: string;
  salience: number;
  at: number;
  type: ClaimType;
  /** The claims that it promises. */
  claims: readonly Claim[];
};

/**
 * What a learner can do after a lesson: up to four phrases that complete "After this lesson you can …",
 * made of its most salient claims. A lesson without such claims promises nothing.
 */
export function objectivesOf(claims: readonly Claim[]): string[] {
  return choose(claims).map(({ phrase }) => phrase);
}

/** The ids of the claims that the objectives promise: what the default quiz owes an answer to. */
export function promisedClaims(claims: readonly Claim[]): Set<string> {
  return new Set(choose(claims).flatMap((objective) => objective.claims.map((claim) => claim.id)));
}

function choose(claims: readonly Claim[]): Objective[] {
  const found = [...aboutTerms(claims), ...claims.flatMap(aboutClaim), ...aboutStance(claims)].sort(
    (a, b) => b.salience - a.salience || a.at - b.at,
  );
  const taken = new Map<ClaimType, number>();
  const chosen: Objective[] = [];
  for (const objective of found) {
    const count = taken.get(objective.type) ?? 0;
    if (chosen.length === mostObjectives || count >= (mostOf[objective.type] ?? 1)) continue;
    taken.set(objective.type, count + 1);
    chosen.push(objective);
  }
  return chosen.sort((a, b) => a.at - b.at);
}

/** All terms make one objective, which comes first. */
function aboutTerms(claims: readonly Claim[]): Objective[] {
  const defined = claims
    .filter((claim) => claim.type === 'definition' && typeof claim.parts.term === 'string')
    .sort((a, b) => b.salience - a.salience || a.evidence.start - b.evidence.start);
  const top = defined.slice(0, mostTerms).sort((a, b) => a.evidence.start - b.evidence.start);
  const [first] = defined;
  if (first === undefined) return [];
  const terms = inSeries(top.map((claim) => `“${part(claim, 'term')}”`));
  return [{ phrase: `define ${terms}`, salience: first.salience, at: -1, type: 'definition', claims: top }];
}

function aboutClaim(claim: Claim): Objective[] {
  const phrase = phraseOf(claim);
  return phrase === null
    ? []
    : [{ phrase, salience: claim.salience, at: claim.evidence.start, type: claim.type, claims: [claim] }];
}

function phraseOf(claim: Claim): string | null {
  switch (claim.type) {
    case 'cause':
      return ofClaim(claim, 'explain why', part(claim, 'effect'));
    case 'purpose':
      return ofClaim(claim, 'state for what purpose', part(claim, 'action'));
    case 'means':
      return ofClaim(claim, 'describe how', part(claim, 'action'));
    case 'condition':
      return ofClaim(claim, 'say what follows', part(claim, 'if'), 'if ');
    case 'event':
      return ofClaim(claim, 'say when', part(claim, 'statement'));
    case 'attribution':
      return withClause('say who holds that', part(claim, 'holds'));
    case 'comparison': {
      const [more, less] = [part(claim, 'more'), part(claim, 'less')];
      return more === '' || less === '' ? null : `compare ${midSentence(more)} with ${midSentence(less)}`;
    }
    case 'membership': {
      const members = claim.parts.members;
      const count = numerals[Array.isArray(members) ? members.length : 0];
      // "two of the rivers", "three cities": a class that brings its own article or number keeps it.
      const own = /^(?:the|these|those|all|some|many|\d+|two|three|four|five|six|seven)\b/i.test(
        part(claim, 'class'),
      );
      return withClause(own || count === undefined ? 'name' : `name the ${count}`, part(claim, 'class'));
    }
    case 'benefit': {
      const actor = part(claim, 'actor');
      const number = /^(?:they|we|both|it)$/i.test(actor) ? 'unknown' : numberOf(actor);
      if (actor === '' || number === 'unknown') return null;
      return `say what ${midSentence(actor)} ${agrees(number, 'gains', 'gain')}${from(claim)}`;
    }
    default:
      return null;
  }
}

/** Forecasts and open questions: to know what is not settled is an aim of its own. */
function aboutStance(claims: readonly Claim[]): Objective[] {
  const salience = (list: readonly Claim[]) => Math.max(0, ...list.map((claim) => claim.salience));
  const forecasts = claims.filter((claim) => claim.label === 'forecast');
  const open = claims.filter((claim) => claim.type === 'open-question');
  const last = Number.MAX_SAFE_INTEGER;
  const out: Objective[] = [];
  if (forecasts.length > 0 && claims.some((claim) => claim.label === 'fact' || claim.label === 'figure')) {
    const phrase = 'tell the lesson’s facts from its forecasts';
    out.push({ phrase, salience: salience(forecasts), at: last - 1, type: 'forecast', claims: [] });
  }
  if (open.length > 0) {
    const phrase = `identify the ${open.length === 1 ? 'question' : 'questions'} that the lesson leaves open`;
    out.push({ phrase, salience: salience(open), at: last, type: 'open-question', claims: open });
  }
  return out;
}

const ownVoice = /^the (?:article|lesson|text|author|chapter)$/i;

const numerals: Record<number, string> = { 2: 'two', 3: 'three', 4: 'four', 5: 'five', 6: 'six' };

function part(claim: Claim, name: string): string {
  const value = claim.parts[name];
  return typeof value === 'string' ? value.trim().replace(/[.;,]$/, '') : '';
}

function from(claim: Claim): string {
  const source = part(claim, 'from');
  return source === '' ? '' : ` from ${midSentence(source)}`;
}

function withClause(lead: string, clause: string): string | null {
  return clause === '' || clause.length > longestClause ? null : `${lead} ${midSentence(clause)}`;
}

/** An aim does not make another's view into a fact; that the lesson speaks for itself need not be said. */
function ofClaim(claim: Claim, lead: string, clause: string, opener = ''): string | null {
  const isView =
    claim.attribution !== null && (claim.label === 'interpretation' || claim.label === 'forecast');
  if (!isView || claim.attribution === null || ownVoice.test(claim.attribution))
    return withClause(`${lead} ${opener}`.trim(), clause);
  return withClause(`${lead}, according to ${claim.attribution}, ${opener}`.trim(), clause);
}

/** The first word of a clause without its capital, unless it is a name. */
function midSentence(clause: string): string {
  const first = /^\p{Lu}\p{Ll}*(?=\s)|^A(?=\s)/u.exec(clause)?.[0];
  return first !== undefined && first !== 'I' && stopWords.has(first.toLowerCase())
    ? first.toLowerCase() + clause.slice(first.length)
    : clause;
}

/** "a", "a and b", "a, b and c". */
function inSeries(entries: readonly string[]): string {
  const last = entries.at(-1) ?? '';
  return entries.length < 2 ? last : `${entries.slice(0, -1).join(', ')} and ${last}`;
}
