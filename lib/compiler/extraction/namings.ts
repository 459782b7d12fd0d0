import { chunkClause } from '../chunker.ts';
import type { Candidate, Reading } from '../frames/frame.ts';
import { tag } from '../language.ts';
import { aboutTheText, comparing } from '../lexicon/outward.ts';
import { normalised, wordCount } from '../wording.ts';
import { headAlone } from './definitions.ts';
import { withoutLoose } from './loose.ts';
import { leansOut, opensOutward, statementOf } from './stands-alone.ts';

const calls =
  '(?:(?:is|are|was|were)(?: [\\p{Ll}]+ly| now| also| often| sometimes| usually)? (?:called|named|known as|termed|referred to as|dubbed)|(?:now |often |usually |sometimes |commonly )?(?:called|known as|termed|referred to as|dubbed)|(?:that|which|what) (?:[\\p{L}]+ ){1,2}?(?:call|calls|called|termed|dubbed|named))';
/**
 * Words up to a name at the end of a clause: "…, an effect called multipath", "Molecules that slow enzymes down
 * are called inhibitors". What follows a comma or dash behind the name is an addition.
 */
const naming = new RegExp(
  `^(?<lead>[^;:]+? ${calls} (?:the |an? |its |their )?)[“"]?(?<term>[\\p{L}][\\p{L}\\d’-]*(?: [\\p{L}\\d’-]+){0,3}?)[”"]?(?: \\((?<beside>[^)]*)\\))?(?<rest>,.*)?$`,
  'u',
);
const otherName =
  /^, (?:or|also (?:called|known as)) (?:the |an? )?(?<name>[\p{L}][\p{L}\d -]{1,40})(?:,|$)/u;

