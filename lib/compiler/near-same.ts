import { countriesIn, countryNamed } from './lexicon/countries.ts';
import { nearSynonyms } from './lexicon/near-synonyms.ts';
import { jaccard, sharedCount, topicStems } from './likeness.ts';
import { headOf } from './noun-phrase.ts';
import { normalised, wordCount } from './wording.ts';

/** Longer than this, a phrase is told apart by what it says, not by its head. */
const phraseWords = 5;

/** So close in sense that both might be right, or that one gives the other away. */
export function nearlyTheSame(a: string, b: string): boolean {
  const left = normalised(a);
  const right = normalised(b);
  if (left === right || ` ${left} `.includes(` ${right} `) || ` ${right} `.includes(` ${left} `)) return true;
  const countryA =
    countryNamed(a) ??
    countryNamed(countriesIn(a).length === 1 && wordCount(a) === 1 ? (countriesIn(a)[0] ?? '') : '');
  const countryB =
    countryNamed(b) ??
    countryNamed(countriesIn(b).length === 1 && wordCount(b) === 1 ? (countriesIn(b)[0] ?? '') : '');
  if (countryA !== null && countryB !== null) return countryA.name === countryB.name;
  const stemsA = topicStems(a);
  const stemsB = topicStems(b);
  const short = wordCount(a) <= phraseWords && wordCount(b) <= phraseWords;
  if (!short) return jaccard(stemsA, stemsB) >= 0.6;
  const smaller = Math.min(stemsA.size, stemsB.size);
  if (smaller > 0 && sharedCount(stemsA, stemsB) * 2 >= smaller && smaller > 1) return true;
  const headA = headOf(a);
  const headB = headOf(b);
  if (headA === null || headB === null) return false;
  return headA === headB || nearSynonyms.some((set) => set.includes(headA) && set.includes(headB));
}
