import type { Item } from '#lib/course/model.ts';
import type { Candidate } from './draw.ts';
import type { KeyItem } from './sheet.ts';
import type { Verdict } from './verdict.ts';

export function candidate(id: string, fault: Partial<Item> = {}, more: Partial<Candidate> = {}): Candidate {
  const item: Item = {
    id,
    lessonId: 'l1',
    claimIds: [],
    kind: 'single',
    stem: `Why did the river ${id} rise?`,
    bloom: 'understand',
    difficulty: 0.5,
    options: ['Rain fell', 'Snow melted', 'A dam broke'].map((text, at) => ({
      id: `o_${at}`,
      text,
      correct: at === 0,
      rationale: `Reason ${at}.`,
      evidence: null,
    })),
    pairs: [],
    order: [],
    accept: [],
    evidence: [{ start: 0, end: 4, quote: 'Rain' }],
    selected: false,
    ...fault,
  };
  return {
    source: 'rivers.md',
    part: null,
    text: 'Rain fell.',
    template: 'cause/why',
    claims: [],
    item,
    ...more,
  };
}

export function keyItem(id: string, more: Partial<KeyItem> = {}): KeyItem {
  return {
    id,
    source: 'rivers.md',
    part: 'tuning',
    template: 'cause/why',
    item: `i_${id}`,
    claims: [],
    kind: 'single',
    stem: 'Why did the river rise?',
    right: 'B',
    rightText: 'Rain fell',
    accept: [],
    options: [
      { letter: 'A', text: 'A dam broke', correct: false, rationale: 'No.' },
      { letter: 'B', text: 'Rain fell', correct: true, rationale: 'Yes.' },
      { letter: 'C', text: 'Snow melted', correct: false, rationale: 'No.' },
    ],
    evidence: ['Rain'],
    ...more,
  };
}

export function verdict(id: string, more: Partial<Verdict> = {}): Verdict {
  return {
    id,
    judge: 'Ada',
    answer: 'B',
    fluent: true,
    answerable: true,
    singleKey: true,
    plausibleDistractors: true,
    worthAsking: true,
    noClue: true,
    publishable: 'yes',
    note: '',
    ...more,
  };
}
