/** Where a learner stands in a lesson, as far as mastery is concerned. */
export type Standing = {
  /** The share of the marks in the last finished quiz on the lesson, and when that was finished. */
  lastShare: number | null;
  lastFinishedAt: Date | null;
  mastered: boolean;
};

/** What a finished exam asked of one lesson; a question left open earns nothing. */
export type ExamPart = { startedAt: Date; asked: number; share: number };

/** Marks are sums of fractions such as 1/3: from here on all is right. */
export const allRight = 1 - 1e-9;

const halfADay = 12 * 3_600_000;
/** One question of a lesson may be luck. */
const leastAsked = 2;

export const newcomer: Standing = { lastShare: null, lastFinishedAt: null, mastered: false };

/** A quiz on the lesson gives no mastery; it keeps it only with everything right. */
export function afterQuiz(
  { mastered }: Standing,
  { share, finishedAt }: { share: number; finishedAt: Date },
): Standing {
  return { lastShare: share, lastFinishedAt: finishedAt, mastered: mastered && share >= allRight };
}

/**
 * A mixed exam shows that a proficient lesson has stayed: all of its part right, in two questions or more, at
 * least half a day after the quiz. Anything less than all right takes mastery away; whatever else leaves it.
 */
export function afterExam(standing: Standing, part: ExamPart): Standing {
  if (part.share < allRight) return { ...standing, mastered: false };
  const { lastShare, lastFinishedAt, mastered } = standing;
  const wasProficient = lastShare !== null && lastShare >= allRight;
  const isLater = lastFinishedAt !== null && part.startedAt.getTime() - lastFinishedAt.getTime() >= halfADay;
  return { ...standing, mastered: mastered || (wasProficient && isLater && part.asked >= leastAsked) };
}
