import type { Clause } from '../chunker.ts';
import { chunkClause } from '../chunker.ts';
import type { Candidate, Reading } from '../frames/frame.ts';
import { tag } from '../language.ts';
import { pointing } from '../lexicon/outward.ts';
import { chatty, hedges } from '../lexicon/stance.ts';
import { wordCount } from '../wording.ts';
import { statementOf } from './stands-alone.ts';

const year = '(?<year>1[0-9]{3}|20[0-9]{2})';
const fronted = new RegExp(`^In ${year},? (?<statement>.+)$`);
/** "Robert Fortune, a botanist, smuggled …": who somebody is, between two commas. */
const apposition = /^((?:\p{Lu}[\p{L}.’'-]+ ?){1,4}), (?:an?|the) [^,]{3,60}, (?=\p{Ll})/u;
const final = new RegExp(`^(?<statement>.+) in ${year}$`);

/**
 * A dated event: "In 1903, …" or "… in 1903", with a clause in the past whose subject says who, and a date
 * that belongs to the whole of it.
 */
export function findEvent({ text, around }: Reading): Candidate[] {
  const plain = text.replace(/\.$/, '');
  const found = fronted.exec(plain)?.groups ?? final.exec(plain)?.groups;
  if (found?.statement === undefined || found.year === undefined) return [];
  // A second year would belong to something else.
  if (/\b1\d{3}\b|\b20\d{2}\b/.test(found.statement)) return [];
  const plainly = found.statement.replace(apposition, (_, name: string) => `${name.trim()} `);
  const sentence = plainly.charAt(0).toUpperCase() + plainly.slice(1);
  const whole = statementOf(`${sentence}.`, around);
  if (whole === null) return [];
  // What follows a comma may have happened at another time.
  const cut = /, (?:and|but|which|who|where|making|leading|causing|killing|ending|with|\p{L}+ing)\b/u.exec(
    whole,
  );
  const statement = (cut === null ? whole : whole.slice(0, cut.index)).trim();
  if (/,/.test(statement) || wordCount(statement) < 4 || wordCount(statement) > 22) return [];
  if (
    final.test(plain) &&
    /\b(?:and|but|before|after|until|since|that|who|which|when|because)\b/.test(statement)
  )
    return [];
  // A participle behind its noun is easily taken for the verb, and "when" sets another time beside the year.
  if (/\b(?:named|called|born|located|known|entitled|titled|when|while)\b/.test(statement)) return [];
  if (hasSecondVerb(statement)) return [];
  const clause = chunkClause(statement);
  if (clause === null || pointing.test(statement) || chatty.some((pattern) => pattern.test(statement)))
    return [];
  const past = clause.tense === 'past' || /^(?:was|were)$/.test(clause.verb.lower);
  if (!past || statement.split(' ').some((word) => hedges.has(word))) return [];
  if (!namesWhat(clause)) return [];
  return [{ parts: { statement, date: found.year }, label: 'fact', attribution: null, confidence: 0.9 }];
}

/** Who did it has a name, and so has what was done: else it may have happened in many a year. */
function namesWhat({ tokens, verb }: Clause): boolean {
  const names = tokens.filter((token) => token.pos === 'PROPN');
  const before = names.some((token) => token.start < verb.start);
  const after = names.some((token) => token.start > verb.start);
  return before && (after || /^(?:was|were)$/.test(verb.lower));
}

/** "was forced out and went into exile": turned into a question, only the first of two verbs would follow. */
function hasSecondVerb(statement: string): boolean {
  const tokens = tag(statement);
  return tokens.some(
    ({ lower }, index) => lower === 'and' && ['VERB', 'AUX', 'ADV'].includes(tokens[index + 1]?.pos ?? ''),
  );
}
