import type { Claim, Item, Option } from '#lib/course/model.ts';
import { askedPart } from './frames/asked-part.ts';
import { countryNamed } from './lexicon/countries.ts';
import { sharedCount, topicStems } from './likeness.ts';
import { normalised, wordCount } from './wording.ts';

/** What is read of an item: what it puts before the learner, and its key. */
export type AskedItem = Pick<Item, 'kind' | 'stem' | 'pairs' | 'order' | 'accept'> & {
  options: readonly Pick<Option, 'text' | 'correct'>[];
};

/** An item with the claims that it asks. */
export type Asked = { item: AskedItem; claims: readonly Pick<Claim, 'type' | 'parts'>[] };

/** An answer of so many content words is told by them, in whatever order they stand. */
const tellingStems = 3;

/** What `shower` puts before the learner holds the answer of `asker`. */
export function givesAway(shower: Asked, asker: Asked): boolean {
  const { answers } = readingOf(asker);
  if (answers.length === 0) return false;
  const { shown } = readingOf(shower);
  return answers.some(({ plain, stems }) =>
    shown.some(
      (text) =>
        text.plain.includes(` ${plain} `) ||
        (stems.size >= tellingStems && sharedCount(stems, text.stems) === stems.size),
    ),
  );
}

type Text = { plain: string; stems: ReadonlySet<string> };
type Reading = {
  claims: Asked['claims'];
  /** What it puts before the learner. */
  shown: Text[];
  /** The answers that another item could give away. */
  answers: Text[];
};

// Each item of a lesson is compared with every other one, again for every place of its quiz.
const readings = new WeakMap<AskedItem, Reading>();

function readingOf(asked: Asked): Reading {
  const known = readings.get(asked.item);
  if (known !== undefined && known.claims === asked.claims) return known;
  const reading = { claims: asked.claims, shown: shownBy(asked.item), answers: tellable(asked) };
  readings.set(asked.item, reading);
  return reading;
}

function shownBy(item: AskedItem): Text[] {
  return [
    item.stem,
    ...item.options.map((option) => option.text),
    ...item.pairs.flatMap((pair) => [pair.left, pair.right]),
    ...item.order,
  ].map((text) => ({ plain: ` ${normalised(text)} `, stems: topicStems(text) }));
}

function tellable(asked: Asked): Text[] {
  const { kind, options } = asked.item;
  return answersOf(asked).flatMap((answer) => {
    const plain = normalised(answer).replace(/^(?:because|to|by|that) /, '');
    // The name of a country or of who holds a view stands in half the questions; a term to be chosen among
    // terms is not given away by its name.
    if (countryNamed(answer) !== null || isHolder(asked, answer) || plain === '') return [];
    if (options.length > 0 && kind !== 'true-false' && wordCount(plain) < 3) return [];
    return [{ plain, stems: topicStems(answer) }];
  });
}

/** What a learner must not read elsewhere: the right answers, and of a statement what it is true or false by. */
function answersOf({ item, claims }: Asked): string[] {
  if (item.kind !== 'true-false')
    return [...item.options.filter((option) => option.correct).map((option) => option.text), ...item.accept];
  return claims.flatMap((claim) => {
    const part = claim.type === 'definition' ? 'term' : askedPart[claim.type];
    return [claim.parts[part] ?? []].flat();
  });
}

function isHolder({ claims }: Asked, answer: string): boolean {
  return claims.some(
    ({ type, parts }) => type === 'attribution' && normalised(String(parts.who)) === normalised(answer),
  );
}
