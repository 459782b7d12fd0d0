import { chunkClause } from '../chunker.ts';
import type { Candidate, Reading } from '../frames/frame.ts';
import { numberOf } from '../noun-phrase.ts';
import { normalised } from '../wording.ts';
import {
  fitsMeaning,
  fitsTerm,
  genusOpening,
  isGeneral,
  isGenusAndDifference,
  superlative,
  withoutAddition,
} from './definition-gates.ts';
import { leansOut } from './stands-alone.ts';

const term = "(?<term>[\\p{L}][\\p{L}\\d’'-]*(?: [\\p{L}\\d’'-]+){0,4}?)";
const article = '(?:(?<article>an?|the) )?';
/** What opens a meaning: an article, or a bare plural or mass noun. */
const nounPhrase = '(?:an?|the|any|one of the|how|[\\p{Ll}-]+)';

/**
 * copula: the sentence's own subject and copula, with genus and difference behind. said: in words that define.
 * named: the term comes last. aside: the meaning is set beside the term, inside a sentence about something else.
 */
type Form = { pattern: RegExp; kind: 'copula' | 'said' | 'named' | 'aside' };

const forms: readonly Form[] = [
  {
    // "Osmosis refers to the movement of …", "The term quorum describes the number …"
    pattern: new RegExp(
      `^(?:the term )?${article}[“"]?${term}[”"]? (?<copula>refers? to|(?:is|are) defined as|denotes?|means|describes?) (?<meaning>${nounPhrase} .+)$`,
      'iu',
    ),
    kind: 'said',
  },
  {
    // "An enzyme is a protein that …", "Osmosis is the movement of …", "Enzymes are proteins that …"
    pattern: new RegExp(
      `^${article}${term} (?<copula>is|are|was|were) (?<meaning>(?:an?|the|any|one of the|[\\p{Ll}-]+) .+)$`,
      'iu',
    ),
    kind: 'copula',
  },
  {
    // "The movement of water across a membrane is called osmosis."
    pattern:
      /^(?<meaning>(?:an?|the) .+?) (?:is|are) (?:called|known as|termed|referred to as) (?:an? |the )?(?<term>[\p{Ll}][\p{L}’'-]*(?: [\p{L}’'-]+){0,2})$/iu,
    kind: 'named',
  },
];

/** Phrases before the subject that a definition does not need: "In biology, …", "For example, …". */
const before =
  /^(?:(?:In|Within|Under|For|To|By)(?: [\p{L}-]+){1,4}|However|Thus|Similarly|Likewise|Finally|Therefore|Moreover|Second|Third|First|Simply put|Broadly speaking|Strictly speaking|Historically|Traditionally|Today|Next), /u;