/** Something is named where it is described: the sentence itself, without its name, is the question. */
export function findNaming({ text, around }: Reading): Candidate[] {
  if (!/\b(?:calls?|called|named|known as|termed|referred to as|dubbed)\b/.test(text)) return [];
  // Only the name itself may stand in quotation marks.
  const plain = text
    .trim()
    .replace(/\.$/, '')
    .replace(/[“"]([^“”"]{2,40}?),?[”"](?=[,.]|$| \()/u, '$1')
    .replace(citation, '');
  if (/[“”"]|\bwhat (?:is|was|are|were)\b/.test(plain) || !/^\p{Lu}/u.test(plain)) return [];
  const { lead, term, beside = '', rest = '' } = naming.exec(plain)?.groups ?? {};
  if (lead === undefined || term === undefined) return [];
  const added = rest.startsWith(', or ') || rest.startsWith(', also ') ? otherName.exec(rest) : null;
  if (!/^(?:,(?! (?:or|and)\b)|$)/.test(rest) && added === null) return [];
  if (
    /\b(?:the|an?|of|and|or|to|in|by|for|because|when|where|which|that|it|so|after|from|rather|than|as)\b/i.test(
      term,
    )
  )
    return [];
  // "X is called Y by its users", a person's name, a byname of what the sentence names already.
  if (aboutTheText.test(term) || around.personCalled(term) !== null || !isNoun(term)) return [];
  // What goes on behind the name must have been a whole sentence before it.
  if (rest !== '' && added === null && !isMainClause(lead, term, around)) return [];
  const statement = wholeSentence(`${lead}${term}`, around);
  if (statement === null || echoes(term, lead)) return [];
  const stem = statement.slice(0, -term.length);
  // Kinds of what, a sentence before has said; so has it which one "each" means.
  if (
    /^(?:each\b|(?:two|three|four|five|several|some|other) (?:kinds|types|forms|ways|groups|sorts)\b(?! of))/i.test(
      stem,
    )
  )
    return [];
  // "…, under which …" says what it is: without it the description must be long enough.
  if (wordCount(stem) < (/^, (?:\p{Ll}+ which|where)\b/u.test(rest) ? 12 : fewestWords)) return [];
  const name = around.opensName(term) === true ? term : term.charAt(0).toLowerCase() + term.slice(1);
  return [
    {
      parts: { term: name, meaning: stem.trim(), naming: stem.trim() },
      label: 'fact',
      attribution: null,
      confidence: mayAsk(term, stem, rest, around) ? 0.95 : 0.85,
      acceptAlso: [
        ...(added?.groups?.name === undefined ? [] : [added.groups.name]),
        ...(/^\p{L}[\p{L}\d-]{1,20}(?: [\p{L}\d-]+){0,4}$/u.test(beside) &&
        !/^(?:see|from|or|and|also)\b/.test(beside)
          ? [beside]
          : []),
        ...headAlone(name, around),
      ],
    },
  ];
}

/** "called the discussion absurd", "what they called humanism had taken hold": no name. */
function isNoun(term: string): boolean {
  const tokens = tag(term);
  const last = tokens.at(-1);
  return (
    last !== undefined &&
    ['NOUN', 'PROPN', 'X'].includes(last.pos) &&
    !tokens.some(
      ({ pos, lower }) =>
        pos === 'AUX' || pos === 'PRON' || lower === 'them' || (pos === 'VERB' && !/(?:ed|ing)$/.test(lower)),
    )
  );
}

const fewestWords = 7;

/**
 * What blind readers would not print as it stands: a sentence cut before its own verb or none at all, one that
 * points back, and a name that comes up once (a spice, a volcano): it is by the way.
 */
function mayAsk(term: string, stem: string, rest: string, around: Reading['around']): boolean {
  if (rest !== '' && !/^, (?:or|also) /.test(rest)) return false;
  if (!around.isTerm(term) && !around.recurs(term)) return false;
  if (
    /^The (?:most|least|\p{L}+est)\b(?! \p{L}+ (?:of|in|that|which))|\b(?:this|these) \p{Ll}+ (?:is|are)\b/u.test(
      stem,
    )
  )
    return false;
  return tag(stem).some(
    ({ pos, lower }) =>
      pos === 'AUX' || (pos === 'VERB' && !/^(?:called|known|termed|referred|dubbed|named)$/.test(lower)),
  );
}

/** "Helper cells, identified by a protein called CD4, …" is none; "They are activated by a protein called CD4, …" is. */
function isMainClause(lead: string, term: string, around: Reading['around']): boolean {
  // Between two commas it is an insertion.
  if (/, (?:now |then |often )?(?:called|known as|termed|dubbed) (?:the |an? )?$/.test(lead)) return false;
  if (/, \p{L}+ed (?:by|in|from|as|with|for|to)\b/u.test(lead)) return false;
  const last = `${lead}${term}`.split(/, (?:and|but) /).at(-1) ?? '';
  const plain = around.uncapitalised(
    last.replace(
      /^(?:In|On|At|For|During|By|From|Near|Under|Among|With|After|Before) (?:[^,]+, |\p{L}+ (?=(?:the|an?) ))/u,
      '',
    ),
  );
  const clause = chunkClause(plain.replace(/,/g, ''));
  return (
    clause !== null && clause.verb.start < plain.search(/\b(?:called|known|termed|referred|dubbed|named)\b/)
  );
}

/**
 * As a statement that stands alone; or one whose opening does, so that what its pronouns and definite nouns stand
 * for is described by itself: "…, and this requires an input of energy known as …".
 */
function wholeSentence(plain: string, around: Reading['around']): string | null {
  const open = withoutLoose(plain).replace(citation, '');
  const alone = statementOf(`${open}.`, around);
  if (alone !== null) return alone;
  if (wordCount(open) < 12 || wordCount(open) > 32 || opensOutward(open)) return null;
  if (/^the /i.test(open) && leansOut(open.split(' ').slice(0, 4).join(' '), around)) return null;
  if (/^once\b/i.test(open)) return null;
  if (/^the (?:rest|other|second|latter|next)\b/i.test(open)) return null;
  if (/\b(?:it|they|them|this way|like this|like that|their|(?:did|does|do) so)\b/.test(open)) return null;
  if (comparing.test(open) && !/\bthan\b/.test(open)) return null;
  if (/^(?:While|Where|When|If|Although)\b.*\b(?:they|it|this)\b/.test(open)) return null;
  return around.uncapitalised(open);
}
const citation = / \((?:\p{Lu}[^()]*)?\d{4}\)| \(\)/gu;

/** "Taylor’s system is called Taylorism": the name stands in its own description. */
function echoes(term: string, lead: string): boolean {
  const letters = normalised(term).replace(/ /g, '');
  const words = normalised(lead).split(' ');
  for (let at = 0; at + telling <= letters.length; at += 1)
    if (words.some((word) => word.includes(letters.slice(at, at + telling)))) return true;
  return false;
}
const telling = 5;
