import type { Claim, Course, Item } from '#lib/course/model.ts';
import { type Finding, screenItem } from '../screen.ts';
import { alsoSaid, saidInText } from './also-said.ts';
import { whyNotDerivable } from './derivable.ts';

/** All that can be found wrong with an item of one course: the screen's rules, and what needs the course. */
export type FaultFinder = (item: Item) => Finding[];

export function faultFinder(course: Course): FaultFinder {
  const claims = new Map<string, Claim>(course.claims.map((claim) => [claim.id, claim]));
  const said = saidInText(course.text);
  return (item) => {
    const underivable = whyNotDerivable(item, (id) => claims.get(id));
    const elsewhere = alsoSaid(item, said);
    return [
      ...screenItem(item, course.text),
      ...(underivable === null ? [] : [{ rule: 'not-derivable', message: underivable }]),
      ...(elsewhere === null ? [] : [{ rule: 'also-said', message: elsewhere }]),
    ];
  };
}
