import { groupBy } from '#lib/text/group-by.ts';
import { type Agreement, agreement } from '../agreement.ts';
import { type Rate, wilson } from '../wilson.ts';
import { isAsKeyed } from './as-keyed.ts';
import type { Key, KeyItem } from './sheet.ts';
import { type Criterion, criterionNames, type Verdict } from './verdict.ts';

/** What is counted of each question: the criteria, and what follows from them. */
export const measures = [
  'publishable',
  'publishableWithEdit',
  'answeredAsKeyed',
  'allCriteria',
  ...criterionNames,
] as const;
export type Measure = (typeof measures)[number];

export type Group = { by: string; name: string; n: number; rates: Record<Measure, Rate> };
export type Failure = {
  id: string;
  source: string;
  template: string | null;
  kind: string;
  stem: string;
  right: string;
  failed: string[];
  notes: string[];
};
export type PairOfJudges = { judges: [string, string]; on: string; agreement: Agreement };
export type JudgingReport = {
  verdicts: number;
  judges: string[];
  /** Verdicts on questions that the key does not have. */
  unknown: string[];
  groups: Group[];
  pairs: PairOfJudges[];
  failures: Failure[];
};

/** A question with all verdicts on it; one judge's later verdict replaces the earlier one. */
type Judged = { item: KeyItem; verdicts: Verdict[] };

/**
 * Rates over questions, not over verdicts: where several judged one, more than half must say so. A tie
 * counts against the question.
 */
export function reportOf(key: Key, verdicts: readonly Verdict[]): JudgingReport {
  const latest = new Map(verdicts.map((verdict) => [JSON.stringify([verdict.judge, verdict.id]), verdict]));
  const byId = groupBy(latest.values(), (verdict) => verdict.id);
  const judged = key.items.flatMap((item): Judged[] => {
    const own = byId.get(item.id);
    return own === undefined ? [] : [{ item, verdicts: own }];
  });
  const known = new Set(key.items.map(({ id }) => id));
  const judges = [...new Set(verdicts.map(({ judge }) => judge))].sort();
  return {
    verdicts: latest.size,
    judges,
    unknown: [...byId.keys()].filter((id) => !known.has(id)).sort(),
    groups: [
      ...groupsBy('all', judged, () => 'all'),
      ...groupsBy('part', judged, ({ item }) => item.part),
      ...groupsBy('kind', judged, ({ item }) => item.kind),
      ...groupsBy('template', judged, ({ item }) => item.template),
      ...groupsBy('source', judged, ({ item }) => item.source),
    ],
    pairs: judges.flatMap((one, at) => judges.slice(at + 1).flatMap((other) => pairOf(one, other, judged))),
    failures: judged.flatMap(failureOf),
  };
}

function says(measure: Measure, item: KeyItem, verdict: Verdict): boolean {
  switch (measure) {
    case 'publishable':
      return verdict.publishable === 'yes';
    case 'publishableWithEdit':
      return verdict.publishable !== 'no';
    case 'answeredAsKeyed':
      return isAsKeyed(item, verdict.answer);
    case 'allCriteria':
      return criterionNames.every((name) => verdict[name]);
    default:
      return verdict[measure];
  }
}

function holds(measure: Measure, { item, verdicts }: Judged): boolean {
  return verdicts.filter((verdict) => says(measure, item, verdict)).length * 2 > verdicts.length;
}

function groupsBy(by: string, judged: readonly Judged[], nameOf: (each: Judged) => string | null): Group[] {
  const groups = groupBy(judged, nameOf);
  return [...groups]
    .flatMap(([name, members]) => (name === null ? [] : [{ name, members }]))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, members }) => ({ by, name, n: members.length, rates: ratesOf(members) }));
}

function ratesOf(members: readonly Judged[]): Record<Measure, Rate> {
  const rate = (measure: Measure) =>
    wilson(members.filter((each) => holds(measure, each)).length, members.length);
  return {
    publishable: rate('publishable'),
    publishableWithEdit: rate('publishableWithEdit'),
    answeredAsKeyed: rate('answeredAsKeyed'),
    allCriteria: rate('allCriteria'),
    fluent: rate('fluent'),
    answerable: rate('answerable'),
    singleKey: rate('singleKey'),
    plausibleDistractors: rate('plausibleDistractors'),
    worthAsking: rate('worthAsking'),
    noClue: rate('noClue'),
  };
}

function pairOf(one: string, other: string, judged: readonly Judged[]): PairOfJudges[] {
  const both = judged.flatMap(({ verdicts }): [Verdict, Verdict][] => {
    const first = verdicts.find(({ judge }) => judge === one);
    const second = verdicts.find(({ judge }) => judge === other);
    return first === undefined || second === undefined ? [] : [[first, second]];
  });
  if (both.length === 0) return [];
  const compare = (on: 'publishable' | Criterion): PairOfJudges => ({
    judges: [one, other],
    on,
    agreement: agreement(both.map(([a, b]) => [String(a[on]), String(b[on])])),
  });
  return (['publishable', ...criterionNames] as const).map(compare);
}

function failureOf({ item, verdicts }: Judged): Failure[] {
  if (holds('publishable', { item, verdicts })) return [];
  const failed = [...criterionNames, 'answeredAsKeyed' as const].filter((measure) =>
    verdicts.some((verdict) => !says(measure, item, verdict)),
  );
  const { id, source, template, kind, stem, rightText } = item;
  const notes = verdicts
    .filter(({ note, publishable }) => note !== '' && publishable !== 'yes')
    .map(({ judge, note }) => `${judge}: ${note}`);
  return [{ id, source, template, kind, stem, right: rightText, failed, notes }];
}
