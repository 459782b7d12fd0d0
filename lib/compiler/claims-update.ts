import type { Claim, Course } from '#lib/course/model.ts';
import { claimId } from './claims.ts';
import type { ClaimsFile, ConfirmedFrame, FrameStatus } from './claims-file.ts';
import { frameOf } from './frames/registry.ts';
import { NearMatches } from './reimport/near-match.ts';
import { type Sentence, sentencesOf } from './reimport/sentence-diff.ts';
import { addressOf } from './wording.ts';

/** A frame of the file as a report names it. */
export type FrameNote = { id: string; status: FrameStatus; evidence: string };

export type ClaimsUpdate = {
  /** The file as it is to be written. */
  file: { format: 'lectern-claims/1'; claims: Record<string, unknown>[] };
  /** Decisions that stand in the text. */
  kept: FrameNote[];
  /** Proposals that were in the file already. */
  waiting: FrameNote[];
  added: FrameNote[];
  /** Decisions whose evidence stands in the text no more, kept in the file, with the sentence likest to it. */
  gone: (FrameNote & { nearest: Sentence | null })[];
  /** Proposals of which the same is true: nobody has decided on them, so they are taken out. */
  dropped: FrameNote[];
  /** Proposals that somebody changed without a decision. */
  touched: FrameNote[];
};

/**
 * A claims file brought up to date with a document. `course` is compiled with that file. Every entry stays as
 * the person left it but for `sentence` and `claim`, which are for reading only and follow the text; what the
 * rules found since then comes after, in reading order: claims of the course and, of sentences without one,
 * frames that are less sure.
 */
export function updateClaimsFile(
  course: Course,
  before: { file: ClaimsFile; entries: readonly Record<string, unknown>[] } | null,
  proposed: readonly Claim[] = [],
): ClaimsUpdate {
  const sentences = sentencesOf(course);
  const near = new NearMatches(sentences.map(({ quote }) => quote));
  const update: ClaimsUpdate = {
    file: { format: 'lectern-claims/1', claims: [] },
    kept: [],
    waiting: [],
    added: [],
    gone: [],
    dropped: [],
    touched: [],
  };
  const known = new Set<string>();
  for (const [at, frame] of (before?.file.claims ?? []).entries()) {
    const entry = before?.entries[at] ?? {};
    const note = { id: frame.id, status: frame.status, evidence: frame.evidence };
    const current = claimId(frame.type, frame.parts, frame.evidence);
    known.add(frame.id).add(current);
    const stands = course.text.includes(frame.evidence);
    // A model's proposal has a name of its own, which says nothing of whether somebody has changed it.
    const isUntouched = frame.status === 'proposed' && (frame.id === current || frame.model !== undefined);
    if (isUntouched && !stands) {
      update.dropped.push(note);
      continue;
    }
    update.file.claims.push(refreshed(course, sentences, frame, entry));
    if (!stands) {
      const [likest] = near.of(frame.evidence);
      update.gone.push({ ...note, nearest: likest === undefined ? null : (sentences[likest.at] ?? null) });
    } else if (frame.status !== 'proposed') update.kept.push(note);
    else if (isUntouched) update.waiting.push(note);
    else update.touched.push(note);
  }
  const found = [...course.claims, ...proposed].sort((a, b) => a.evidence.start - b.evidence.start);
  for (const claim of found) {
    if (claim.origin !== 'extracted' || known.has(claim.id) || !standsOnce(course, claim)) continue;
    update.file.claims.push(proposal(sentences, claim));
    update.added.push({ id: claim.id, status: 'proposed', evidence: claim.evidence.quote });
  }
  return update;
}

/** A quotation that stands twice could not be confirmed: nobody would know which. */
function standsOnce(course: Course, { evidence }: Claim): boolean {
  return course.text.indexOf(evidence.quote) === course.text.lastIndexOf(evidence.quote);
}

function proposal(sentences: readonly Sentence[], claim: Claim): Record<string, unknown> {
  return {
    id: claim.id,
    status: 'proposed',
    claim: claim.text,
    sentence: addressAt(sentences, claim.evidence.start, claim.evidence.end),
    evidence: claim.evidence.quote,
    type: claim.type,
    parts: claim.parts,
    label: claim.label,
    attribution: claim.attribution,
    confidence: claim.confidence,
    salience: claim.salience,
  };
}

function refreshed(
  course: Course,
  sentences: readonly Sentence[],
  frame: ConfirmedFrame,
  entry: Record<string, unknown>,
): Record<string, unknown> {
  const start = course.text.indexOf(frame.evidence);
  const { fault, text } = frameOf(frame.type);
  return {
    ...entry,
    ...('claim' in entry && fault(frame.parts) === null ? { claim: text(frame.parts) } : {}),
    ...('sentence' in entry && start >= 0
      ? { sentence: addressAt(sentences, start, start + frame.evidence.length) }
      : {}),
  };
}

function addressAt(sentences: readonly Sentence[], start: number, end: number): string {
  return addressOf(sentences.filter((sentence) => sentence.start < end && sentence.end > start));
}
