import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchorAt, findAnchor } from './anchor.ts';

const text =
  'Early lighthouses burned wood or coal. Much of their light was lost.\n\nFresnel divided his lens into rings of prisms. Much of their light was kept. The first could be seen from far away.';

function anchorOf(quote: string, from = 0, within = text) {
  const start = within.indexOf(quote, from);
  return anchorAt(within, { start, end: start + quote.length });
}
const found = (other: string, anchor: ReturnType<typeof anchorAt>) => {
  const place = findAnchor(other, anchor);
  return place === null ? null : other.slice(place.start, place.end);
};

describe('a passage and its surroundings', () => {
  test('are cut out of the text letter by letter, 64 characters on either side', () => {
    const anchor = anchorOf('rings of prisms');
    expect(text.slice(anchor.start, anchor.end)).toBe('rings of prisms');
    expect([anchor.before.length, anchor.after.length]).toEqual([64, 64]);
    expect(text).toContain(anchor.before + anchor.quote + anchor.after);
    expect(anchorAt('abc', { start: 0, end: 3 })).toMatchObject({ before: '', after: '', quote: 'abc' });
  });

  test('never end in half a character', () => {
    const pairs = '😀'.repeat(100);
    const anchor = anchorAt(pairs, { start: 101, end: 103 });
    for (const part of [anchor.before, anchor.quote, anchor.after]) expect(part).not.toMatch(/\p{Cs}/u);
    expect(anchor.quote).toBe('😀😀');
    expect(Math.max(anchor.before.length, anchor.after.length)).toBeLessThanOrEqual(64);
  });
});

describe('in a text that has changed', () => {
  test('the passage is found where it moved to', () => {
    const moved = `A new paragraph stands before.\n\n${text}`;
    const place = findAnchor(moved, anchorOf('rings of prisms'));
    expect(place?.start).toBe(moved.indexOf('rings of prisms'));
  });

  test('of two places that say the same, the one with the same surroundings is taken', () => {
    const second = anchorOf('Much of their light', text.indexOf('Fresnel'));
    const swapped = 'Much of their light was kept here. '.repeat(3) + text;
    expect(findAnchor(swapped, second)?.start).toBe(swapped.indexOf('Much of their light was kept. The'));
    const first = anchorOf('Much of their light');
    expect(findAnchor(swapped, first)?.start).toBe(swapped.indexOf('Much of their light was lost'));
  });

  test('a paragraph split or joined within the passage changes nothing', () => {
    const across = anchorOf('light was lost.\n\nFresnel divided');
    expect(found(text.replace('\n\n', ' '), across)).toBe('light was lost. Fresnel divided');
    expect(found(text.replace('lens into', 'lens\n\ninto'), anchorOf('his lens into rings'))).toBe(
      'his lens\n\ninto rings',
    );
  });

  test('a passage that was reworded, or left out, is not found', () => {
    expect(found(text.replace('rings of prisms', 'rings of glass'), anchorOf('rings of prisms'))).toBeNull();
    expect(found('', anchorOf('rings of prisms'))).toBeNull();
  });

  test('a long passage is known by itself, a short one by what stands around it', () => {
    expect(
      found(
        'Elsewhere Fresnel divided his lens into rings, it says.',
        anchorOf('divided his lens into rings'),
      ),
    ).toBe('divided his lens into rings');
    expect(found('Elsewhere a lens is a thing.', anchorOf('lens'))).toBeNull();
    expect(found('One more: divided his lens into rings of glass', anchorOf('lens'))).toBe('lens');
  });

  test('where two places are alike in everything, neither is guessed', () => {
    const anchor = anchorOf('divided his lens into rings');
    const twice = 'x divided his lens into rings y. '.repeat(2);
    expect(found(twice, anchor)).toBeNull();
  });

  test('a word is not found within a longer one', () => {
    const anchor = anchorOf('light', 0, 'The light is lost because the light goes up and sideways, always.');
    expect(found('The lighthouse is lost because', anchor)).toBeNull();
  });

  test('a passage of characters beyond the first plane is found, as often as it stands there', () => {
    const faces = 'Look: 😀 and 😀😀, said the two of them to each other.';
    expect(findAnchor(`Ha. ${faces}`, anchorOf('😀', 9, faces))?.start).toBe(17);
  });

  test('characters that mean something in a pattern mean themselves', () => {
    const odd = 'It cost $5.00 (or [more] – a+b|c\\d/e^f{1}?) in the year that followed the first one.';
    const anchor = anchorOf('$5.00 (or [more] – a+b|c\\d/e^f{1}?)', 0, odd);
    expect(found(`Before. ${odd}`, anchor)).toBe(anchor.quote);
  });
});

test('whatever is put before a text, each of its passages is found at its own place', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 80, unit: 'grapheme' }),
      fc.nat({ max: text.length - 2 }),
      fc.integer({ min: 1, max: 60 }),
      (before, start, length) => {
        const anchor = anchorAt(text, { start, end: Math.min(text.length, start + length) });
        if (anchor.quote.trim() === '' || anchor.quote !== anchor.quote.trim()) return;
        const longer = `${before} \n\n${text}`;
        expect(findAnchor(longer, anchor)?.start).toBe(start + before.length + 3);
      },
    ),
  );
});
