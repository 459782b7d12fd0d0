import { chunkClause } from './chunker.ts';
import { statementOf } from './extraction/stands-alone.ts';
import type { Candidate, Reading } from './frames/frame.ts';
import { tag } from './language.ts';
import { countryNamed } from './lexicon/countries.ts';
import type { Marker } from './lexicon/markers.ts';
import { markers, memberMarkers } from './lexicon/markers.ts';
import { chatty, hedges } from './lexicon/stance.ts';
import { numberOf } from './noun-phrase.ts';
import { wordCount } from './wording.ts';

type Split = { main: string; marked: string; confidence: number };

/** Points to something outside the sentence, so that the part could not stand alone in a question. */
const pointsOut =
  /\b(?:it|they|them|this|that kind|these|those|he|she|him|such|here|there|the former|the latter)\b/i;
const ownPronoun = /\b(?:its|their|his|her)\b/i;

const patterns = markers.map((marker) => ({
  marker,
  initial: marker.positions.includes('initial')
    ? new RegExp(`^${marker.words} (?<marked>[^,]+), (?<main>[^,]+)$`, 'i')
    : null,
  final: marker.positions.includes('final')
    ? new RegExp(`^(?<main>[^,]+?),? ${marker.words} (?<marked>[^,]+)$`, 'i')
    : null,
}));

