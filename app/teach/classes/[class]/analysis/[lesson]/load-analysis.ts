import { notFound } from 'next/navigation';
import { cache } from 'react';
import { found, foundId } from '#app/_auth/found.ts';
import { requireViewer } from '#app/_auth/viewer.ts';
import { first, type SearchParams } from '#app/_ui/search-param.ts';
import { readClassAnalysis, readClassTotals, readItemAnswers } from '#db/queries/class-analysis.ts';
import { type CountedAttempt, countedAttempts } from '#db/queries/class-sittings.ts';

export type AnalysisParams = { class: string; lesson: string };

/** What the address asks for, and the address of it; the first attempt is meant where it does not say. */
export async function askedOf(params: AnalysisParams, searchParams: SearchParams) {
  const given = first((await searchParams).tries);
  const counted = countedAttempts.find((one) => one === given) ?? 'first';
  return { classId: foundId(params.class), lesson: params.lesson, counted };
}

/** The address of the analysis, or of a page below it. */
export function analysisAddress(
  classId: string,
  lesson: string,
  counted: CountedAttempt,
  below: string | number = '',
): string {
  const page = `/teach/classes/${classId}/analysis/${lesson}${below === '' ? '' : `/${below}`}`;
  return counted === 'first' ? page : `${page}?tries=${counted}`;
}

export const loadAnalysis = cache(async (classId: string, lesson: string, counted: CountedAttempt) => {
  const viewer = await requireViewer(analysisAddress(classId, lesson, counted));
  return { viewer, analysis: await found(readClassAnalysis(viewer, classId, lesson, counted)) };
});

export const loadAnswers = cache(
  async (classId: string, lesson: string, counted: CountedAttempt, question: string) => {
    const viewer = await requireViewer(analysisAddress(classId, lesson, counted, question));
    if (!/^[1-9]\d{0,3}$/.test(question)) notFound();
    const view = await found(readItemAnswers(viewer, classId, lesson, counted, Number(question)));
    return { viewer, view };
  },
);

export const loadTotals = cache(async (classId: string, lesson: string, counted: CountedAttempt) => {
  const viewer = await requireViewer(analysisAddress(classId, lesson, counted, 'totals'));
  return { viewer, view: await found(readClassTotals(viewer, classId, lesson, counted)) };
});
