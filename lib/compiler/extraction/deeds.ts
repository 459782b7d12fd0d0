import { chunkClause } from '../chunker.ts';
import type { Foil } from '../claims-file.ts';
import type { Candidate, Reading } from '../frames/frame.ts';
import { tag } from '../language.ts';
import { comparing } from '../lexicon/outward.ts';
import { hedges } from '../lexicon/stance.ts';
import type { Person } from '../people.ts';
import { wordCount } from '../wording.ts';
import { isList } from './lists.ts';
import { withoutLoose } from './loose.ts';
import { bareDefinite, leansOut, opensOutward, statementOf } from './stands-alone.ts';

const date =
  '(?:[Ii]n|[Oo]n|[Bb]y|[Aa]round|[Aa]bout|[Ss]ince) (?:(?:early|late|about|around|the (?:early|late|mid-)?) ?)?(?:\\d{1,2} )?(?:(?:January|February|March|April|May|June|July|August|September|October|November|December) )?(?:\\d{3,4}s?|\\d{1,2}(?= (?:BCE|BC|CE|AD)))(?: BCE| BC| CE| AD)?';
/** A date, or a phrase with its comma: "In 1958", "In a study of 2010,", "In the same period". */
const opening = `(?:${date}|(?:In|On|At|By|During|After|Before|For|To|From|Under|With|Like|Unlike) [^,]{2,60},|(?:In|At|During) the (?:same|following|next|meantime|late|early|mid) ?[\\p{Ll}-]*)`;
const title =
  'President|Prime Minister|Chancellor|King|Queen|Emperor|General|Admiral|Pope|Sir|Lord|Professor|Senator|Foreign Secretary';
/** Who they are, said before the name: "the German chemist", "Prime Minister". */
const rank = `(?:(?:[Tt]he|[Aa]n?) (?:(?!(?:of|by|under|with|for|and|headed|led|to|from|like|in|on|at|as)\\b)(?:\\p{Ll}[\\p{L}-]*|\\p{Lu}\\p{L}+(?:ish|ian|an|ese|ch)|Dutch|Greek|Swiss|${title}) ){1,5}|(?:the )?(?:${title}) )?(?:the )?`;
const before = new RegExp(`^(?:${opening},? )?(?:[Tt]he )?${rank}$`, 'u');
/** "of Yale", ", a New Zealander,", ", in a study of 2019,": who they are, or where they said it. */
const affiliation = /^ (?:of|at) (?:the )?\p{Lu}[\p{L}’'-]+(?:(?: of)?(?: the)? \p{Lu}[\p{L}’'-]+)*(?=[ ,])/u;
const insertion = /^, (?!(?:and|or)\b)[^,]{3,90}, (?=\p{Ll})/u;
const dated = new RegExp(`^(?<when>${date}),? `, 'u');

/**
 * Verbs of what somebody is remembered for, or holds. Own list; all others ("moved", "met", "tried") tell of a
 * life and not of what is taught: of questions with those, blind readers found most to be trivia.
 */
export const contributing =
  /^(?:propos|discover|invent|introduc|coin|argu|conclud|show|demonstrat|found(?! the)|formulat|develop|publish|defin|describ|design|devis|establish|suggest|maintain|contend|claim|predict|estimat|warn|report(?=\p{L}* that)|prov|deriv|calculat|comput|isolat|synthesi|crystalli|identif|observ(?=\p{L}* that)|compar|classif|divid|translat|compil|compos|paint|built|build|wrote (?!that|in\b|to\b|of\b)|popularis|populariz|pioneer|patent|creat|launch|draft|commission|dispatch|found(?=ed)|abolish|nationali|declar|conquer|defeat|overthrew|overthrow|unif|promulgat|issu|ordered|led (?:the|an?) (?:\p{L}+ ){0,2}(?:revolt|rebellion|army|revolution|expedition|campaign|movement|march|mission|uprising|delegation)|believed that|held that|holds that|believes that|became the first|was the first|listed|named the|likened|first |recommend|advocat|oppos|criticis|criticiz|reject|favour|favor|consider|regard(?=\p{L}* [\p{L} ]+ as )|view(?=\p{L}* [\p{L} ]+ as )|saw (?=[\p{L} ]+ as )|fear(?=\p{L}* that)|invad|annex|attribut|distinguish|interpret)/u;