/** "(LMNs)", "(also called serosa)", ", in contrast,": said beside the definition. */
const beside =
  / \([^)]{0,120}\)|,? (?:also|sometimes|often) (?:called|known as|referred to as|termed) [^,]{2,40},|, (?:in contrast|by contrast|on the other hand|however|for example|then|therefore|in turn|too|meanwhile),|^The term (?=[“"])/gu;

/**
 * The definition that a sentence gives: genus and difference after a copula or "refers to", "… is called X",
 * or set beside the term. A term that the author set apart is believed more easily; without a mark the subject
 * must be general, the genus one that definitions use, and nothing may praise or point elsewhere.
 */
export function findDefinition(reading: Reading): Candidate[] {
  const { text, marked } = reading;
  if (
    !/\b(?:is|are|was|were|refers? to|denotes?|means|describes?|called|known as|termed)\b|, (?:an?|the|or) |—/.test(
      text,
    )
  )
    return [];
  const plain = text.replace(/\.$/, '').replace(before, '').replace(beside, '').trim();
  if (/^(?:While|Although|When|If|Because|Since|As|Though|Whereas|After|Before)\b/.test(plain)) return [];
  const opened = plain.charAt(0).toUpperCase() + plain.slice(1);
  const aside = findAside(opened, reading);
  if (aside !== null) return [aside];
  for (const { pattern, kind } of forms) {
    const found = pattern.exec(opened)?.groups;
    if (found?.term === undefined || found.meaning === undefined) continue;
    const isMarked = marked.some((mark) => sameTerm(mark, found.term ?? ''));
    const candidate = candidateOf(
      { ...found, term: found.term, meaning: found.meaning },
      kind,
      isMarked,
      reading,
    );
    if (candidate !== null)
      return [{ ...candidate, acceptAlso: [...otherNames(text), ...headAlone(found.term, reading.around)] }];
  }
  return [];
}

/** "… depends on turgor, the pressure of …", "… through osmosis, which is the movement of …" */
function findAside(text: string, reading: Reading): Candidate | null {
  for (const mark of reading.marked) {
    const at = text.indexOf(mark);
    if (at < 0) continue;
    const behind =
      /^(?:, (?:or |which (?:is|are|refers to|means) )?|—)(?<meaning>(?:an?|the) [^—,]+)(?:[—,]|$)/u.exec(
        text.slice(at + mark.length),
      );
    const meaning = behind?.groups?.meaning;
    if (meaning === undefined) continue;
    // "the study of the incidence, distribution, and control of diseases": the comma is the list's.
    if (/^, [^,]+, (?:and|or) /.test(text.slice(text.indexOf(meaning, at) + meaning.length))) continue;
    const candidate = candidateOf({ term: mark, meaning }, 'aside', true, reading);
    if (candidate !== null) return candidate;
  }
  return null;
}

/** "the follicle", where the document itself calls the hair follicle so. */
export function headAlone(term: string, around: Reading['around']): string[] {
  const [head = '', ...before] = term.split(' ').reverse();
  return before.length > 0 && around.usesAlone(head) ? [head] : [];
}

/** "Amplitude (also called intensity or level)", "a virtual machine (VM)": a learner may write these as well. */
function otherNames(text: string): string[] {
  const called =
    /\b(?:also|sometimes|often) (?:called|known as|referred to as|termed) (?:the |an? )?([\p{L}\d -]{2,60}?)[,).]/u.exec(
      text,
    )?.[1];
  const short = / \(([\p{Lu}][\p{L}\d]{1,7})s?\)/u.exec(text)?.[1];
  return [...(called?.split(/ or |, /) ?? []), ...(short === undefined ? [] : [short])];
}

type Found = { term: string; meaning: string; article?: string; copula?: string };

function candidateOf(
  found: Found,
  kind: Form['kind'],
  isMarked: boolean,
  reading: Reading,
): Candidate | null {
  const { around } = reading;
  const meaning = withoutAddition(
    kind === 'named' ? around.uncapitalised(found.meaning) : found.meaning,
    isMarked,
  );
  if (meaning === null || !fitsMeaning(meaning, isMarked) || !fitsTerm(found.term, isMarked, reading))
    return null;
  if (kind === 'named' && leansOut(meaning, around)) return null;
  // "stem cells, which are a kind of cell": asked for in the singular, answered in the plural.
  if (
    (kind === 'named' || kind === 'aside') &&
    numberOf(found.term) === 'plural' &&
    /^(?:an?|the) [^,]*$/.test(meaning)
  )
    return null;
  const article = (found.article ?? '').toLowerCase();
  const copula = (found.copula ?? '').toLowerCase();
  const isName = around.opensName(found.term) === true && /^\p{Lu}\p{Ll}/u.test(found.term);
  const name = isName || namedGenus.test(meaning) ? around.uncapitalised(found.term) : lowerFirst(found.term);
  if (kind === 'copula') {
    if (isName && !isNamedThing(found, meaning)) return null;
    if (!isName && /^was$/.test(copula)) return null;
    if (!isName && !isMarked && !isGeneral(article, found.term, meaning, copula)) return null;
    if (!isName && isMarked && !isGenusAndDifference(meaning, copula)) return null;
  } else {
    if (isName || article === 'the') return null;
    if (kind === 'said' && /^(?:means|describes?)$/.test(copula) && !isMarked) return null;
    if (
      kind === 'named' &&
      (chunkClause(meaning) !== null ||
        /^(?:an?|the) [\p{L}-]+$/u.test(meaning) ||
        (!isMarked && !genusOpening.test(meaning)))
    )
      return null;
    // Beside the term may stand its whole, its place or its example: only a mark and a genus tell.
    // "At a plane joint, the surfaces of the bones are flat" is a sentence of its own.
    if (
      kind === 'aside' &&
      !(
        isMarked &&
        isGenusAndDifference(meaning, 'is') &&
        !superlative.test(meaning) &&
        chunkClause(meaning) === null
      )
    )
      return null;
  }
  const opening =
    kind === 'named' || kind === 'aside' || copula === 'describes' || copula === 'describe'
      ? {}
      : { opening: `${article === '' ? '' : `${article} `}${name} ${copula}` };
  return {
    parts: { term: name, meaning, ...opening },
    label: 'fact',
    attribution: null,
    confidence: isMarked || kind === 'said' ? 0.95 : 0.9,
  };
}

/** Things of which one has a name: of a word seen only once, such a genus leaves the capital standing. */
const namedGenus =
  /^(?:an?|the) (?:(?!of\b)[\p{L}-]+ ){0,3}?(?:language|company|system|platform|software|program|planet|star|moon|country|city|state|organization|organisation|agency|treaty|river|island|engine|service|library|framework|protocol|database|network|website|project|party|movement|group|team|award|festival|song|novel|film)\b/u;

/** "TCP" and "pH" keep their letters. */
function lowerFirst(term: string): string {
  return /^\p{Lu}\p{Ll}/u.test(term) ? term.charAt(0).toLowerCase() + term.slice(1) : term;
}

/** "Deoxyribonucleic acid (DNA)" is marked whole and stands in the sentence without its short form. */
function sameTerm(mark: string, found: string): boolean {
  return normalised(mark.replace(/ \([^)]*\)/g, '')) === normalised(found);
}

/** "The Stamp Act was a law that …": not a person, whose name is no term; what it was must set it apart. */
function isNamedThing({ term: name, copula = '', article = '' }: Found, meaning: string): boolean {
  if (!/^(?:was|is)$/i.test(copula) || !/^the$/i.test(article)) return false;
  const words = name.split(' ');
  if (!words.every((word) => /^(?:\p{Lu}|of|and|for|the|in|on)/u.test(word)) || words.length < 2)
    return false;
  return (
    genusOpening.test(meaning) ||
    /^(?:an?|the) (?:[\p{L}-]+ ){0,4}?[\p{L}-]+ (?:that|which|by which|in which|between|among|signed|passed|founded|created|established|fought|held|written|built|designed)\b/u.test(
      meaning,
    )
  );
}
