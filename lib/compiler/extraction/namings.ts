import type { Candidate, Reading } from '../frames/frame.ts';
import { tag } from '../language.ts';
import { aboutTheText } from '../lexicon/outward.ts';
import { wordCount } from '../wording.ts';
import { withoutLoose } from './loose.ts';
import { opensOutward, statementOf } from './stands-alone.ts';

const calls =
  '(?:(?:is|are|was|were)(?: [\\p{Ll}]+ly| now| also| often| sometimes| usually)? (?:called|named|known as|termed|referred to as|dubbed)|(?:now |often |usually |sometimes |commonly )?(?:called|known as|termed|referred to as|dubbed))';
/**
 * Words up to a name at the end of a clause: "…, an effect called multipath", "Molecules that slow enzymes down
 * are called inhibitors". What follows a comma or dash behind the name is an addition.
 */
const naming = new RegExp(
  `^(?<lead>[^;:]+? ${calls} (?:the |an? |its |their )?)[“"]?(?<term>[\\p{L}][\\p{L}\\d’-]*(?: [\\p{L}\\d’-]+){0,3}?)[”"]?(?: \\([^)]*\\))?(?<rest>,.*)?$`,
  'u',
);
const otherName =
  /^, (?:or|also (?:called|known as)) (?:the |an? )?(?<name>[\p{L}][\p{L}\d -]{1,40})(?:,|$)/u;

/** Something is named where it is described: the sentence itself, without its name, is the question. */
export function findNaming({ text, around }: Reading): Candidate[] {
  if (!/\b(?:called|named|known as|termed|referred to as|dubbed)\b/.test(text)) return [];
  // Only the name itself may stand in quotation marks.
  const plain = text
    .trim()
    .replace(/\.$/, '')
    .replace(/[“"]([^“”"]{2,40}?),?[”"](?=[,.]|$| \()/u, '$1');
  if (/[“”"]|\bwhat (?:is|was|are|were)\b/.test(plain) || !/^\p{Lu}/u.test(plain)) return [];
  const { lead, term, rest = '' } = naming.exec(plain)?.groups ?? {};
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
  if (aboutTheText.test(term) || around.personCalled(term) !== null) return [];
  // Its own words describe it: what a pronoun behind the first clause or a noun known from before stands for.
  if (!hasFiniteVerb(lead) || continues.test(rest)) return [];
  const statement = wholeSentence(`${lead}${term}`, around);
  if (statement === null) return [];
  const stem = statement.slice(0, -term.length);
  if (wordCount(stem) < fewestWords) return [];
  const name = around.opensName(term) === true ? term : term.charAt(0).toLowerCase() + term.slice(1);
  return [
    {
      parts: { term: name, meaning: stem.trim(), naming: stem.trim() },
      label: 'fact',
      attribution: null,
      confidence: 0.95,
      ...(added?.groups?.name === undefined ? {} : { acceptAlso: [added.groups.name] }),
    },
  ];
}

const fewestWords = 7;
/** The name stands in the middle of a clause that goes on: "this case, called monopsony, was regarded …". */
const continues =
  /^, (?:is|are|was|were|has|have|had|can|could|may|might|will|would|must|do|does|did|\p{Ll}+ed|\p{Ll}+s) /u;

function hasFiniteVerb(lead: string): boolean {
  // Of the clause that the name ends: "…, and the plague known as the Black Death" has none.
  const tokens = tag((lead.split(/, (?:and|but) /).at(-1) ?? '').trim());
  const named = tokens.findLastIndex(({ lower }) =>
    /^(?:called|named|known|termed|referred|dubbed)$/.test(lower),
  );
  return tokens.some(
    ({ pos, lower }, index) =>
      (pos === 'AUX' || (pos === 'VERB' && !/ing$/.test(lower))) && (index < named || pos === 'AUX'),
  );
}

/** As a statement that stands alone, or with a definite noun that its own description makes plain enough. */
function wholeSentence(plain: string, around: Reading['around']): string | null {
  const alone = statementOf(`${withoutLoose(plain)}.`, around);
  if (alone !== null) return alone;
  const open = withoutLoose(plain);
  return opensOutward(open) ||
    /^(?:While|Where|When|If|Although)\b.*\b(?:they|it|this)\b/.test(open) ||
    wordCount(open) < 12 ||
    wordCount(open) > 32
    ? null
    : around.uncapitalised(open);
}
