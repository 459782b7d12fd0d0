import 'server-only';
import { and, count, eq, min, notInArray } from 'drizzle-orm';
import { anchorOf, sentenceOf } from '#lib/course/evidence.ts';
import { answerText, correctText } from '#lib/grading/answer-text.ts';
import { shareOf } from '#lib/grading/score.ts';
import { type Level, levelOf } from '#lib/mastery/level.ts';
import { NotFound } from '#lib/result.ts';
import type { Tx } from '../client.ts';
import { type EditionBody, loadEdition } from '../edition-body.ts';
import { servedByAttempt } from '../joins.ts';
import { type PairView, pairsOf } from '../matched-pairs.ts';
import { lessonItems } from '../schema/content.ts';
import { attemptItems, attempts, cards, lessonProgress, responses } from '../schema/learning.ts';
import { askedItems, type attemptById, proofsOfAnswered, reasonsOfAnswered } from './attempt-rows.ts';
import { chosenOptions } from './feedback.ts';

type Named = { slug: string; title: string };

export type MissedView = {
  position: number;
  stem: string;
  mark: number;
  /** Null where it was not answered: then nothing that gives the key away is told. */
  answerText: string | null;
  correctText: string | null;
  rationale: string | null;
  address: string | null;
  quote: string | null;
  /** Id of the sentence on the lesson's page. */
  lessonAnchor: string | null;
  /** Of a matching question: the pairs, with a sentence each; the sentence above is that of the first that did not fit. */
  pairs: PairView[];
};

export type ResultView = {
  attemptId: string;
  course: Named;
  lesson: Named & { position: number };
  number: number;
  startedAt: Date;
  finishedAt: Date;
  score: number;
  maxScore: number;
  level: Level;
  previous: { score: number; maxScore: number } | null;
  /** How many questions were asked, answered or not. */
  asked: number;
  missed: MissedView[];
  /** Claims whose questions were answered fully right. */
  gained: { address: string; text: string }[];
  next: { kind: 'retake' } | { kind: 'lesson'; lesson: Named } | { kind: 'course' };
  /** Questions of this lesson that this learner has not been asked yet. */
  otherItems: number;
  /** When the first of what was answered comes back in review; null where nothing was. */
  comesBackAt: Date | null;
};

type AttemptRow = Awaited<ReturnType<ReturnType<typeof attemptById>['execute']>>[number];
type OfLesson = 'lessonId' | 'lessonSlug' | 'lessonTitle' | 'lessonPosition';
type Attempt = AttemptRow & { [K in OfLesson]: NonNullable<AttemptRow[K]> };

function isOfLesson(attempt: AttemptRow): attempt is Attempt {
  return attempt.lessonId !== null && attempt.lessonSlug !== null;
}

export async function resultOf(
  tx: Tx,
  schoolId: string,
  attemptId: string,
  attempt: AttemptRow,
): Promise<ResultView> {
  const { finishedAt, score, maxScore } = attempt;
  if (!isOfLesson(attempt)) throw new NotFound('an exam is of no lesson');
  if (finishedAt === null || score === null || maxScore === null) throw new NotFound('not finished');
  const edition = await loadEdition(tx, schoolId, attempt.editionId);
  const [asked, proofs, reasons, previous, otherItems, comesBackAt, mastered] = await Promise.all([
    askedItems(tx).execute({ attemptId }),
    proofsOfAnswered(tx).execute({ attemptId }),
    reasonsOfAnswered(tx).execute({ attemptId }),
    previousScore(tx, attempt),
    unseenItems(tx, attempt),
    firstDueOf(tx, attemptId, attempt),
    isMastered(tx, attempt),
  ]);
  const level = levelOf({ lastShare: shareOf({ score, maxScore }), mastered }) ?? 'attempted';
  const missed = asked
    .filter((item) => item.mark === null || item.mark < 1)
    .map((item) =>
      missedOf(
        edition,
        item,
        proofs.find((proof) => proof.itemId === item.itemId),
        reasons.filter((reason) => reason.itemId === item.itemId),
      ),
    );
  const right = new Set(asked.filter((item) => item.mark === 1).map((item) => item.itemId));
  return {
    attemptId,
    course: { slug: attempt.courseSlug, title: attempt.courseTitle },
    lesson: { slug: attempt.lessonSlug, title: attempt.lessonTitle, position: attempt.lessonPosition },
    number: attempt.number,
    startedAt: attempt.startedAt,
    finishedAt,
    score,
    maxScore,
    level,
    previous,
    asked: asked.length,
    missed,
    gained: gainedClaims(
      edition,
      new Set(proofs.filter((p) => right.has(p.itemId)).flatMap((p) => p.claimIds)),
    ),
    next: await nextStep(tx, schoolId, attempt, level),
    otherItems,
    comesBackAt,
  };
}

type Asked = Awaited<ReturnType<ReturnType<typeof askedItems>['execute']>>[number];
type ProofRow = Awaited<ReturnType<ReturnType<typeof proofsOfAnswered>['execute']>>[number];
type Reason = { id: string; correct: boolean; rationale: string };