/** Two clauses, or a clause and a phrase, on either side of a relation marker; empty on doubt. */
export function splitAtMarker({ text }: Reading, relation: Marker['relation']): Split[] {
  if (chatty.some((pattern) => pattern.test(text)) || /[;:—()“”"]/.test(text)) return [];
  const plain = text.replace(/[.]$/, '');
  for (const { marker, initial, final } of patterns) {
    if (marker.relation !== relation) continue;
    const found = initial?.exec(plain)?.groups ?? final?.exec(plain)?.groups;
    if (found?.main === undefined || found.marked === undefined) continue;
    if (marker.veto?.test(found.marked) === true) continue;
    const split = accept(found.main, found.marked, relation);
    if (split !== null) return [{ ...split, confidence: marker.precision }];
  }
  return [];
}

function accept(
  main: string,
  marked: string,
  relation: Marker['relation'],
): Omit<Split, 'confidence'> | null {
  const clause = chunkClause(uncapitalised(main));
  if (clause === null || wordCount(main) > 25 || wordCount(marked) > 25) return null;
  if (pointsOut.test(main) || pointsOut.test(marked) || /^(?:its|their|his|her)\b/i.test(clause.subject))
    return null;
  const phrase = relation === 'purpose' || relation === 'means';
  if (phrase) {
    if (relation === 'means' && !/^[a-z]+ing\b/i.test(marked)) return null;
    if (relation === 'purpose' && !/^[a-z]+\b/.test(marked)) return null;
  } else {
    const other = chunkClause(uncapitalised(marked));
    // A possessive may point to the other clause's subject, or to anything: only the first clause's own is sure.
    if (other === null || ownPronoun.test(other.subject)) return null;
    // Neither clause may open with a bare "the N" that an earlier sentence introduced.
    if (bareDefinite(other.subject)) return null;
  }
  if (bareDefinite(clause.subject)) return null;
  return { main: uncapitalised(main), marked: uncapitalised(marked) };
}

/** "the plan", "the effort": a definite noun with nothing that says which. */
function bareDefinite(subject: string): boolean {
  return /^the [\p{Ll}-]+$/u.test(subject.charAt(0).toLowerCase() + subject.slice(1));
}

function uncapitalised(clause: string): string {
  const first = clause.split(' ')[0] ?? '';
  const common =
    /^(?:The|A|An|This|These|Those|Both|Many|Most|Some|Few|Several|All|Each|Every|Other|New|Such|More|Two|Three|Four|Five)$/;
  return common.test(first) ? clause.charAt(0).toLowerCase() + clause.slice(1) : clause;
}

/** "CLASS, including A and B" and "CLASS such as A, B and C", with a plural class that names what it lists. */
export function findMembers({ text }: Reading): Candidate[] {
  if (chatty.some((pattern) => pattern.test(text)) || /[;:—()“”"]/.test(text)) return [];
  const plain = text.replace(/[.]$/, '');
  for (const words of memberMarkers) {
    const match = new RegExp(`(?<class>[^,]+?),? ${words} (?<list>[^,]+(?:, [^,]+)*,? and [^,]+)$`).exec(
      plain,
    );
    const group = match?.groups?.class;
    const list = match?.groups?.list;
    if (group === undefined || list === undefined) continue;
    const members = list.split(/,? and |, /).map((member) => member.trim());
    // A class that is the sentence's object loses its sense without the verb: only "There are Ns, including …".
    const named = /^There are (?:many |several |two |three |four )?(?<noun>[\p{L} -]+)$/u.exec(group)?.groups
      ?.noun;
    if (named === undefined || numberOf(named) !== 'plural' || members.length < 2) continue;
    if (members.some((member) => wordCount(member) > 5 || pointsOut.test(member) || ownPronoun.test(member)))
      continue;
    return [{ parts: { class: named, members }, label: 'fact', attribution: null, confidence: 0.9 }];
  }
  return [];
}

/** Openers that say nothing: "For example, …", "Think about it, guys: …". */
const opener =
  /^(?:think about it(?:, guys)?: |(?:for (?:example|instance)|moreover|furthermore|in addition|however|thus|therefore|similarly|likewise), )/i;
/** "China, on the other hand, sees", "Russia, despite its might, is": an insertion between two commas. */
const insertion =
  /^((?:the )?\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)*), (?:with|despite|like|unlike|on the other hand|in turn|by contrast|for its part)\b[^,]*,(?= )/u;

/** The parts of a sentence that could be sentences: without its opener, cut where ", and" starts a new subject. */
function mainClauses(text: string): string[] {
  const plain = text.replace(/[.]$/, '').replace(opener, '');
  const [first = '', ...others] = plain.split(/, (?:and|but|while) (?=\p{Lu})/u);
  return [first, ...others].map((clause) =>
    (clause.charAt(0).toUpperCase() + clause.slice(1)).replace(insertion, '$1'),
  );
}

/** A country as the whole subject and a predicate that stands alone: the whitelist that was right 4 times in 4. */
export function findProperty({ text, around }: Reading): Candidate[] {
  const clauses = mainClauses(text);
  if (chatty.some((pattern) => clauses.some((clause) => pattern.test(clause)))) return [];
  return (
    clauses
      .flatMap((clause) => propertyOf(clause))
      // Leaning on its neighbours, what is said of one country may be true of many.
      .filter(({ parts }) => {
        const said = `${String(parts.subject)} ${String(parts.predicate)}`;
        return !/\b(?:its|their|had)\b/.test(said) && statementOf(`${said}.`, around) !== null;
      })
      .slice(0, 1)
  );
}

function propertyOf(text: string): Candidate[] {
  // Cheap first: the tagger is for sentences that may be it.
  const [, name = ''] = /^((?:the )?\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)*) /u.exec(text) ?? [];
  if (name === '' || countryNamed(name) === null || /[;:—()“”"]/.test(text)) return [];
  // Cut at the first comma that closes a phrase: what follows is an addition and may point anywhere.
  // The comma of a number is none.
  const pieces = text.slice(name.length + 1).split(/,(?!\d)/);
  let predicate = pieces[0] ?? '';
  const [, second = '', third = ''] = pieces;
  // "dominant economic and, increasingly, the dominant political partner": an adverb between commas cuts nothing.
  if (/^ \p{L}+ly$/u.test(second) && third !== '') predicate = `${predicate},${second},${third}`;
  const clause = chunkClause(`${name} ${predicate}`.replace(/,/g, ''));
  if (clause === null || clause.subject !== name) return [];
  // "also", "then", "still" lean on a sentence before.
  if (
    /\b(?:also|then|still|therefore|thus|again|instead|too|now|later|even|finally|soon|already)\b/.test(
      predicate,
    )
  )
    return [];
  if (pointsOut.test(predicate) || wordCount(predicate) < 5 || wordCount(predicate) > 20) return [];
  if (predicate.split(' ').some((word) => hedges.has(word.toLowerCase())) || /\bnot\b|n[’']t/.test(predicate))
    return [];
  // "secures stable, affordable supplies": this comma is inside the phrase, and the cut is no predicate.
  const last = tag(predicate).at(-1);
  if (last === undefined || !['NOUN', 'PROPN', 'NUM'].includes(last.pos)) return [];
  return [
    {
      parts: { subject: name, predicate },
      label: 'interpretation',
      attribution: 'the article',
      confidence: 0.9,
    },
  ];
}

/** "The heart has four chambers": a count that a statement stands and falls with. */
function findCount({ text, around }: Reading): Candidate[] {
  const counted = /\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/gi;
  const [value, ...more] = text.match(counted) ?? [];
  if (value === undefined || more.length > 0 || /\d|,/.test(text)) return [];
  const statement = statementOf(text, around);
  const clause = statement === null ? null : chunkClause(statement);
  if (statement === null || clause === null || bareDefinite(clause.subject)) return [];
  const behind = statement.slice(statement.toLowerCase().indexOf(value.toLowerCase()) + value.length);
  // The count must be what is said, not part of what it is said of: "two of them", "the two", "one in three".
  const isSaid = new RegExp(
    `^.{${clause.subject.length}} (?:has|have|had|contains?|consists? of|includes?|comprises?|is|are|was|were|recognizes?|uses?|needs?|requires?)\\b[^,]*? ${value} $`,
    'u',
  );
  if (!isSaid.test(`${statement.slice(0, statement.length - behind.length)} `)) return [];
  if (
    !/^ (?:\p{Ll}+ ){0,2}?\p{Ll}+s\b/u.test(behind) ||
    /^ (?:of|or|to|years?|days?|times?|examples?|reasons?|ways?|things)\b/.test(behind)
  )
    return [];
  if (
    /\b(?:the|these|those|in|at least|about|more than|up to|over|nearly|every|other|first|last|only) $/.test(
      statement.slice(0, statement.length - behind.length - value.length),
    )
  )
    return [];
  return [{ parts: { statement, value }, label: 'figure', attribution: null, confidence: 0.9 }];
}

/** "Nectar contains about 70 percent water": one figure with its unit, in a statement that stands alone. */
function findFigure({ text, around }: Reading): Candidate[] {
  const figures = text.match(/(?:US)?[$€£]?\d[\d,]*(?:\.\d+)?/g) ?? [];
  if (figures.length !== 1) return [];
  const value =
    /(?:US)?[$€£]?\d[\d,]*(?:\.\d+)? ?(?:%|per ?cent|million|billion|trillion|kilometres|kilometers|metres|meters|miles|feet|degrees|tonnes|tons|kilograms|grams|milligrams|litres|liters|people|years|hours|minutes|seconds|species|members|votes|ships|cities|countries|states|bones|cells|times|words)(?: \p{Lu}?\p{Ll}*(?<=ion|sius|heit))?/u.exec(
      text,
    )?.[0];
  if (value === undefined || /\b(?:between|from|in|by|of the) (?:US)?[$€£]?\d/.test(text)) return [];
  const statement = statementOf(text, around);
  const clause = statement === null ? null : chunkClause(statement);
  if (statement === null || clause === null || bareDefinite(clause.subject)) return [];
  if (clause.subject.includes(value) || statement.split(value).length !== 2 || /,(?!\d)/.test(statement))
    return [];
  return [{ parts: { statement, value }, label: 'figure', attribution: null, confidence: 0.9 }];
}

/** A sentence that ends in a figure with its unit and says of whom it speaks, or states a count. */
export function findQuantity(reading: Reading): Candidate[] {
  const count = findCount(reading);
  if (count.length > 0) return count;
  const figure = findFigure(reading);
  if (figure.length > 0) return figure;
  const { text } = reading;
  if (chatty.some((pattern) => pattern.test(text)) || /[;:—()“”"]/.test(text)) return [];
  const plain = text.replace(/[.]$/, '');
  const match =
    / (?<value>(?:US)?[$€£]?\d[\d,]*(?:\.\d+)?(?: (?:per cent|percent|million|billion|trillion|kilometres|kilometers|metres|meters|degrees|tonnes|tons|people|years))+)$/.exec(
      plain,
    );
  const value = match?.groups?.value;
  if (value === undefined || /\bbetween\b/.test(plain) || pointsOut.test(plain) || ownPronoun.test(plain))
    return [];
  const clause = chunkClause(uncapitalised(plain));
  if (clause === null || bareDefinite(clause.subject) || wordCount(plain) < 6 || wordCount(plain) > 25)
    return [];
  if (plain.split(value).length !== 2) return [];
  return [
    {
      parts: { statement: uncapitalised(plain), value },
      label: 'figure',
      attribution: null,
      confidence: 0.9,
    },
  ];
}
