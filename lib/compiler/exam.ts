import type { Claim, ClaimType, Item, ItemKind } from '#lib/course/model.ts';
import { randomNumbers } from '#lib/text/shuffle.ts';
import { type Asked, type AskedItem, givesAway } from './gives-away.ts';

/** So many questions has an exam that a learner sits, if the course has so many that may stand beside each other. */
export const examSize = 30;
/** Fewer say too little of a course: then there is no exam. */
export const leastExam = 10;

/** At most this share of an exam is of one kind: guessing pays in true-false, copying in cloze. */
const mostOfKind: Readonly<Partial<Record<ItemKind, number>>> = {
  'true-false': 0.15,
  cloze: 0.1,
  short: 0.15,
  matching: 0.1,
  ordering: 0.1,
  multiple: 0.25,
};
/** Terms are a part of what was learned, and the part with the most questions. */
const mostOfType: Readonly<Partial<Record<ClaimType, number>>> = { definition: 0.3 };
/** What a learner met in a lesson's quiz is asked again only where the claim weighs that much more. */
const quizCost = 0.4;
/** More than all else can add: what an earlier exam asked comes again only where the lesson has nothing new. */
const examCost = 3;
/** How far the seed may lift one question over another of like weight. */
const chance = 0.25;

export type ExamItem = AskedItem & Pick<Item, 'id' | 'lessonId' | 'claimIds' | 'evidence' | 'selected'>;

/** As much of a course as an exam is drawn from: as it was exported, or as it is stored. */
export type ExamCourse = {
  lessons: readonly { id: string; sectionId: string }[];
  sections: readonly { id: string; start: number; end: number }[];
  claims: readonly Pick<Claim, 'id' | 'type' | 'parts' | 'salience'>[];
  items: readonly ExamItem[];
};

type Candidate = Asked & {
  item: ExamItem;
  lessonId: string;
  type: ClaimType | undefined;
  salience: number;
  luck: number;
  cost: number;
};

/**
 * The ids of a mixed exam over a course, in its order: the lessons by their share of the text, the weightiest
 * claims first, claim types and kinds in turn, and rather what the lessons' quizzes did not ask, nor an earlier
 * exam (`before`, ids). No claim and no sentence is asked twice, and no question shows another's answer. The same
 * seed draws the same exam. Fewer than `size` where the course has no more that may stand beside each other.
 */
export function drawExam(
  course: ExamCourse,
  { size, seed, before = new Set() }: { size: number; seed: string; before?: ReadonlySet<string> },
): string[] {
  const shares = lessonShares(course);
  const chosen: Candidate[] = [];
  let left = candidatesOf(course, seed, before);
  while (chosen.length < size) {
    const fit = left.filter((candidate) => hasRoom(candidate, chosen, size));
    const [first, ...others] = new Set(fit.map((candidate) => candidate.lessonId));
    if (first === undefined) break;
    // The lesson that is furthest behind its share draws next.
    const lessonId = others.reduce(
      (one, other) => (behind(other, shares, chosen) > behind(one, shares, chosen) ? other : one),
      first,
    );
    const next = best(
      fit.filter((candidate) => candidate.lessonId === lessonId),
      chosen,
    );
    if (next === null) break;
    chosen.push(next);
    left = left.filter((candidate) => candidate !== next && !clash(candidate, next));
  }
  const drawn = new Set(chosen.map(({ item }) => item.id));
  return course.items.filter((item) => drawn.has(item.id)).map((item) => item.id);
}

/** How often a draw is repeated to come to the full size: where a first choice shuts out many, another may not. */
const tries = 4;

/**
 * The exam of one sitting: of some draws the first that is long enough, else the longest. Where what is left of
 * the course by earlier exams gives a short one only, they are asked again.
 */
export function drawSitting(
  course: ExamCourse,
  { size, seed, before }: { size: number; seed: string; before: ReadonlySet<string> },
): string[] {
  let longest: string[] = [];
  for (const without of before.size === 0 ? [before] : [before, new Set<string>()])
    for (let at = 0; at < tries; at += 1) {
      const drawn = drawExam(course, { size, seed: `${seed}/${at}`, before: without });
      if (drawn.length > longest.length) longest = drawn;
      if (longest.length >= size) return longest;
    }
  return longest;
}