/** One question that earned less than its mark; what is told of its key depends on whether it was answered. */
export function missedOf(
  edition: EditionBody,
  item: Pick<Asked, 'position' | 'prompt' | 'answer' | 'mark'>,
  proof: Pick<ProofRow, 'key' | 'evidence'> | undefined,
  reasons: readonly Reason[],
): MissedView {
  const { position, answer, mark } = item;
  const { stem } = item.prompt;
  // Left open: it may be asked again, so that nothing of its key is told.
  if (answer === null || mark === null || proof === undefined)
    return {
      position,
      stem,
      mark: 0,
      answerText: null,
      correctText: null,
      rationale: null,
      address: null,
      quote: null,
      lessonAnchor: null,
      pairs: [],
    };
  const pairs = pairsOf(edition, proof.key, proof.evidence, answer);
  const first = pairs.find((pair) => !pair.correct && pair.quote !== null);
  const [span] = proof.evidence;
  const sentence = span === undefined ? null : sentenceOf(edition.sentences, span);
  const address = first?.address ?? sentence?.address ?? null;
  const chosen = chosenOptions(answer);
  const reason =
    reasons.find((option) => chosen.includes(option.id) && !option.correct) ??
    reasons.find((option) => option.correct);
  return {
    position,
    stem,
    mark,
    answerText: answerText(item.prompt, answer),
    correctText: correctText(item.prompt, proof.key),
    rationale: reason?.rationale ?? null,
    address,
    quote: first?.quote ?? span?.quote ?? null,
    lessonAnchor: address === null ? null : anchorOf(address),
    pairs,
  };
}

function gainedClaims(edition: EditionBody, claimIds: ReadonlySet<string>): ResultView['gained'] {
  return edition.claims.flatMap((claim) => {
    const address = sentenceOf(edition.sentences, claim.evidence)?.address;
    return claimIds.has(claim.id) && address !== undefined ? [{ address, text: claim.text }] : [];
  });
}

async function previousScore(tx: Tx, attempt: Attempt): Promise<ResultView['previous']> {
  const [row] = await tx
    .select({ score: attempts.score, maxScore: attempts.maxScore })
    .from(attempts)
    .where(
      and(
        eq(attempts.userId, attempt.userId),
        eq(attempts.courseId, attempt.courseId),
        eq(attempts.lessonId, attempt.lessonId),
        eq(attempts.number, attempt.number - 1),
      ),
    );
  return row === undefined || row.score === null || row.maxScore === null
    ? null
    : { score: row.score, maxScore: row.maxScore };
}

/** Whether a mixed exam has confirmed the lesson. */
async function isMastered(tx: Tx, attempt: Attempt): Promise<boolean> {
  const [row] = await tx
    .select({ mastered: lessonProgress.mastered })
    .from(lessonProgress)
    .where(
      and(
        eq(lessonProgress.userId, attempt.userId),
        eq(lessonProgress.courseId, attempt.courseId),
        eq(lessonProgress.lessonId, attempt.lessonId),
      ),
    );
  return row?.mastered ?? false;
}

/** How many of the lesson's questions, in the edition that a retake would use, this learner has never been asked. */
async function unseenItems(tx: Tx, attempt: Attempt): Promise<number> {
  const asked = tx
    .select({ itemId: attemptItems.itemId })
    .from(attempts)
    .innerJoin(attemptItems, servedByAttempt)
    .where(
      and(
        eq(attempts.userId, attempt.userId),
        eq(attempts.courseId, attempt.courseId),
        eq(attempts.lessonId, attempt.lessonId),
      ),
    );
  const [row] = await tx
    .select({ count: count() })
    .from(lessonItems)
    .where(
      and(
        eq(lessonItems.editionId, attempt.currentEditionId ?? attempt.editionId),
        eq(lessonItems.lessonId, attempt.lessonId),
        notInArray(lessonItems.itemId, asked),
      ),
    );
  return row?.count ?? 0;
}

async function firstDueOf(tx: Tx, attemptId: string, attempt: Attempt): Promise<Date | null> {
  const [row] = await tx
    .select({ at: min(cards.dueAt) })
    .from(responses)
    .innerJoin(cards, and(eq(cards.schoolId, responses.schoolId), eq(cards.itemId, responses.itemId)))
    .where(
      and(
        eq(responses.attemptId, attemptId),
        eq(cards.userId, attempt.userId),
        eq(cards.courseId, attempt.courseId),
      ),
    );
  return row?.at ?? null;
}

async function nextStep(
  tx: Tx,
  schoolId: string,
  attempt: Attempt,
  level: Level,
): Promise<ResultView['next']> {
  if (level === 'attempted') return { kind: 'retake' };
  const current = await loadEdition(tx, schoolId, attempt.currentEditionId ?? attempt.editionId);
  const at = current.lessons.findIndex((lesson) => lesson.id === attempt.lessonId);
  const next = at < 0 ? undefined : current.lessons[at + 1];
  if (next === undefined) return { kind: 'course' };
  return { kind: 'lesson', lesson: { slug: next.slug, title: next.title } };
}
