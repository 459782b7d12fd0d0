import { fingerprint, hash64 } from '#lib/text/fingerprint.ts';
import { asksWho, basisOf, cover, wordings } from './evidence-cover.ts';
import type { Answer, ItemDraft } from './frames/frame.ts';
import { leanOf } from './lean.ts';
import { jaccard, sharedCount, topicStems } from './likeness.ts';
import { nearlyTheSame } from './near-same.ts';
import { numberOf } from './noun-phrase.ts';
import { normalised, wordCount } from './wording.ts';

/** Three wrong answers where three are good, two where only two are. */
const wanted = 3;
const fewest = 2;
/** How many candidates are weighed against each other: C(9, 3) = 84 sets. */
const weighed = 9;

/**
 * The wrong answers for a draft, or null when fewer than two are fit to stand beside the key.
 * Among the fit ones the set is taken that tells least by its form: lengths close to the key's, the key's
 * rank by length as a hash of the stem wants it, no more of the stem's words in the key than in the others.
 */
export function chooseDistractors(draft: ItemDraft): Answer[] | null {
  const fixed = draft.candidates.filter((candidate) => candidate.origin === 'fixed');
  if (fixed.length > 0) return fixed;
  const fit = besideTheEvidence(draft, fitCandidates(draft));
  if (fit.length < fewest) return null;
  // A list brings as many wrong answers as it wants to show.
  const size = draft.kind === 'multiple' ? fit.length : Math.min(wanted, fit.length);
  const best = highest(combinations(fit, size), scale(draft, fit));
  const [key] = draft.keys;
  if (best === null || draft.kind !== 'single' || key === undefined) return best;
  // Wrong answers written as variants of the key draw together around it, or say more than it does: whoever takes
  // the option that stands out so is right unread. Two that hide the key are better than three that show it.
  const shown = leanOf(key, best);
  if (!shown.tells) return best;
  const hidden = [...combinations(best, fewest)].filter((pair) => !leanOf(key, pair).tells);
  return highest(hidden, (pair) => -leanOf(key, pair).size) ?? best;
}

function highest<T>(list: Iterable<T>, score: (entry: T) => number): T | null {
  let best: { entry: T; score: number } | null = null;
  for (const entry of list) {
    const own = score(entry);
    if (best === null || own > best.score) best = { entry, score: own };
  }
  return best?.entry ?? null;
}

/**
 * Without the wrong answers whose every word stands in the evidence beside the key's: a reader may hold them for
 * right. Where fewer than two others are left, a person's judgement stands.
 */
function besideTheEvidence(draft: ItemDraft, fit: readonly Answer[]): readonly Answer[] {
  const { claims } = draft;
  const basis = basisOf(
    claims.flatMap((claim) => [claim.evidence.quote, ...wordings(claim)]),
    asksWho(claims),
  );
  const weakest = Math.min(...draft.keys.map(({ text }) => cover(text, basis)));
  const beside = fit.filter(({ text }) => cover(text, basis) < weakest);
  return beside.length < fewest ? fit : beside;
}

function fitCandidates(draft: ItemDraft): Answer[] {
  const taken: Answer[] = [];
  const foils = draft.candidates.filter((candidate) => candidate.origin === 'foil').length;
  // Another claim's reason or aim may be arguable here: it stays out where a person has written wrong answers.
  const borrow = foils < fewest;
  for (const candidate of draft.candidates) {
    if (taken.length === weighed) break;
    if (candidate.origin === 'claim' && !borrow) continue;
    const others = [...draft.keys, ...taken];
    if (others.some((other) => normalised(other.text) === normalised(candidate.text))) continue;
    // A person who wrote a wrong answer has judged it; one borrowed from another claim must prove itself.
    if (candidate.origin === 'claim') {
      if (
        draft.keys.some((key) => !sameForm(key.text, candidate.text) || !lengthsFit(key.text, candidate.text))
      )
        continue;
      if (others.some((other) => nearlyTheSame(other.text, candidate.text))) continue;
    }
    taken.push(candidate);
  }
  return taken;
}

