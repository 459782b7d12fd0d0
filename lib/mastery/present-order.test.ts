import { expect, test } from 'vitest';
import type { ItemPrompt } from '../course/present-item.ts';
import { presentOrder } from './present-order.ts';

function prompt(kind: ItemPrompt['kind'], texts: readonly string[]): ItemPrompt {
  return {
    id: 'item',
    kind,
    stem: '…?',
    options: texts.map((text, at) => ({ id: `o${at}`, text })),
    lefts: [],
    choices: ['a', 'b', 'c', 'd'],
  };
}

const orders = (item: ItemPrompt) =>
  new Set(Array.from({ length: 50 }, (_, seed) => presentOrder(item, `seed ${seed}`).optionOrder.join()));

test('options come in another order for another seed, and in the same for the same', () => {
  const item = prompt('single', ['Moscow', 'Beijing', 'Delhi', 'Tokyo']);
  expect(orders(item).size).toBeGreaterThan(10);
  expect(presentOrder(item, 's')).toEqual(presentOrder(item, 's'));
  expect(presentOrder(item, 's').optionOrder.toSorted()).toEqual(['o0', 'o1', 'o2', 'o3']);
});

test.each([
  ['numbers', ['12', '40', '95']],
  ['shares and amounts', ['10 per cent', '$40 billion', '(95) or so']],
  ['years', ['1992', '2001', '2022']],
])('%s stay in the order of their scale', (_, texts) => {
  expect(orders(prompt('single', texts))).toEqual(new Set(['o0,o1,o2']));
});

test('True stays before False', () => {
  expect(orders(prompt('true-false', ['True', 'False']))).toEqual(new Set(['o0,o1']));
});

test('one word among numbers, and the list is shuffled', () => {
  expect(orders(prompt('single', ['12', '40', 'none'])).size).toBeGreaterThan(1);
});
