import { keepAlsoName, keepName, keepWithinName } from './what-is-kept.ts';

/** For the head of a page that its reader may keep: what it is called, and what should be kept with it. */
export function keepThisPage(page: { title: string; within: string; also: readonly string[] }) {
  return {
    [keepName]: page.title,
    [keepWithinName]: page.within,
    ...(page.also.length === 0 ? {} : { [keepAlsoName]: page.also.join(' ') }),
  };
}
