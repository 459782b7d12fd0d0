import { type Rate, wilson } from './wilson.ts';

/** 1 a guess, 2 fairly sure, 3 sure. */
export const certainties = [1, 2, 3] as const;
export type Certainty = (typeof certainties)[number];

/** Below so many answers nothing is said of how often they are right. */
export const fewestToJudge = 10;

/**
 * How sure is sure. By the marks of certainty-based marking (right 1, 2, 3; wrong 0, −2, −6) saying "sure" pays
 * for whoever is right in more than 80 % of such answers, and "fairly" from two thirds on: below it is a guess.
 */
const sureFrom = 0.8;
const guessBelow = 2 / 3;

export type CalibrationRow = { certainty: Certainty; rate: Rate; judged: boolean };

/** What the figures come to, as far as they allow anything to be said. */
export type CalibrationVerdict =
  /** Nothing was said about certainty yet. */
  | 'none'
  /** Too few of any kind. */
  | 'too-few'
  /** "Sure" is right less often than it should be, beyond chance. */
  | 'sure-too-often'
  /** Guesses are right more often than guesses are, beyond chance. */
  | 'sure-too-seldom'
  /** Enough answers, and neither of the two. */
  | 'fits';

export type Calibration = { rows: CalibrationRow[]; verdict: CalibrationVerdict };

/** How often answers given with each certainty were all right. `counts` may lack a certainty. */
export function calibrate(
  counts: readonly { certainty: number; right: number; answers: number }[],
): Calibration {
  const rows = certainties.map((certainty): CalibrationRow => {
    const own = counts.filter((count) => count.certainty === certainty);
    const sum = (of: 'right' | 'answers') => own.reduce((total, count) => total + count[of], 0);
    const rate = wilson(sum('right'), sum('answers'));
    return { certainty, rate, judged: rate.n >= fewestToJudge };
  });
  return { rows, verdict: verdictOf(rows) };
}

function verdictOf(rows: readonly CalibrationRow[]): CalibrationVerdict {
  if (rows.every(({ rate }) => rate.n === 0)) return 'none';
  const judged = rows.filter((row) => row.judged);
  if (judged.length === 0) return 'too-few';
  const rateOf = (certainty: Certainty) => judged.find((row) => row.certainty === certainty)?.rate;
  const [guess, sure] = [rateOf(1), rateOf(3)];
  // The whole interval on the wrong side: less is chance.
  if (sure !== undefined && sure.high < sureFrom) return 'sure-too-often';
  if (guess !== undefined && guess.low > guessBelow) return 'sure-too-seldom';
  return 'fits';
}
