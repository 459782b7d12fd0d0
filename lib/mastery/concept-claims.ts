import type { Claim, Concept } from '../course/model.ts';
import { contentStemList } from '../text/terms.ts';

type Naming = Pick<Claim, 'id' | 'text'> & { evidence: Pick<Claim['evidence'], 'quote'> };

/**
 * By key term the claims about it: those whose sentence, or whose text, names it in any of its forms
 * ("world orders", "the world order"), word next to word.
 */
export function claimsByConcept(
  concepts: readonly Pick<Concept, 'id' | 'term'>[],
  claims: readonly Naming[],
): Map<string, string[]> {
  const said = claims.map(({ id, text, evidence }) => ({
    id,
    stems: [text, evidence.quote].map(contentStemList),
  }));
  return new Map(
    concepts.map(({ id, term }) => {
      const wanted = contentStemList(term);
      const naming = said.filter(({ stems }) => stems.some((list) => holds(list, wanted)));
      return [id, naming.map((claim) => claim.id)];
    }),
  );
}

function holds(stems: readonly string[], term: readonly string[]): boolean {
  return term.length > 0 && stems.some((_, from) => term.every((stem, at) => stems[from + at] === stem));
}
