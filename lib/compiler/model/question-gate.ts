import type { Claim, Course, Item } from '#lib/course/model.ts';
import type { SourceDocument } from '#lib/source/document.ts';
import type { ClaimsFile, ConfirmedFrame } from '../claims-file.ts';
import { compile } from '../compile.ts';
import type { OutlineFile } from '../outline-file.ts';
import { whyNotDerivable } from '../quality/derivable.ts';

/** What is compiled: the document, and what persons decided about it before. */
export type Source = {
  document: SourceDocument;
  sha256: string;
  claims: ClaimsFile | null;
  outline: OutlineFile | null;
};

/** The questions that a frame would give, or why it gives none that is fit. */
export type FrameQuestions = { ok: true; items: Item[] } | { ok: false; fault: string };

/**
 * Compiles the document as if the proposed frames were confirmed, so that the compiler's own screen and gates
 * decide on them, and gathers for each frame what would be asked.
 */
export function questionsOf(
  source: Source,
  settled: readonly ConfirmedFrame[],
  tried: readonly ConfirmedFrame[],
): ReadonlyMap<string, FrameQuestions> {
  const course = courseWith(source, [...settled, ...tried]);
  const claimOf = new Map(course.claims.map((claim) => [claim.id, claim]));
  return new Map(tried.map((frame) => [frame.id, questionsOfFrame(course, claimOf, frame)]));
}

/** The course as persons have decided on it. */
export function courseOf({ document, sha256, claims, outline }: Source): Course {
  const { course } = compile({
    document,
    sha256,
    ...(claims === null ? {} : { claims }),
    ...(outline === null ? {} : { outline }),
  });
  return course;
}

function courseWith(source: Source, frames: readonly ConfirmedFrame[]): Course {
  // Not as a model's: a proposal of a model counts for nothing, and these are to be tried.
  const asConfirmed = frames.map(({ model: _, ...frame }) => ({ ...frame, status: 'confirmed' as const }));
  const claims: ClaimsFile = {
    format: 'lectern-claims/1',
    claims: [...(source.claims?.claims ?? []), ...asConfirmed],
  };
  return courseOf({ ...source, claims });
}

function questionsOfFrame(
  course: Course,
  claimOf: ReadonlyMap<string, Claim>,
  frame: ConfirmedFrame,
): FrameQuestions {
  const claim = course.claims.find((each) => isOf(each, frame));
  if (claim === undefined)
    return { ok: false, fault: saidOf(course, frame) ?? 'the compiler does not take it' };
  const items = course.items.filter(({ claimIds }) => claimIds.includes(claim.id));
  if (items.length === 0)
    return { ok: false, fault: saidOf(course, frame) ?? 'no question of it passes the screen' };
  for (const item of items) {
    const fault = whyNotDerivable(item, (id) => claimOf.get(id));
    if (fault !== null) return { ok: false, fault: `the question “${item.stem}”: ${fault}` };
  }
  return { ok: true, items };
}

function isOf(claim: Claim, frame: ConfirmedFrame): boolean {
  return (
    claim.type === frame.type &&
    claim.evidence.quote === frame.evidence &&
    claim.origin !== 'extracted' &&
    JSON.stringify(claim.parts) === JSON.stringify(frame.parts)
  );
}

/** What the compiler says of a frame: at its evidence, or by its name. */
function saidOf(course: Course, frame: ConfirmedFrame): string | null {
  const about = course.diagnostics.find(
    ({ code, message, start, end }) =>
      message.includes(frame.id) ||
      (code === 'claim-not-asked' && course.text.slice(start, end) === frame.evidence),
  );
  return about?.message ?? null;
}
