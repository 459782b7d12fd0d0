import type { Bloom, ClaimType, Item, ItemKind } from '#lib/course/model.ts';
import { jaccard, topicStems } from './likeness.ts';
import { wordCount } from './wording.ts';

/** What is looked up in the text and known or not; everything else relates two things. Never more is claimed. */
const remembered: ReadonlySet<ClaimType> = new Set([
  'definition',
  'membership',
  'quantity',
  'event',
  'property',
  'attribution',
]);

export function bloomOf(type: ClaimType, template: string): Bloom {
  return remembered.has(type) && !template.startsWith('stance/') ? 'remember' : 'understand';
}

/** Where an item of the kind starts: choosing is easier than producing, a set harder than one answer. */
const byKind: Readonly<Record<ItemKind, number>> = {
  'true-false': 0.25,
  single: 0.4,
  matching: 0.45,
  ordering: 0.5,
  multiple: 0.5,
  cloze: 0.55,
  short: 0.6,
};

/**
 * An estimate from 0 (easy) to 1 (hard) until answers are in: the kind's start; up to 0.2 more the more
 * alike key and distractors are; 0.05 more for a stem above 20 words; 0.05 less with two distractors.
 */
export function difficultyOf(item: Pick<Item, 'kind' | 'stem' | 'options'>): number {
  const key = item.options.find((option) => option.correct);
  const others = item.options.filter((option) => !option.correct);
  let estimate = byKind[item.kind];
  if (key !== undefined && item.kind !== 'true-false') {
    const alike = others.map((option) => jaccard(topicStems(option.text), topicStems(key.text)));
    estimate += 0.2 * Math.max(0, ...alike);
    if (item.kind === 'single' && others.length === 2) estimate -= 0.05;
  }
  if (wordCount(item.stem) > 20) estimate += 0.05;
  return Math.round(Math.min(1, Math.max(0, estimate)) * 100) / 100;
}
