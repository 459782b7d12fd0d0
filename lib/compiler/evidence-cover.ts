import type { Claim } from '#lib/course/model.ts';
import { sharedCount, topicStems } from './likeness.ts';
import { normalised } from './wording.ts';

/** What a key must follow from: the evidence and, where a person has confirmed a claim, its wording too. */
export type Basis = { stems: ReadonlySet<string>; plain: string; asksWho: boolean };

export function basisOf(texts: readonly string[], asksWho = false): Basis {
  const all = texts.join(' ');
  return { stems: topicStems(all), plain: ` ${normalised(all)} `, asksWho };
}

/** The share of a phrase's content that stands in the basis; a phrase of stop words alone must stand there whole. */
export function cover(phrase: string, basis: Basis): number {
  const stems = topicStems(phrase);
  if (stems.size === 0) return basis.plain.includes(` ${normalised(phrase)} `) ? 1 : 0;
  // Somebody named in full once is meant by the surname afterwards.
  if (basis.asksWho && phrase.split(' and ').every((name) => isNamed(name, basis))) return 1;
  return sharedCount(stems, basis.stems) / stems.size;
}

function isNamed(name: string, basis: Basis): boolean {
  return personalName.test(name) && basis.plain.includes(` ${normalised(name.split(' ').at(-1) ?? '')} `);
}

const personalName =
  /^\p{Lu}[\p{L}.’'-]+(?: (?:\p{Lu}[\p{L}.’'-]*|de|da|di|del|van|von|der|den|la|le)){1,4}$/u;

/** What a person has confirmed, in their words: as good as the evidence. */
export function wordings(claim: Claim): string[] {
  return claim.origin === 'extracted' ? [] : [claim.text, ...Object.values(claim.parts).flat()];
}

/** Whether who did it is what the claims ask for. */
export function asksWho(claims: readonly Claim[]): boolean {
  return claims.some(({ parts }) => parts.asked === 'who' || parts.asked === 'by whom');
}
