import { expect, test } from 'vitest';
import { type HtmlMark, markInHtml } from './mark-in-html.ts';

const html =
  '<p><span id="s1-1">Tom &amp; <button class="term">Jerry</button> ran.</span> <span id="s1-10" data-n="1.10">Then 😀 <span class="hold">“<button>they</button>,”</span> said.</span></p>';
const paint = (...marks: HtmlMark[]) => markInHtml(html, marks, '<mark>', '</mark>');
const textOf = (painted: string) => painted.replace(/<[^>]*>/g, '');
const marked = (painted: string) =>
  [...painted.matchAll(/<mark>(.*?)<\/mark>/gs)].map(([, inside]) => inside).join('');

test('without marks, or with one on an element that is not there, the very same HTML comes back', () => {
  expect(paint()).toBe(html);
  expect(paint({ id: 's9-9', from: 0, to: 3 })).toBe(html);
  expect(paint({ id: 's1', from: 0, to: 3 })).toBe(html);
});

test('an entity is one character, and so is each half of a pair', () => {
  expect(marked(paint({ id: 's1-1', from: 4, to: 5 }))).toBe('&amp;');
  expect(marked(paint({ id: 's1-10', from: 5, to: 7 }))).toBe('😀');
});

test('a mark ends before each tag and begins again behind it, so that elements nest', () => {
  const painted = paint({ id: 's1-1', from: 0, to: 13 });
  expect(painted).toContain(
    '<span id="s1-1"><mark>Tom &amp; </mark><button class="term"><mark>Jerry</mark></button><mark> r</mark>an.</span>',
  );
  expect(textOf(painted)).toBe(textOf(html));
});

test('marks that overlap are one', () => {
  const painted = paint({ id: 's1-10', from: 0, to: 4 }, { id: 's1-10', from: 2, to: 7 });
  expect(painted).toContain('<mark>Then 😀</mark> <span class="hold">');
});

test('what stands behind a mark is put outside the element that the mark ends in', () => {
  const behind = '<a href="#n"></a>';
  expect(paint({ id: 's1-1', from: 0, to: 8, behind })).toContain(
    '<mark>Je</mark>rry</button><a href="#n"></a> ran.',
  );
  expect(paint({ id: 's1-10', from: 0, to: 999, behind })).toContain(
    '<mark> said.</mark><a href="#n"></a></span></p>',
  );
  expect(paint({ id: 's1-1', from: 0, to: 3, behind })).toContain('<mark>Tom</mark><a href="#n"></a> &amp;');
});

test('marks in several sentences, in any order, keep every letter of the rest', () => {
  const painted = paint({ id: 's1-10', from: 0, to: 4 }, { id: 's1-1', from: 12, to: 16 });
  expect(textOf(painted)).toBe(textOf(html));
  expect(painted.replaceAll(/<\/?mark>/g, '')).toBe(html);
  expect(marked(painted)).toBe('ran.Then');
});
