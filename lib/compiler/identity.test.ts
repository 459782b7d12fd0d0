import { describe, expect, it } from 'vitest';
import type { Course } from '#lib/course/model.ts';
import { compileText, itemsWithout, lighthouseFrames, lighthouses } from './lighthouses.fixture.ts';

const { course } = compileText(lighthouses);
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).sort();
const edited = (change: (text: string) => string): Course => {
  const text = change(lighthouses);
  expect(text).not.toBe(lighthouses);
  return compileText(text).course;
};
const fogSection = lighthouses.slice(lighthouses.indexOf('## Fog'));

describe('the ids of claims and questions', () => {
  it('are there to be kept: every claim is asked', () => {
    expect(course.claims).toHaveLength(lighthouseFrames.length);
    const asked = new Set(course.items.flatMap((item) => item.claimIds));
    expect(course.claims.filter(({ id }) => !asked.has(id))).toEqual([]);
  });

  it.each<[string, (text: string) => string]>([
    [
      'a paragraph is put in before',
      (text) => text.replace('## Light\n', '## Light\n\nRain fell on the coast for most of that year.\n'),
    ],
    ['a heading is renamed', (text) => text.replace('## Towers', '## Walls and paint')],
    [
      'a section is moved to the front',
      (text) => text.replace(fogSection, '').replace('## Light', `${fogSection}\n## Light`),
    ],
    ['a sentence that makes no claim is changed', (text) => text.replace('Letters arrived', 'News came')],
    ['line ends and quotes are others', (text) => text.replaceAll('\n', '\r\n')],
  ])('stay when %s', (_, change) => {
    const after = edited(change);
    expect(ids(after.claims)).toEqual(ids(course.claims));
    expect(ids(after.items)).toEqual(ids(course.items));
  });

  it('stay when another lesson gains a claim that gives questions other wrong answers', () => {
    const meaning = 'a low grey cloud that rolls in from the sea before the sun is up';
    const evidence = `A sea fret is ${meaning}.`;
    const parts = { term: 'sea fret', meaning };
    const frame = { id: 'fret', type: 'definition', parts, evidence, label: 'fact' };
    const text = lighthouses.replace('A dense fog', `${evidence} A dense fog`);
    const after = compileText(text, { frames: [...lighthouseFrames, frame] }).course;
    const known = new Map(after.items.map((item) => [item.id, item]));
    for (const item of course.items) expect(known.has(item.id), item.stem).toBe(true);
    const texts = (list: Course['items']) =>
      list.map((item) => item.options.map((option) => option.text).sort());
    expect(texts(course.items.flatMap(({ id }) => known.get(id) ?? []))).not.toEqual(texts(course.items));
  });

  it('of a claim and its questions change with what they say, and of no others', () => {
    const words = 'deep sounds carry further over water';
    const frames = lighthouseFrames.map((frame) =>
      frame.id === 'pitch'
        ? {
            ...frame,
            parts: { ...frame.parts, cause: 'deep sounds pass through thick walls' },
            evidence: 'Foghorns were pitched low because deep sounds pass through thick walls.',
          }
        : frame,
    );
    const after = compileText(lighthouses.replace(words, 'deep sounds pass through thick walls'), {
      frames,
    }).course;
    const gone = course.claims.filter(({ id }) => !ids(after.claims).includes(id));
    expect(gone.map((claim) => claim.text)).toEqual([`Foghorns were pitched low because ${words}.`]);
    const why = (from: Course) => from.items.find((item) => item.stem.includes('foghorns pitched low'));
    expect(why(course)?.stem).toBe(why(after)?.stem);
    expect(why(course)?.id).not.toBe(why(after)?.id);
    const left = new Set(ids(after.items));
    expect(itemsWithout(course, words).filter(({ id }) => !left.has(id))).toEqual([]);
  });
});

it('what a person approved keeps its id whatever sentence elsewhere is taken out', () => {
  const approved = course.items.map(({ id, kind, stem }) => ({ decision: 'approved', item: id, kind, stem }));
  for (const { evidence } of course.claims) {
    const after = compileText(lighthouses.replace(markedUp(evidence.quote), 'The sea was calm that day.'), {
      decisions: approved,
    }).course;
    const left = new Set(after.items.map(({ id }) => id));
    const lost = itemsWithout(course, evidence.quote).filter(({ id }) => !left.has(id));
    expect(lost.map(({ stem }) => stem)).toEqual([]);
  }
});

/** A defining sentence as the document marks its term. */
function markedUp(quote: string): string {
  return lighthouses.includes(quote) ? quote : quote.replace(/^A (.+?) is /, 'A **$1** is ');
}
