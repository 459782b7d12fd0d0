import { describe, expect, test } from 'vitest';
import { type AnsweredItem, knowingOf, standingsBy } from './knowing.ts';

const right = { mark: 1, certainty: null };
const sure = { mark: 1, certainty: 3 };
const guessed = { mark: 1, certainty: 1 };
const half = { mark: 0.5, certainty: 3 };
const third = { mark: 1 / 3, certainty: 3 };
const wrong = { mark: 0, certainty: 3 };

describe('what somebody knows', () => {
  test.each([
    ['nothing answered', [], null],
    ['one right', [right], 'known'],
    ['all right, with and without a word on how sure', [right, sure, { mark: 1, certainty: 2 }], 'known'],
    ['right, but by a guess', [guessed], 'shaky'],
    ['half right', [half], 'shaky'],
    ['less than half right', [third], 'missed'],
    ['one wrong', [wrong], 'missed'],
    ['all wrong', [wrong, third], 'missed'],
    ['right and wrong', [right, wrong], 'shaky'],
    ['right and guessed', [right, guessed], 'shaky'],
    ['half right and wrong', [half, wrong], 'shaky'],
  ] as const)('%s', (_, answers, knowing) => {
    expect(knowingOf(answers)).toBe(knowing);
  });
});

test('each claim and sentence stands by the questions about it, and by no other', () => {
  const items: AnsweredItem[] = [
    { claimIds: ['a'], sentences: ['1.1'], answer: right },
    { claimIds: ['a', 'b'], sentences: ['1.1', '1.2', '1.2'], answer: wrong },
    { claimIds: ['c'], sentences: ['1.3'], answer: sure },
    { claimIds: [], sentences: ['1.4'], answer: guessed },
  ];
  expect([...standingsBy(items, (item) => item.claimIds)]).toEqual([
    ['a', { knowing: 'shaky', answered: 2, firm: 1 }],
    ['b', { knowing: 'missed', answered: 1, firm: 0 }],
    ['c', { knowing: 'known', answered: 1, firm: 1 }],
  ]);
  expect([...standingsBy(items, (item) => item.sentences)]).toEqual([
    ['1.1', { knowing: 'shaky', answered: 2, firm: 1 }],
    ['1.2', { knowing: 'missed', answered: 1, firm: 0 }],
    ['1.3', { knowing: 'known', answered: 1, firm: 1 }],
    ['1.4', { knowing: 'shaky', answered: 1, firm: 0 }],
  ]);
});
