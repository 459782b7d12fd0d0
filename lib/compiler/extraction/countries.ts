import { chunkClause } from '../chunker.ts';
import type { Candidate, Reading } from '../frames/frame.ts';
import { tag } from '../language.ts';
import { countryNamed } from '../lexicon/countries.ts';
import { pointsOut } from '../lexicon/outward.ts';
import { chatty, hedges } from '../lexicon/stance.ts';
import { wordCount } from '../wording.ts';
import { statementOf } from './stands-alone.ts';

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
export function findCountryProperty({ text, around }: Reading): Candidate[] {
  const clauses = mainClauses(text);
  if (chatty.some((pattern) => clauses.some((clause) => pattern.test(clause)))) return [];
  return (
    clauses
      .flatMap((clause) => propertyOf(clause))
      // What a country did, and not what it is or does, may be true of many: it must say the whole itself.
      .filter(({ parts }) => {
        const said = `${String(parts.subject)} ${String(parts.predicate)}`;
        return (
          isLasting(String(parts.predicate)) ||
          (!/\b(?:its|their|had)\b/.test(said) && statementOf(`${said}.`, around) !== null)
        );
      })
      .slice(0, 1)
  );
}

/** In the present: "is", "has", "buys". */
export function isLasting(predicate: string): boolean {
  return /^(?:is|are|has|have|(?!was\b)\p{Ll}+[^s]s)\b/u.test(predicate.trim());
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