/** What a person or body did or holds, so that it can be asked who: the clause's own predicate, cut at its first comma. */
export function findDeed({ text, around }: Reading): Candidate[] {
  if (around.people.length === 0 || /[“”"?!()]/.test(text)) return [];
  const plain = text.trim().replace(/\.$/, '');
  const owner = pronounOwner(plain, around);
  const spelled = owner === null ? plain : plain.replace(pronoun, `$<date>${owner.name}`);
  const clauses = spelled.split(/(?=, (?:and|but|while|where|until|although) |; )/);
  for (const [at, clause] of clauses.entries()) {
    const behind = clauses.slice(at + 1).join('');
    const found = deedOf(clause.replace(/^, \p{L}+ |^; /u, ''), behind, around);
    if (found === null) continue;
    // "believed that individuals make up society, but …": the half of a view is another view.
    if (/ that /.test(String(found.parts.predicate)) && clauses[at + 1]?.startsWith(', but ') === true)
      continue;
    return [owner === null ? found : { ...found, reach: 1 }];
  }
  return [];
}

const pronoun = new RegExp(`^(?<date>(?:${date},? )?)(?<word>[Hh]e|[Ss]he|[Ii]t)\\b`, 'u');

/** "He …": the one person with whom the sentence before it opens, and whom alone it names. */
function pronounOwner(text: string, { earlier, people }: Reading['around']): Person | null {
  const word = pronoun.exec(text)?.groups?.word?.toLowerCase();
  const last = earlier.at(-1);
  if (word === undefined || last === undefined) return null;
  const named = people.filter((person) => findName(last, person) !== null);
  const [owner] = named;
  if (owner === undefined || named.length > 1 || (owner.kind === 'body') !== (word === 'it')) return null;
  const at = findName(last, owner);
  // "McPhail’s theory" is no person.
  return at !== null && before.test(last.slice(0, at.start)) && !/^[’']/.test(last.slice(at.end))
    ? owner
    : null;
}

/** Whose deed it is: one of the document's people, or two of them together. */
type Actor = { name: string; plural: boolean; people: readonly Person[]; accept: readonly string[] };

/** "WHO": how people write a body whose name is long. */
function initialsOf({ kind, name }: Person): string[] {
  const initials = (name.match(/\p{Lu}/gu) ?? []).join('');
  return kind === 'body' && initials.length > 1 ? [initials] : [];
}

function actorOf(person: Person, partner: Person | null): Actor {
  if (partner === null) {
    const name = person.kind === 'body' ? `the ${person.name}` : person.name;
    const accept = [...new Set([person.name, person.surname, ...initialsOf(person)])].filter(
      (form) => form !== name,
    );
    return { name, plural: false, people: [person], accept };
  }
  const [a, b] = [person, partner];
  return {
    name: `${a.name} and ${b.name}`,
    plural: true,
    people: [a, b],
    accept: [
      `${a.surname} and ${b.surname}`,
      `${b.name} and ${a.name}`,
      `${b.surname} and ${a.surname}`,
      `${a.surname}, ${b.surname}`,
    ],
  };
}

function deedOf(clause: string, behind: string, around: Reading['around']): Candidate | null {
  const actors = around.people.filter((each) => {
    const name = findName(clause, each);
    return name !== null && before.test(clause.slice(0, name.start));
  });
  const [person] = actors;
  const name = person === undefined ? null : findName(clause, person);
  if (person === undefined || name === null || actors.length > 1) return null;
  const together = partnerBehind(clause.slice(name.end), person, around);
  const rest = (together?.rest ?? clause.slice(name.end)).replace(affiliation, '').replace(insertion, ' ');
  // More did it together, or it is said of the one's work.
  if (!rest.startsWith(' ') || /^ (?:(?:and|or|et al)\b|\p{Lu})/u.test(rest)) return null;
  const actor = actorOf(person, together?.partner ?? null);
  // What comes behind a comma is an addition.
  const [first = '', ...more] = rest.split(/,(?!\d)| [-–—] |[;:]/);
  // Cut in a list, it would say a part for the whole.
  if (isList(`${more.join(',')}${behind}`)) return null;
  const said = withoutLoose(first.trim());
  if (more.length > 0 && waitsForNoun(said)) return null;
  const when = dated.exec(clause.slice(0, name.start))?.groups?.when;
  for (const part of verbPhrases(said)) {
    // Behind a view, the date would be read as part of it.
    const predicate =
      when === undefined || /\d{3}|\bthat\b/.test(part) || wordCount(part) > 9
        ? part
        : `${part} ${when.charAt(0).toLowerCase()}${when.slice(1)}`;
    if (fits(actor, predicate, around)) return candidateOf(actor, predicate, around);
  }
  return null;
}

/** "… and Robert Kahn described": the second of two, and what stands behind both. */
function partnerBehind(
  text: string,
  person: Person,
  { people }: Reading['around'],
): { partner: Person; rest: string } | null {
  if (!text.startsWith(' and ') || person.kind === 'body') return null;
  const behind = text.slice(5);
  for (const partner of people) {
    const at = partner === person ? null : findName(behind, partner);
    if (at?.start === 0) return { partner, rest: behind.slice(at.end) };
  }
  return null;
}

/** "went further and maintained that …": the whole, or either of two things that the same person did. */
function verbPhrases(said: string): string[] {
  const tokens = tag(said);
  const joined = tokens.findIndex(
    ({ lower }, index) =>
      lower === 'and' &&
      tokens[index + 1]?.pos === 'VERB' &&
      /(?:ed|t|w|k|e|d)$/.test(tokens[index + 1]?.lower ?? ''),
  );
  const and = tokens[joined];
  if (
    and === undefined ||
    /^(?:was|were|is|has|have)\b/.test(said) ||
    / that /.test(said.slice(0, and.start))
  )
    return [said];
  return [said.slice(and.end).trim(), said.slice(0, and.start).trim()];
}

function fits(actor: Actor, predicate: string, around: Reading['around']): boolean {
  if (!contributing.test(predicate)) return false;
  // The name, or most of it, stands in the question or over it.
  if (actor.people.some((person) => isTold(person, predicate) || around.isInHeading(person.surname)))
    return false;
  const count = wordCount(predicate);
  if (count < 4 || count > 28) return false;
  const read = chunkClause(`${actor.name} ${predicate}`);
  if (read === null || read.subject !== actor.name || (read.number === 'plural') !== actor.plural)
    return false;
  const [main = '', held] = predicate.split(/ that (?=(?:\p{L}+ ){2})/u);
  if (main.split(' ').some((word) => hedges.has(word)) || /\bnot\b|n[’']t\b|\bhad\b/.test(main)) return false;
  // Somebody else in it would be asked for with them.
  if (around.people.some((other) => !actor.people.includes(other) && findName(main, other) !== null))
    return false;
  if (!endsWhole(predicate)) return false;
  if (held !== undefined) return !opensOutward(`${main} that`) && standsAsView(held, around);
  // "his" and "its" are the subject's own.
  const own = predicate.replace(/\b(?:his|its|their)\b/g, 'a');
  return statementOf(`${actor.name} ${own}.`, around) !== null && saysWhat(predicate);
}

/** A view that can be understood where only it is quoted. */
function standsAsView(held: string, around: Reading['around']): boolean {
  const clause = chunkClause(held);
  if (
    wordCount(held) < 5 ||
    !tag(held).some(({ pos }) => pos === 'VERB' || pos === 'AUX') ||
    /\b(?:as a result|in response|in turn|afterwards|there|instead)\b/.test(held) ||
    opensOutward(held) ||
    leansOut(held, around) ||
    (clause !== null && bareDefinite(clause.subject))
  )
    return false;
  return (
    !comparing.test(
      held.replace(
        /\bbetter (?=\p{L}+ed\b|understood|known)|\bthe (?:more|less|\p{L}+er) .+ the (?:more|less|\p{L}+er)\b/gu,
        '',
      ),
    ) || /\bthan\b/.test(held)
  );
}

/** "Penn … Pennsylvania" */
function isTold({ surname }: Person, predicate: string): boolean {
  const stem = surname.toLowerCase().slice(0, 5);
  return stem.length >= 4 && predicate.toLowerCase().includes(stem);
}

function candidateOf(actor: Actor, predicate: string, around: Reading['around']): Candidate {
  const view =
    /^(?:argue|claim|believe|maintain|contend|assert|propose|suggest|conclude|insist|hypothesi|estimate|warn|predict)\p{L}* that /u;
  return {
    parts: { subject: actor.name, predicate, asked: 'who' },
    label: view.test(predicate) ? 'interpretation' : 'fact',
    attribution: view.test(predicate) ? actor.name : null,
    // Somebody named once in passing is a detail, but where the text is about who did what when.
    confidence: around.tellsHistory || actor.people.every(({ sentences }) => sentences.size > 1) ? 0.9 : 0.85,
    foils: actor.plural ? [] : othersLike(actor.people[0], around),
    acceptAlso: actor.accept,
  };
}

/** Wrong answers to "who": others of the kind whom the text names not far away. */
export function othersLike(person: Person | undefined, around: Reading['around']): Foil[] {
  return around
    .otherPeople()
    .filter((other) => other !== person && other.kind === person?.kind)
    .slice(0, 6)
    .map(({ kind, name }) => ({
      text: kind === 'body' ? `The ${name}` : name,
      why: `The text says other things of ${kind === 'body' ? 'the ' : ''}${name}.`,
    }));
}

export function findName(text: string, { name, surname }: Person): { start: number; end: number } | null {
  for (const form of [name, surname]) {
    const at = text.indexOf(form);
    if (at >= 0 && !/[\p{L}-]/u.test(text.charAt(at + form.length)) && !/\p{L}/u.test(text.charAt(at - 1)))
      return { start: at, end: at + form.length };
  }
  return null;
}

/** "be a personal", cut at a comma: an adjective with its article waits for its noun. */
function waitsForNoun(said: string): boolean {
  const tokens = tag(said);
  const [last, before] = [tokens.at(-1), tokens.at(-2)];
  return last?.pos === 'ADJ' && before !== undefined && ['DET', 'ADJ'].includes(before.pos);
}

/** Its last word can end a sentence. */
function endsWhole(predicate: string): boolean {
  const last = tag(predicate).at(-1);
  return (
    last !== undefined &&
    ['NOUN', 'PROPN', 'NUM', 'ADJ', 'ADV', 'VERB'].includes(last.pos) &&
    !/^(?:both|either|such|more|most)$/.test(last.lower)
  );
}

/** A name, a year, or three words of substance: enough that it is true of one person only. */
function saysWhat(predicate: string): boolean {
  const tokens = tag(predicate).slice(1);
  const substance = tokens.filter(({ pos }) => ['NOUN', 'PROPN', 'NUM', 'ADJ'].includes(pos));
  const named = tokens.some(({ pos, text }) => pos === 'PROPN' || /^\d{4}$/.test(text));
  return substance.length >= (named ? 2 : 3);
}
