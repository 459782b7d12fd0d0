import type { Claim, Concept } from '../course/model.ts';
import { contentStemList } from '../text/terms.ts';

type Naming = Pick<Claim, 'id' | 'text'> & { evidence: Pick<Claim['evidence'], 'quote'> };

/**
 * The claims about a key term: those whose sentence, or whose text, names it in any of its forms
 * ("world orders", "the world order"), word next to word.
 */
export function claimsNaming(concept: Pick<Concept, 'term'>, claims: readonly Naming[]): string[] {
  const term = contentStemList(concept.term);
  if (term.length === 0) return [];
  return claims
    .filter(({ text, evidence }) => [text, evidence.quote].some((said) => holds(contentStemList(said), term)))
    .map(({ id }) => id);
}

function holds(stems: readonly string[], term: readonly string[]): boolean {
  return stems.some((_, from) => term.every((stem, at) => stems[from + at] === stem));
}
