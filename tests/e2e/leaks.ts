import type { Course, Item } from '#lib/course/model.ts';

/**
 * Finds keys in what a server sent. A canary is a word that stands in one place alone: in the rationale, the
 * accept list or the claim of one item, never in text that a page shows by nature. What the eye does not see
 * counts too: flight payloads, scripts, headers.
 */
export type Canaries = Map<string, { itemId: string | null; where: string }>;

const pattern = /canary[a-z]+\d+end/g;

/** The same course with a canary in every text that must not leave the server before its answer. */
export function plantCanaries(course: Course): { course: Course; canaries: Canaries } {
  const canaries: Canaries = new Map();
  const mark = (itemId: string | null, where: string) => {
    const word = `canary${where}${canaries.size}end`;
    canaries.set(word, { itemId, where });
    return word;
  };
  const items = course.items.map((item): Item => {
    // What is typed has no options; the first entry is the one that is shown afterwards.
    const typed = item.accept.length === 0 ? [] : [`${item.accept[0]} ${mark(item.id, 'accept')}`];
    return {
      ...item,
      options: item.options.map((option) => ({
        ...option,
        rationale: `${option.rationale} ${mark(item.id, option.correct ? 'keyrationale' : 'foilrationale')}`,
      })),
      accept: [
        ...typed,
        ...item.accept.map((entry) => `${entry} ${mark(item.id, 'alsoaccept')}`),
        ...item.accept,
      ],
    };
  });
  const claims = course.claims.map((claim) => ({
    ...claim,
    text: `${claim.text} ${mark(null, 'claimtext')}`,
    parts: { ...claim.parts, planted: mark(null, 'claimparts') },
  }));
  const diagnostics = course.diagnostics.map((one) => ({
    ...one,
    message: `${one.message} ${mark(null, 'diagnostic')}`,
  }));
  return { course: { ...course, items, claims, diagnostics }, canaries };
}

/** Names of fields that hold a key. They may stand in a payload only where feedback does. */
const keyFields = [
  'correct',
  'isCorrect',
  'accept',
  'rationale',
  'pairs',
  'order',
  'soleKey',
  'sole_key',
  'optionEvidence',
  'option_evidence',
  'optionRationales',
  'option_rationales',
  'parts',
  'claimIds',
  'mark',
  'foils',
  'distractors',
];
/** As JSON, and as JSON inside a string of a script, however often it was escaped. */
const keyField = new RegExp(`\\\\*["'](${keyFields.join('|')})\\\\*["']\\s*:`, 'g');

export type Leak = { what: string; near: string };

/**
 * What of `text` must not be there. `allowed` names items whose answer is committed; `structure` also asks
 * for fields that hold keys (not for the product's own scripts, where such words are code).
 */
export function findLeaks(
  text: string,
  canaries: Canaries,
  { allowed, structure }: { allowed: ReadonlySet<string>; structure: boolean },
): Leak[] {
  const leaks: Leak[] = [];
  for (const found of text.matchAll(pattern)) {
    const known = canaries.get(found[0]);
    if (known === undefined)
      leaks.push({ what: 'a canary of another course', near: around(text, found.index) });
    else if (known.itemId === null || !allowed.has(known.itemId))
      leaks.push({ what: `${known.where} of ${known.itemId ?? 'a claim'}`, near: around(text, found.index) });
  }
  if (structure)
    for (const found of text.matchAll(keyField))
      leaks.push({ what: `a field named ${found[1]}`, near: around(text, found.index) });
  return leaks;
}

function around(text: string, at: number): string {
  return text.slice(Math.max(0, at - 60), at + 60).replace(/\s+/g, ' ');
}
