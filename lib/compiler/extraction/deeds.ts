import { chunkClause } from '../chunker.ts';
import type { Candidate, Foil, Reading } from '../frames/frame.ts';
import { tag } from '../language.ts';
import { comparing } from '../lexicon/outward.ts';
import { hedges } from '../lexicon/stance.ts';
import type { Person } from '../people.ts';
import { wordCount } from '../wording.ts';
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

/** They tell of anybody, or of a life and not of what is taught. */
const passing =
  /^(?:died|dies|lived|lives|was born|married|visited|went|goes|came|comes|said|says|noted|notes|wrote (?:that|in|to)|tried|wanted|felt|knew|thought|seemed|appeared|remained|stayed|arrived|returned|grew up|replied|responded|added|agreed|disagreed|complained|had (?:to|been)|has been|have|called|made (?:it|him|them)|took (?:up|part)|began to|started to|continued|worked|studied|met|gave|turned|was an?|is an?|attended|attends|moved|joined|sailed|took|takes|laid|found (?!that)|initially|at first|helped|tried)\b/;

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
  return at !== null && before.test(last.slice(0, at.start)) ? owner : null;
}

function deedOf(clause: string, behind: string, around: Reading['around']): Candidate | null {
  const actors = around.people.filter((each) => {
    const name = findName(clause, each);
    return name !== null && before.test(clause.slice(0, name.start));
  });
  const [person] = actors;
  const name = person === undefined ? null : findName(clause, person);
  if (person === undefined || name === null || actors.length > 1) return null;
  const rest = clause.slice(name.end).replace(affiliation, '').replace(insertion, ' ');
  // Two did it together, or it is said of the one's work.
  if (!rest.startsWith(' ') || /^ (?:(?:and|or|et al)\b|\p{Lu})/u.test(rest)) return null;
  // What comes behind a comma is an addition.
  const [first = '', ...more] = rest.split(/,(?!\d)| [-–—] |[;:]/);
  // Cut in a list, it would say a part for the whole.
  if (isList(`${more.join(',')}${behind}`)) return null;
  const said = withoutLoose(first.trim());
  const when = dated.exec(clause.slice(0, name.start))?.groups?.when;
  for (const part of verbPhrases(said)) {
    // Behind a view, the date would be read as part of it.
    const predicate =
      when === undefined || /\d{3}|\bthat\b/.test(part)
        ? part
        : `${part} ${when.charAt(0).toLowerCase()}${when.slice(1)}`;
    if (fits(person, predicate, around)) return candidateOf(person, predicate, around);
  }
  return null;
}

/** " Moon, and planets": short pieces up to an "and". */
function isList(behind: string): boolean {
  const pieces = behind.split(',').map((piece) => piece.trim());
  const end = pieces.findIndex((piece) => /^(?:and|or) /.test(piece));
  return (
    (end > 0 &&
      pieces
        .slice(0, end)
        .every(
          (piece) =>
            piece !== '' &&
            wordCount(piece) <= 5 &&
            !/^(?:which|who|where|a|an|the|but|making|thus) /.test(piece),
        )) ||
    (end === 0 && /^(?:and|or) \p{Ll}+(?: \p{Ll}+)?$/u.test(pieces[0] ?? ''))
  );
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

function fits(person: Person, predicate: string, around: Reading['around']): boolean {
  if (passing.test(predicate)) return false;
  const count = wordCount(predicate);
  if (count < 4 || count > 28) return false;
  const subject = person.kind === 'body' ? `the ${person.name}` : person.name;
  const read = chunkClause(`${subject} ${predicate}`);
  if (read === null || read.subject !== subject || read.number !== 'singular') return false;
  const [main = '', held] = predicate.split(/ that (?=(?:\p{L}+ ){2})/u);
  if (main.split(' ').some((word) => hedges.has(word)) || /\bnot\b|n[’']t\b|\bhad\b/.test(main)) return false;
  // Somebody else in it would be asked for with them.
  if (around.people.some((other) => other !== person && findName(main, other) !== null)) return false;
  if (!endsWhole(predicate)) return false;
  if (held !== undefined) return !opensOutward(`${main} that`) && standsAsView(held, around);
  // "his" and "its" are the subject's own.
  const own = predicate.replace(/\b(?:his|its)\b/g, 'a');
  return statementOf(`${person.name} ${own}.`, around) !== null && saysWhat(predicate);
}

/** A view that can be understood where only it is quoted. */
function standsAsView(held: string, around: Reading['around']): boolean {
  const clause = chunkClause(held);
  if (
    wordCount(held) < 5 ||
    opensOutward(held) ||
    leansOut(held, around) ||
    (clause !== null && bareDefinite(clause.subject))
  )
    return false;
  return !comparing.test(held) || /\bthan\b/.test(held);
}

function candidateOf(person: Person, predicate: string, around: Reading['around']): Candidate {
  const view =
    /^(?:argue|claim|believe|maintain|contend|assert|propose|suggest|conclude|insist|hypothesi|estimate|warn|predict)\p{L}* that /u;
  const name = person.kind === 'body' ? `the ${person.name}` : person.name;
  return {
    parts: { subject: name, predicate, asked: 'who' },
    label: view.test(predicate) ? 'interpretation' : 'fact',
    attribution: view.test(predicate) ? name : null,
    confidence: 0.9,
    foils: others(person, around),
    acceptAlso: [...new Set([person.name, person.surname])].filter((form) => form !== name),
  };
}

function others(person: Person, around: Reading['around']): Foil[] {
  return around
    .otherPeople()
    .filter((other) => other !== person && other.kind === person.kind)
    .slice(0, 6)
    .map(({ kind, name }) => ({
      text: kind === 'body' ? `The ${name}` : name,
      why: `The text says other things of ${kind === 'body' ? 'the ' : ''}${name}.`,
    }));
}

function findName(text: string, { name, surname }: Person): { start: number; end: number } | null {
  for (const form of [name, surname]) {
    const at = text.indexOf(form);
    if (at >= 0 && !/[\p{L}-]/u.test(text.charAt(at + form.length)) && !/\p{L}/u.test(text.charAt(at - 1)))
      return { start: at, end: at + form.length };
  }
  return null;
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