/** Same opening marker ("Because", "To", "By", "That"), and for phrases the same number. */
function sameForm(key: string, other: string): boolean {
  const opener = /^(?:Because|To|By|That|Whether|It|They)\b/;
  if ((opener.exec(key)?.[0] ?? '') !== (opener.exec(other)?.[0] ?? '')) return false;
  if (wordCount(key) > 6 || wordCount(other) > 6) return true;
  const numbers = [numberOf(key), numberOf(other)];
  return numbers.includes('unknown') || (numbers[0] === 'plural') === (numbers[1] === 'plural');
}

/** Short answers (names, terms) may differ more: one word against two is no clue. */
function lengthsFit(key: string, other: string): boolean {
  const ratio = other.length / key.length;
  return wordCount(key) <= 3 && wordCount(other) <= 4
    ? ratio >= 0.33 && ratio <= 3
    : ratio >= 0.6 && ratio <= 1.6;
}

/**
 * What a set of wrong answers is worth; higher is better. The weights order the aims: a person's foils, no
 * word of the stem in the key alone, a key that is neither what the options share nor the longest more often
 * than chance, lengths close to the key's, answers from the nearest lesson.
 */
function scale(draft: ItemDraft, fit: readonly Answer[]): (set: readonly Answer[]) => number {
  const key = draft.keys[0]?.text ?? '';
  const stem = topicStems(draft.stem);
  const keyStems = topicStems(key);
  const keyOverlap = sharedCount(keyStems, stem);
  const stems = new Map(fit.map((answer) => [answer, topicStems(answer.text)]));
  const overlap = new Map(fit.map((answer) => [answer, sharedCount(stemsOf(answer), stem)]));
  const alike = new Map(fit.map((answer) => [answer, jaccard(stemsOf(answer), keyStems)]));
  const between = new Map(
    fit.map((answer) => [
      answer,
      new Map(fit.map((other) => [other, jaccard(stemsOf(answer), stemsOf(other))])),
    ]),
  );
  const at = (map: ReadonlyMap<Answer, number> | undefined, answer: Answer) => map?.get(answer) ?? 0;
  // One item in as many as it has options may have its key in the place that a hash names; the others not.
  const chance = hash64([draft.template, draft.stem]);

  function stemsOf(answer: Answer): ReadonlySet<string> {
    return stems.get(answer) ?? new Set();
  }

  return (set) => {
    let score = set.filter((answer) => answer.origin === 'foil').length;
    score -= 1.5 * Math.max(0, keyOverlap - Math.max(...set.map((answer) => at(overlap, answer))));
    const shared = set.reduce((sum, answer) => sum + at(alike, answer), 0);
    const most = Math.max(
      ...set.map(
        (answer) =>
          at(alike, answer) +
          set.reduce((sum, other) => sum + (other === answer ? 0 : at(between.get(answer), other)), 0),
      ),
    );
    if (shared > most && chance.high % (set.length + 1) !== 0) score -= 1.2;
    const longer = set.filter(({ text }) => text.length > key.length).length;
    score -= 1.6 * Math.abs(longer - (chance.low % (set.length + 1)));
    for (const answer of set) {
      const ratio = answer.text.length / key.length;
      if (ratio < 0.75 || ratio > 1.33) score -= 0.5;
      score -= 0.05 * fit.indexOf(answer);
    }
    // Of sets equally good, always the same one.
    return score - hash64([draft.stem, ...set.map(({ text }) => text)]).high / 2 ** 52;
  };
}

function* combinations<T>(list: readonly T[], size: number, from = 0): Generator<T[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let at = from; at <= list.length - size; at += 1) {
    const first = list[at];
    if (first === undefined) return;
    for (const rest of combinations(list, size - 1, at + 1)) yield [first, ...rest];
  }
}

/** The name of an option inside its item: its text decides it. */
export function optionId(text: string): string {
  return fingerprint('o', normalised(text));
}