function candidatesOf({ items, claims }: ExamCourse, seed: string, before: ReadonlySet<string>): Candidate[] {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  return items.map((item) => {
    const own = item.claimIds.flatMap((id) => byId.get(id) ?? []);
    return {
      item,
      claims: own,
      lessonId: item.lessonId,
      type: own[0]?.type,
      salience: own.reduce((sum, claim) => sum + claim.salience, 0) / Math.max(1, own.length),
      // By the item and not by its place: a question that comes or goes elsewhere changes no other's luck.
      luck: randomNumbers(`${seed}/${item.id}`)() * chance,
      cost: (item.selected ? quizCost : 0) + (before.has(item.id) ? examCost : 0),
    };
  });
}

/** Each lesson's share of the text. */
function lessonShares({ lessons, sections }: ExamCourse): Map<string, number> {
  const lengths = new Map(sections.map((section) => [section.id, section.end - section.start]));
  const lengthOf = (sectionId: string) => lengths.get(sectionId) ?? 0;
  const whole = lessons.reduce((sum, lesson) => sum + lengthOf(lesson.sectionId), 0);
  return new Map(lessons.map((lesson) => [lesson.id, lengthOf(lesson.sectionId) / Math.max(1, whole)]));
}

/** How much a lesson would still lack of its share if the exam ended with the next question. */
function behind(lessonId: string, shares: ReadonlyMap<string, number>, chosen: readonly Candidate[]): number {
  const drawn = chosen.filter((candidate) => candidate.lessonId === lessonId).length;
  return (shares.get(lessonId) ?? 0) * (chosen.length + 1) - drawn;
}

function best(candidates: readonly Candidate[], chosen: readonly Candidate[]): Candidate | null {
  let found: Candidate | null = null;
  let foundWorth = Number.NEGATIVE_INFINITY;
  for (const candidate of candidates) {
    const worth = worthOf(candidate, chosen);
    if (worth <= foundWorth) continue;
    found = candidate;
    foundWorth = worth;
  }
  return found;
}

function worthOf({ item, type, salience, luck, cost }: Candidate, chosen: readonly Candidate[]): number {
  const ofKind = chosen.filter((other) => other.item.kind === item.kind).length;
  const ofType = chosen.filter((other) => other.type === type).length;
  const variety = (count: number) => 1 - count / Math.max(1, chosen.length);
  return 1.5 * salience + 0.3 * variety(ofType) + 0.2 * variety(ofKind) + luck - cost;
}

/** Whether the exam may have one more of its kind and of its type of claim. */
function hasRoom({ item, type }: Candidate, chosen: readonly Candidate[], size: number): boolean {
  const full = (share: number | undefined, count: number) =>
    share !== undefined && count >= Math.max(1, Math.floor(share * size));
  const ofKind = chosen.filter((other) => other.item.kind === item.kind).length;
  const ofType = chosen.filter((other) => other.type === type).length;
  return !full(mostOfKind[item.kind], ofKind) && !full(type && mostOfType[type], ofType);
}

/** Whether two questions may not stand in one exam. */
function clash(a: Candidate, b: Candidate): boolean {
  return (
    // Of two statements of one form one may be true because the other is false.
    (a.item.kind === 'true-false' && b.item.kind === 'true-false' && a.type === b.type) ||
    sharesClaim(a.item, b.item) ||
    sharesSentence(a.item, b.item) ||
    givesAway(a, b) ||
    givesAway(b, a)
  );
}

function sharesClaim(a: ExamItem, b: ExamItem): boolean {
  return a.claimIds.some((id) => b.claimIds.includes(id));
}

/** Evidence is whole sentences: what overlaps shares one. */
function sharesSentence(a: ExamItem, b: ExamItem): boolean {
  return a.evidence.some((one) => b.evidence.some((other) => one.start < other.end && other.start < one.end));
}
