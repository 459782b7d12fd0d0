import { expect, test } from 'vitest';
import { claimTypes } from '#lib/course/model.ts';
import { frameOf } from '../frames/registry.ts';
import { partForms } from './part-forms.ts';

test.each(claimTypes)('what the model is told of a %s is what its frame accepts', (type) => {
  const { parts, example } = partForms[type];
  expect(frameOf(type).fault(example)).toBeNull();
  expect(Object.keys(parts)).toEqual(expect.arrayContaining(Object.keys(example)));
});

test.each(claimTypes)(
  'the part of a %s that wrong answers replace is one that the model is told of',
  (type) => {
    expect(Object.keys(partForms[type].parts)).toContain(frameOf(type).asked);
  },
);
