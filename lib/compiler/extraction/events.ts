import type { Clause } from '../chunker.ts';
import { chunkClause } from '../chunker.ts';
import type { Candidate, Reading } from '../frames/frame.ts';
import { tag } from '../language.ts';
import { chatty, hedges } from '../lexicon/stance.ts';
import { wordCount } from '../wording.ts';
import { isList } from './lists.ts';
import { withoutLoose } from './loose.ts';
import { statementOf } from './stands-alone.ts';

const months = 'January|February|March|April|May|June|July|August|September|October|November|December';
const dated = `(?:[Ii]n (?:early |late |mid-)?(?:(?:${months}) )?|[Oo]n (?:(?:${months}) \\d{1,2}, |\\d{1,2} (?:${months}) ))(?<year>1\\d{3}|20\\d{2})`;
const fronted = new RegExp(`^${dated},? (?<statement>.+)$`);
const later = new RegExp(
  `^(?<before>.+?),? ${dated}(?<after>(?: (?:by|at|with|for|to|in|on|under|after|before|as|from|of)\\b.*)?)$`,
);
const anyYear = /\b(?:1\d{3}|20\d{2})s?\b/g;
/** "Robert Fortune, a botanist, smuggled …", "Galileo, which is under civilian control, began …". */
const insertion =
  /^(?<subject>[^,]{3,60}), (?:an?|the|which|who|where|then|now|built|known|led|founded|named|commanded|headed|owned) [^,]{3,80}, (?=\p{Ll})/u;

function withoutInsertion(text: string): string {
  return text.replace(insertion, (all, subject: string) =>
    tag(subject).some(({ pos }) => pos === 'VERB' || pos === 'AUX') ? all : `${subject} `,
  );
}

/**
 * A dated event: "In 1903, …" or "… in April 1999 …", with a clause in the past that says what happened, and a
 * date that belongs to the whole of it. Of a sentence that joins several clauses, the first that is one.
 */
export function findEvent({ text, around }: Reading): Candidate[] {
  if (!/\b(?:1\d{3}|20\d{2})\b/.test(text)) return [];
  for (const clause of text.replace(/[.\s]+$/, '').split(/, (?:and|but|while) |; /)) {
    const found = eventOf(clause, around);
    if (found !== null) return [found];
  }
  return [];
}

/**
 * What has a date that is taught: foundings, laws, wars, inventions. Own list; the years of experiments, travels
 * and examples blind readers found to be trivia.
 */
const momentous =
  /^(?:found|establish|abolish|pass|sign|ratif|declar|invad|surrender|seiz|annex|elect|crown|overthr|introduc|began|begun|end|broke|conquer|fell|fall|open|complet|launch|discover|invent|publish|adopt|join|gain|assassinat|nationali|approv|enact|creat|form|dissol|abdicat|secede|unif|independ|captur|defeat|destroy|collaps|withdr|liberat|occup|expel|execut|restor|impos|ban|outlaw|legali|repeal|promulgat|issu|proclaim|announc|admit|grant|set|win|won|lost|cross|circumnavigat|land|reach|patent|erupt|devalu|abandon|left|becam|becom|recogni|brought|bring|smuggl|tore|tear|evacuat|withdrew|gave|cut|stop|cancel|expand|seced|revolt|rebel|strike|struck|guarantee|extend|reunif|divid|partition|mak|ceded|cede|sank|sink)/;

function eventOf(clause: string, around: Reading['around']): Candidate | null {
  if ((clause.match(anyYear) ?? []).length !== 1) return null;
  const parts = partsOf(clause);
  if (parts === null) return null;
  const plainly = withoutInsertion(withoutLoose(parts.statement));
  const sentence = plainly.charAt(0).toUpperCase() + plainly.slice(1);
  const whole = statementOf(`${sentence}.`, around);
  if (whole === null) return null;
  // What follows a comma may have happened at another time.
  const [first = '', ...more] = whole.split(/,(?!\d)/);
  // Of three who did it, one would be named.
  if (isList(more.join(','))) return null;
  const statement = first.replace(/[.\s]+$/, '');
  if (wordCount(statement) < 3 || wordCount(statement) > 24) return null;
  // A participle behind its noun is easily taken for the verb, and "when" sets another time beside the year.
  if (/\b(?:named|called|born|located|known|entitled|titled|when|while|until|since)\b/.test(statement))
    return null;
  if (hasSecondVerb(statement) || /\p{L}+ed and \p{L}+ed\b/u.test(statement)) return null;
  const read = chunkClause(statement);
  if (read === null || chatty.some((pattern) => pattern.test(statement))) return null;
  const past = read.tense === 'past' || /^(?:was|were)$/.test(read.verb.lower);
  if (!past || statement.split(' ').some((word) => hedges.has(word))) return null;
  // Of somebody unnamed it is an anecdote; an owner must be the subject.
  if (
    /^an? (?!(?:group|coalition|series|majority|law|treaty|court|referendum|parliament|congress|convention) )/i.test(
      read.subject,
    ) ||
    !namesWhat(read)
  )
    return null;
  if (/\b(?:its|their|his|her)\b/.test(statement)) return null;
  const [deed = ''] = /^(?:was|were)$/.test(read.verb.lower)
    ? read.rest.replace(/^(?:first|finally|formally|officially) /, '').split(' ')
    : [read.verb.lower];
  if (!momentous.test(deed) || around.isInHeading(parts.year)) return null;
  // A word that the document writes nowhere else: large or small inside a question, nobody can tell.
  if (around.opensName(sentence) === null) return null;
  return {
    parts: { statement, date: parts.year },
    label: 'fact',
    attribution: null,
    // In a text about something else a year is a side fact: worth keeping, not worth asking unread.
    confidence: around.tellsHistory ? 0.9 : 0.85,
  };
}

/** The clause without its date, where the date is its own and not that of a clause inside it. */
function partsOf(clause: string): { statement: string; year: string } | null {
  const opening = fronted.exec(clause)?.groups;
  if (opening?.statement !== undefined && opening.year !== undefined)
    return { statement: opening.statement, year: opening.year };
  const inside = later.exec(clause)?.groups;
  if (inside?.before === undefined || inside.year === undefined) return null;
  const withoutAside = inside.before.replace(insertion, '');
  if (/\b(?:and|but|before|after|until|since|that|who|which|when|because|where)\b|,/.test(withoutAside))
    return null;
  return { statement: `${inside.before}${inside.after ?? ''}`, year: inside.year };
}

/** Who did it has a name, or what was done: else it may have happened in many a year. */
function namesWhat({ tokens, verb }: Clause): boolean {
  const names = tokens.filter((token) => token.pos === 'PROPN');
  const substance = tokens.filter(
    (token) => token.start > verb.start && ['NOUN', 'PROPN'].includes(token.pos),
  );
  return names.length > 0 && (substance.length >= 1 || /^(?:was|were)$/.test(verb.lower));
}

/** "was forced out and went into exile": turned into a question, only the first of two verbs would follow. */
function hasSecondVerb(statement: string): boolean {
  const tokens = tag(statement);
  return tokens.some(
    ({ lower }, index) => lower === 'and' && ['VERB', 'AUX', 'ADV'].includes(tokens[index + 1]?.pos ?? ''),
  );
}
