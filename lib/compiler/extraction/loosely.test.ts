import { describe, expect, it } from 'vitest';
import { proposeLoosely } from './loosely.ts';
import { readingOf } from './reading.fixture.ts';

const before = 'The receiver has a clock. A receiver is small. Receivers are cheap.';
const proposed = (sentence: string) => proposeLoosely(readingOf(sentence, { before }));

describe('what a sentence seems to claim', () => {
  it.each([
    [
      'In practice three satellites are not enough, because the clock cannot be trusted.',
      'cause',
      { effect: 'in practice three satellites are not enough', cause: 'the clock cannot be trusted' },
    ],
    [
      'They sailed round the cape in order to avoid the heavy tolls of the canal.',
      'purpose',
      { action: 'They sailed round the cape', purpose: 'avoid the heavy tolls of the canal' },
    ],
    [
      'Engineers compensate for this drift by setting the clocks to run slow.',
      'means',
      { action: 'engineers compensate for this drift', means: 'setting the clocks to run slow' },
    ],
    [
      'The towns prospered, although the plague came back in every generation.',
      'contrast',
      { clauseA: 'the plague came back in every generation', clauseB: 'the towns prospered' },
    ],
    [
      'If the clocks drift apart, then the position is wrong by some miles.',
      'condition',
      // biome-ignore lint/suspicious/noThenProperty: the part’s name in the claims file; a string is never awaited
      { if: 'the clocks drift apart', then: 'the position is wrong by some miles' },
    ],
    [
      'Many critics have argued that such a tax burdens poor households most.',
      'attribution',
      { who: 'many critics', verb: 'argued', holds: 'such a tax burdens poor households most' },
    ],
    [
      'The company laid its second cable across the ocean in July 1866.',
      'event',
      { statement: 'the company laid its second cable across the ocean', date: '1866' },
    ],
    [
      'The signal takes about 70 milliseconds from the nearest of the satellites.',
      'quantity',
      {
        statement: 'the signal takes about 70 milliseconds from the nearest of the satellites',
        value: '70 milliseconds',
      },
    ],
    [
      'A denser network may well change how farmers sow their fields.',
      'forecast',
      { statement: 'a denser network may well change how farmers sow their fields', modality: 'may' },
    ],
    [
      'The receiver compares two codes until they match, and the delay appears.',
      'property',
      { subject: 'the receiver', predicate: 'compares two codes until they match' },
    ],
  ])('“%s” is a %s', (sentence, type, parts) => {
    expect(proposed(sentence)).toMatchObject({ type, parts });
  });

  it.each([
    'Why do the clocks of the satellites drift apart at all?',
    'Think of the clocks that you carry in your own pockets.',
    'It fell silent.',
    'The chapter describes how receivers compare the codes they hear.',
  ])('“%s” claims nothing plain', (sentence) => {
    expect(proposed(sentence)).toBeNull();
  });
});
