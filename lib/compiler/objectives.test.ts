import { expect, test } from 'vitest';
import type { Claim, ClaimLabel, ClaimType, Parts } from '#lib/course/model.ts';
import { objectivesOf, promisedClaims } from './objectives.ts';

let place = 0;
function claim(type: ClaimType, parts: Parts, salience = 0.5, label: ClaimLabel = 'fact'): Claim {
  place += 100;
  return {
    ...{
      id: `k_${place}`,
      lessonId: 'l',
      type,
      parts,
      origin: 'written',
      confidence: 1,
      label,
      attribution: null,
      text: '',
    },
    ...{ salience, evidence: { start: place, end: place + 10, quote: '' } },
  };
}

test('a lesson without claims promises nothing', () => {
  expect(objectivesOf([])).toEqual([]);
});

test('up to three terms are named in one objective, the most important ones, in the order of the text', () => {
  const terms = [
    claim('definition', { term: 'brine', meaning: 'salt water' }, 0.4),
    claim('definition', { term: 'halite', meaning: 'rock salt' }, 0.2),
    claim('definition', { term: 'salt pan', meaning: 'a basin' }, 0.9),
    claim('definition', { term: 'sluice', meaning: 'a gate' }, 0.5),
  ];
  expect(objectivesOf(terms)).toEqual(['define “brine”, “salt pan” and “sluice”']);
  expect(objectivesOf(terms.slice(0, 1))).toEqual(['define “brine”']);
});

test.each<[string, Claim]>([
  [
    'explain why the water turns red',
    claim('cause', { effect: 'The water turns red', cause: 'algae grow in it' }),
  ],
  ['explain why Venice grew rich', claim('cause', { effect: 'Venice grew rich.', cause: 'it sold salt' })],
  [
    'state for what purpose rakers wait',
    claim('purpose', { action: 'rakers wait', purpose: 'let the crust dry' }),
  ],
  ['describe how they move it', claim('means', { action: 'they move it', means: 'loading carts' })],
  [
    'name the three kinds of salt',
    claim('membership', { class: 'kinds of salt', members: ['grey', 'white', 'rock'] }),
  ],
  [
    'name the ports of salt',
    claim('membership', { class: 'the ports of salt', members: ['Trapani', 'Setúbal'] }),
  ],
  [
    'say what Venice gains from the trade',
    claim('benefit', { actor: 'Venice', gains: 'tolls', from: 'the trade' }),
  ],
  ['say what follows if rain falls in August', claim('condition', { if: 'rain falls in August' })],
  [
    'say when the salt tax was repealed',
    claim('event', { statement: 'the salt tax was repealed', date: '1946' }),
  ],
  [
    'say who holds that salt made the city',
    claim('attribution', { who: 'local historians', holds: 'salt made the city' }),
  ],
  [
    'compare rock salt with sea salt',
    claim('comparison', { more: 'rock salt', less: 'sea salt', quality: 'drier' }),
  ],
])('"%s" completes "After this lesson you can"', (phrase, made) => {
  expect(objectivesOf([made])).toEqual([phrase]);
});

test('a benefit agrees with those who have it, and is no objective where that is in doubt', () => {
  const benefit = (actor: string) => objectivesOf([claim('benefit', { actor, gains: 'a wage' })]);
  expect(benefit('the farmers')).toEqual(['say what the farmers gain']);
  expect(benefit('Genoa and Venice')).toEqual(['say what Genoa and Venice gain']);
  expect(benefit('the United States')).toEqual(['say what the United States gains']);
  expect(benefit('they')).toEqual([]);
});

test('an aim says whose view it is, where the claim is one', () => {
  const view: Claim = {
    ...claim('cause', { effect: 'salt will be dear', cause: 'of the rain' }, 0.5, 'forecast'),
    attribution: 'the guild',
  };
  expect(objectivesOf([view])).toEqual(['explain why, according to the guild, salt will be dear']);
  expect(objectivesOf([{ ...view, label: 'fact' }])).toEqual(['explain why salt will be dear']);
});

test('forecasts are to be told from facts where there are both, open questions to be known', () => {
  const forecast = claim(
    'forecast',
    { holder: 'the author', statement: 'prices could rise' },
    0.5,
    'forecast',
  );
  expect(objectivesOf([forecast])).toEqual([]);
  const fact = claim('property', { subject: 'Salt', predicate: 'is cheap' });
  const open = claim(
    'open-question',
    { holder: 'the author', statement: 'whether it will last' },
    0.5,
    'open-question',
  );
  expect(objectivesOf([open, forecast, fact])).toEqual([
    'tell the lesson’s facts from its forecasts',
    'identify the question that the lesson leaves open',
  ]);
});

test('there are at most four, the most important, and at most two of them ask why', () => {
  const causes = [0.9, 0.8, 0.7].map((salience, n) =>
    claim('cause', { effect: `pan ${n} dries`, cause: 'of wind' }, salience),
  );
  const more = [
    claim('purpose', { action: 'rakers wait', purpose: 'let it dry' }, 0.6),
    claim('means', { action: 'they move it', means: 'loading carts' }, 0.4),
    claim('membership', { class: 'kinds of salt', members: ['grey', 'white'] }, 0.3),
  ];
  expect(objectivesOf([...causes, ...more])).toEqual([
    ...[
      'explain why pan 0 dries',
      'explain why pan 1 dries',
      'state for what purpose rakers wait',
      'describe how they move it',
    ],
  ]);
});

test('a phrase that runs too long is left out', () => {
  expect(
    objectivesOf([claim('cause', { effect: `the ${'very '.repeat(30)}old pan dries`, cause: 'of wind' })]),
  ).toEqual([]);
});

test('the promised claims are those that the objectives are made of, and no others', () => {
  const why = claim('cause', { effect: 'the pan dries', cause: 'of wind' }, 0.9);
  const term = claim('definition', { term: 'brine', meaning: 'salt water' }, 0.4);
  const fact = claim('property', { subject: 'Venice', predicate: 'sells salt' }, 0.9);
  expect(promisedClaims([why, term, fact])).toEqual(new Set([why.id, term.id]));
});
