import type { BuiltItem } from './build-item.ts';
import { type Asked, givesAway } from './gives-away.ts';

/** The default quiz of a lesson has so many items if there are as many good ones. */
const quizSize = 15;

/** At most so many of a kind in one quiz: guessing pays in true-false, copying in cloze. */
const caps: Readonly<Partial<Record<string, number>>> = {
  'true-false': 2,
  cloze: 1,
  short: 2,
  matching: 1,
  ordering: 1,
  multiple: 2,
};
const mostDefinitions = 4;
const mostStances = 1;
/** A quiz is filled up with second questions on one sentence only so far. */
const enough = 12;
/** One question that asks many promised claims counts as two that ask one. */
const mostOwed = 2;

/**
 * The ids of a lesson's default quiz: greedily the item that adds most (a claim that an objective promises,
 * salience, a frame type, kind and concept not asked yet), none from a sentence already asked, none that
 * shows another's answer.
 */
export function selectItems(
  items: readonly BuiltItem[],
  promised: ReadonlySet<string> = new Set(),
): Set<string> {
  const chosen: BuiltItem[] = [];
  for (const strict of [true, false]) {
    for (;;) {
      if (chosen.length >= (strict ? quizSize : enough)) break;
      const next = best(items, { chosen, promised, strict });
      if (next === null) break;
      chosen.push(next);
    }
  }
  return new Set(chosen.map(({ item }) => item.id));
}

type Quiz = { chosen: readonly BuiltItem[]; promised: ReadonlySet<string>; strict: boolean };

function best(items: readonly BuiltItem[], quiz: Quiz): BuiltItem | null {
  let found: BuiltItem | null = null;
  let foundScore = Number.NEGATIVE_INFINITY;
  for (const candidate of items) {
    if (quiz.chosen.includes(candidate) || !allowed(candidate, quiz)) continue;
    if (givesWay(candidate, items, quiz)) continue;
    const score = worth(candidate, quiz);
    if (score > foundScore || (score === foundScore && found !== null && candidate.item.id < found.item.id)) {
      found = candidate;
      foundScore = score;
    }
  }
  return found;
}

/** What a person wrote of a claim is asked before what the compiler made of it. */
function givesWay(candidate: BuiltItem, items: readonly BuiltItem[], quiz: Quiz): boolean {
  return (
    !isByHand(candidate) &&
    items.some((other) => isByHand(other) && sharesClaim(candidate, other) && allowed(other, quiz))
  );
}

function isByHand({ item }: BuiltItem): boolean {
  return item.editorial?.decision === 'edited' || item.editorial?.decision === 'added';
}

function allowed(candidate: BuiltItem, { chosen, strict }: Quiz): boolean {
  const { kind } = candidate.item;
  const cap = caps[kind];
  if (cap !== undefined && chosen.filter(({ item }) => item.kind === kind).length >= cap) return false;
  // Two statements of one form are one true and one false: who answered the first would know the second.
  if (kind === 'true-false' && chosen.some(({ draft }) => draft.template === candidate.draft.template))
    return false;
  if (isStance(candidate) && chosen.filter(isStance).length >= mostStances) return false;
  if (strict && isDefinition(candidate) && chosen.filter(isDefinition).length >= mostDefinitions)
    return false;
  if (chosen.some((other) => sharesClaim(candidate, other))) return false;
  if (strict && chosen.some((other) => sharesSentence(candidate, other))) return false;
  return !chosen.some(
    (other) => givesAway(askedBy(other), askedBy(candidate)) || givesAway(askedBy(candidate), askedBy(other)),
  );
}

function worth({ item, draft }: BuiltItem, { chosen, promised }: Quiz): number {
  const claims = draft.claims;
  const salience = claims.reduce((sum, claim) => sum + claim.salience, 0) / Math.max(1, claims.length);
  // A guess between true and false keeps no promise.
  const owed = item.kind === 'true-false' ? 0 : claims.filter((claim) => promised.has(claim.id)).length;
  const type = claims[0]?.type;
  const sameType = chosen.filter((other) => other.draft.claims[0]?.type === type).length;
  const sameKind = chosen.filter((other) => other.item.kind === item.kind).length;
  const sameTemplate = chosen.filter((other) => other.draft.template === draft.template).length;
  return (
    Math.min(owed, mostOwed) * 0.6 +
    1.8 * salience +
    0.3 / (1 + sameType) +
    0.4 / (1 + sameKind) -
    0.1 * sameTemplate
  );
}

function isDefinition({ draft }: BuiltItem): boolean {
  return draft.template.startsWith('definition/');
}

function isStance({ draft }: BuiltItem): boolean {
  return (
    draft.template.startsWith('stance/') ||
    draft.template === 'forecast/stance' ||
    draft.template === 'forecast/possible'
  );
}

function sharesClaim(a: BuiltItem, b: BuiltItem): boolean {
  return a.item.claimIds.some((id) => b.item.claimIds.includes(id));
}

function sharesSentence(a: BuiltItem, b: BuiltItem): boolean {
  const mine = new Set(
    a.draft.claims.flatMap((claim) => claim.sentences.map((sentence) => sentence.address)),
  );
  return b.draft.claims.some((claim) => claim.sentences.some((sentence) => mine.has(sentence.address)));
}

function askedBy({ item, draft }: BuiltItem): Asked {
  return { item, claims: draft.claims };
}
