import { hash64 } from '#lib/text/fingerprint.ts';
import type { CompileContext } from './context.ts';
import type { Bank, FramedClaim } from './frames/frame.ts';
import { countriesIn } from './lexicon/countries.ts';

/** Sentences so close that a claim in one may be part of the answer to a question about the other. */
const near = 2;

/** A country named less often is a passing mention: as a wrong answer it would mislead nobody. */
const often = 3;

/** What frames look up when they ask. */
export function makeBank(context: CompileContext, claims: readonly FramedClaim[]): Bank {
  const counts = new Map<string, number>();
  for (const sentence of context.sentences) {
    for (const name of countriesIn(context.document.text.slice(sentence.start, sentence.end))) {
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  const countries = [...counts]
    .filter(([, count]) => count >= often)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([name]) => name);
  const byType = new Map<string, FramedClaim[]>();
  for (const claim of claims) {
    const list = byType.get(claim.type) ?? [];
    list.push(claim);
    byType.set(claim.type, list);
  }
  const known = new Map<FramedClaim, FramedClaim[]>();
  return {
    claims,
    countries,
    rivals(claim) {
      const found = known.get(claim) ?? nearest(claim, byType.get(claim.type) ?? []);
      known.set(claim, found);
      return found;
    },
  };
}

/** More are never weighed; a document of a thousand pages must not compare each claim with every other. */
const mostRivals = 40;

/** The rivals among the claims beside it in reading order, those of its own lesson first. */
function nearest(claim: FramedClaim, sameType: readonly FramedClaim[]): FramedClaim[] {
  const at = sameType.indexOf(claim);
  return sameType
    .slice(Math.max(0, at - mostRivals), at + mostRivals + 1)
    .filter((other) => isRival(claim, other))
    .map((other) => ({ other, distance: distance(claim, other), order: order(claim, other) }))
    .sort((a, b) => a.distance - b.distance || a.order - b.order)
    .slice(0, mostRivals)
    .map(({ other }) => other);
}

function isRival(claim: FramedClaim, other: FramedClaim): boolean {
  if (other === claim || other.type !== claim.type) return false;
  if (alsoTrue(claim, other)) return false;
  // What is only named at the end of a sentence has no meaning or name that fits another's question.
  if (claim.parts.naming !== undefined || other.parts.naming !== undefined) return false;
  // Definitions say for themselves what they define; other claims side by side may explain each other.
  return claim.type === 'definition' || Math.abs(other.sentenceIndex - claim.sentenceIndex) > near;
}

/** Either claim's answer is right for the other's question as well. */
export function alsoTrue(a: FramedClaim, b: FramedClaim): boolean {
  return (
    (b.frameId !== null && a.alsoTrueOf.includes(b.frameId)) ||
    (a.frameId !== null && b.alsoTrueOf.includes(a.frameId))
  );
}

function distance(a: FramedClaim, b: FramedClaim): number {
  return Math.abs(a.lessonIndex - b.lessonIndex);
}

/** A fixed order of its own for each claim, so that a new claim elsewhere moves no others. */
function order(claim: FramedClaim, other: FramedClaim): number {
  return hash64([claim.id, other.id]).low;
}
