import { shuffle } from '../text/shuffle.ts';

export type Candidate = {
  itemId: string;
  /** Its place in the lesson's bank, in reading order. */
  position: number;
  /** In the lesson's default quiz. */
  selected: boolean;
  /** Addresses of the sentences that prove it. */
  sentences: readonly string[];
  /** Ids of the claims it asks about. */
  claims: readonly string[];
  /** 0 to 1, as the compiler judges it. */
  difficulty: number;
  /** When this learner was last asked it; null for never. */
  lastServedAt: Date | null;
  /** This learner's latest answer to it, in a quiz or in review; null for none. */
  lastAnswer: { mark: number; at: Date } | null;
  /** When it is due by this learner's memory of it; null where there is none. */
  dueAt: Date | null;
};

export type Sitting = {
  /** The learner's first at this lesson: it asks the default quiz. */
  isFirst: boolean;
  /** The share of the marks that the learner has had of late, 0 to 1; null before any answer. */
  rate: number | null;
  now: Date;
  seed: string;
};

/**
 * Why a question was drawn for this learner. `missed`: another one about the same was answered wrong, or this one
 * was and has had its time. `due`: it would be forgotten about now. `covers`: nothing was asked about this yet.
 * `new`: a question not seen yet, about something that was. `again`: there is nothing else left to ask.
 */
export const drawReasons = ['missed', 'due', 'covers', 'new', 'again'] as const;
export type DrawReason = (typeof drawReasons)[number];

/** `reason` is null in a first quiz: nothing has been asked that one could go by. */
export type Picked = { itemId: string; reason: DrawReason | null };

/** Asked where a bank has no default quiz. */
const fallbackCount = 10;
/** Difficulties that differ by less than this are alike: then the seed decides. */
const step = 0.2;

/**
 * Which questions one attempt asks, in the lesson's order. The first asks the default quiz. A retake asks as many,
 * and no two on one claim or sentence while the bank has others. Among those: what was missed, what is due, what
 * nothing was asked about, what was not seen, and at last what was asked longest ago. A question that was answered
 * wrong a moment ago is not put again while another asks about the same: it waits until it is due. At most half
 * have been seen before while there are others. Among equals the difficulty nearest to the learner's own rate
 * comes first, then the seed decides.
 */
export function pickItems(candidates: readonly Candidate[], sitting: Sitting): Picked[] {
  const selected = candidates.filter((candidate) => candidate.selected);
  if (sitting.isFirst && selected.length > 0)
    return inLessonOrder(selected.map((candidate) => ({ candidate, reason: null })));
  const count = selected.length > 0 ? selected.length : Math.min(fallbackCount, candidates.length);
  const picked: Drawn[] = [];
  const used = new Set<string>();
  /** Takes what is accepted, by need, and returns what is left. */
  const take = (needed: readonly Needed[], accepts: (entry: Needed) => boolean) =>
    needed.filter((entry) => {
      if (picked.length === count || !accepts(entry)) return true;
      picked.push(sitting.isFirst ? { ...entry, reason: null } : entry);
      for (const topic of topicsOf(entry.candidate)) used.add(topic);
      return false;
    });
  const isApart = ({ candidate }: Needed) => !topicsOf(candidate).some((topic) => used.has(topic));
  const seenSoFar = () => picked.filter(({ candidate }) => !isNew(candidate)).length;
  const half = Math.floor(count / 2);
  const all = byNeed(candidates, sitting);
  const left = take(all, (entry) => isApart(entry) && (isNew(entry.candidate) || seenSoFar() < half));
  take(take(left, isApart), () => true);
  return inLessonOrder(picked);
}

type Drawn = { candidate: Candidate; reason: DrawReason | null };
type Needed = Drawn & { reason: DrawReason };

function byNeed(candidates: readonly Candidate[], { rate, now, seed }: Sitting): Needed[] {
  const asked = new Set(candidates.filter((one) => !isNew(one)).flatMap(({ claims }) => claims));
  const missed = missedClaims(candidates);
  const reasonOf = (candidate: Candidate): DrawReason => {
    const isDue = candidate.dueAt !== null && candidate.dueAt <= now;
    if (isNew(candidate) && candidate.claims.some((claim) => missed.has(claim))) return 'missed';
    if (isDue) return candidate.lastAnswer !== null && candidate.lastAnswer.mark < 1 ? 'missed' : 'due';
    if (!isNew(candidate)) return 'again';
    return candidate.claims.some((claim) => asked.has(claim)) ? 'new' : 'covers';
  };
  const distance = ({ difficulty }: Candidate) => Math.round(Math.abs(difficulty - (rate ?? 0.5)) / step);
  return shuffle(
    candidates.toSorted((a, b) => a.position - b.position),
    seed,
  )
    .map((candidate) => ({ candidate, reason: reasonOf(candidate) }))
    .sort(
      (a, b) =>
        drawReasons.indexOf(a.reason) - drawReasons.indexOf(b.reason) ||
        // What was asked longest ago; all that are new are alike.
        (a.reason === 'again' ? servedTime(a.candidate) - servedTime(b.candidate) : 0) ||
        Number(!isNew(a.candidate)) - Number(!isNew(b.candidate)) ||
        distance(a.candidate) - distance(b.candidate),
    );
}

function isNew({ lastServedAt, lastAnswer }: Candidate): boolean {
  return lastServedAt === null && lastAnswer === null;
}

/** The claims whose latest answer, whichever question asked it, was not all right. */
function missedClaims(candidates: readonly Candidate[]): Set<string> {
  const latest = new Map<string, { mark: number; at: Date }>();
  for (const { claims, lastAnswer } of candidates)
    for (const claim of claims) {
      const before = latest.get(claim);
      if (lastAnswer !== null && (before === undefined || before.at < lastAnswer.at))
        latest.set(claim, lastAnswer);
    }
  return new Set([...latest].flatMap(([claim, { mark }]) => (mark < 1 ? [claim] : [])));
}

/** Kept apart by a letter: a sentence's address is no claim's id. */
function topicsOf({ claims, sentences }: Candidate): string[] {
  return [...claims.map((claim) => `c ${claim}`), ...sentences.map((address) => `s ${address}`)];
}

function servedTime(candidate: Candidate): number {
  return candidate.lastServedAt?.getTime() ?? Number.NEGATIVE_INFINITY;
}

function inLessonOrder(drawn: readonly Drawn[]): Picked[] {
  return drawn
    .toSorted((a, b) => a.candidate.position - b.candidate.position)
    .map(({ candidate, reason }) => ({ itemId: candidate.itemId, reason }));
}
