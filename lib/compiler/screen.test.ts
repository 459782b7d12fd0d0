import { describe, expect, it } from 'vitest';
import type { Item } from '#lib/course/model.ts';
import { rules, screenItem } from './screen.ts';

const text =
  'The Nile flooded every year because summer rain fell in the highlands of Ethiopia. Papyrus grew on its banks.';
const evidence = { start: 0, end: 82, quote: text.slice(0, 82) };

/** A clean item, with the fault that a test plants. */
function item(fault: Partial<Item> & { key?: string; wrong?: string[] } = {}): Item {
  const { key = 'Because summer rain fell in the highlands', wrong, ...rest } = fault;
  const others = wrong ?? [
    'Because spring snow melted in the deserts',
    'Because winter tides rose along the coasts',
    'Because farmers opened gates in the dams',
  ];
  return {
    id: 'i_test',
    lessonId: 'l1',
    claimIds: ['k_1'],
    kind: 'single',
    stem: 'According to the article, why did the Nile flood each year?',
    bloom: 'understand',
    difficulty: 0.4,
    options: [key, ...others].map((each, index) => ({
      id: `o_${index}`,
      text: each,
      correct: index === 0,
      rationale: 'A reason.',
      evidence: null,
    })),
    pairs: [],
    order: [],
    accept: [],
    evidence: [evidence],
    selected: false,
    ...rest,
  };
}

const found = (faulty: Item) => screenItem(faulty, text).map((finding) => finding.rule);

const planted: readonly [rule: string, what: string, faulty: Item][] = [
  [
    'longest-option',
    'a key that is padded with detail',
    item({
      key: 'Because summer rain fell in the highlands of Ethiopia, far to the south, and reached Egypt',
    }),
  ],
  [
    'length-ratio',
    'options of very different length',
    item({ wrong: ['Because of tides', 'Because of snow', 'Because of dams'] }),
  ],
  [
    'word-repeated',
    'a word of the stem that only the key repeats',
    item({ key: 'Because the Nile rose with rain from the south' }),
  ],
  [
    'grammatical-cue',
    'a stem that ends in an article',
    item({ stem: 'The yearly flood of the river was a' }),
  ],
  [
    'grammatical-cue',
    'a key that opens in another form',
    item({
      wrong: [
        'To melt spring snow in the deserts',
        'To raise the tides along coasts',
        'To open the gates in the dams',
      ],
    }),
  ],
  [
    'grammatical-cue',
    'a key that alone is plural',
    item({
      stem: 'What made the river flood?',
      key: 'Summer rains',
      wrong: ['A spring tide', 'A winter storm', 'A broken dam'],
    }),
  ],
  [
    'negative-stem',
    'a stem that asks for what is not so',
    item({ stem: 'Which of these does not explain the flood of the Nile?' }),
  ],
  [
    'negative-stem',
    'a negative statement',
    item({
      kind: 'true-false',
      stem: 'According to the article, the Nile did not flood.',
      key: 'False',
      wrong: ['True'],
    }),
  ],
  [
    'absolute-terms',
    'a distractor that says "always"',
    item({
      wrong: [
        'Because spring snow always melts there',
        'Because winter tides rose along the coasts',
        'Because farmers opened gates in the dams',
      ],
    }),
  ],
  [
    'none-or-all-of-the-above',
    '"All of the above"',
    item({
      wrong: [
        'Because spring snow melted in the deserts',
        'Because winter tides rose along the coasts',
        'All of the above',
      ],
    }),
  ],
  [
    'near-duplicate-options',
    'two options that say the same',
    item({
      wrong: [
        'Because spring snow melted in the deserts',
        'Because in the deserts spring snow melted',
        'Because farmers opened gates in the dams',
      ],
    }),
  ],
  [
    'double-key',
    'a second right answer in other order',
    item({
      wrong: [
        'Because in the highlands summer rain fell',
        'Because winter tides rose along the coasts',
        'Because farmers opened gates in the dams',
      ],
    }),
  ],
  [
    'double-key',
    'a wrong option that stands in the evidence',
    item({
      stem: 'What fell?',
      key: 'Snow of the spring',
      wrong: ['Summer rain fell in the highlands', 'Leaves of papyrus trees', 'Dust from the deserts'],
    }),
  ],
  [
    'one-key',
    'two keys',
    { ...item(), options: item().options.map((option) => ({ ...option, correct: true })) },
  ],
  ['too-few-options', 'only one distractor', item({ wrong: ['Because spring snow melted in the deserts'] })],
  [
    'mid-stem-blank',
    'a blank in the middle',
    item({ kind: 'cloze', stem: 'The ____ flooded every year in summer.', options: [], accept: ['Nile'] }),
  ],
  [
    'unfocused-stem',
    'a stem that asks nothing in particular',
    item({ stem: 'Which of the following is true of rivers?' }),
  ],
  [
    'true-false-series',
    'options that are each true or false by themselves',
    item({ stem: 'According to the article, which of these statements is correct?' }),
  ],
  [
    'vague-terms',
    'an option that hangs on "usually"',
    item({
      wrong: [
        'Because spring snow usually melted early',
        'Because winter tides rose along the coasts',
        'Because farmers opened gates in the dams',
      ],
    }),
  ],
  [
    'convergence',
    'a key that shares something with every option',
    item({
      key: 'Because summer rain fell in highlands',
      wrong: [
        'Because summer storms hit islands',
        'Because rain gathered near coasts',
        'Because stones fell from highlands',
      ],
    }),
  ],
  [
    'pronoun-without-referent',
    'a pronoun without its noun',
    item({ stem: 'According to the article, why did it flood each year?' }),
  ],
  [
    'key-in-stem',
    'the answer in the stem',
    item({
      kind: 'short',
      stem: 'What is the term for the papyrus plant?',
      options: [],
      accept: ['papyrus'],
    }),
  ],
  [
    'clang',
    'most words of the answer in the stem',
    item({
      kind: 'short',
      stem: 'What is the term for the trade in papyrus scrolls?',
      options: [],
      accept: ['papyrus scrolls market'],
    }),
  ],
  [
    'stem-too-long',
    'a stem of more than forty words',
    item({ stem: `Why did the Nile flood ${'again and again '.repeat(14)}each year?` }),
  ],
  [
    'numeric-order',
    'numbers out of order',
    item({
      stem: 'How many floods came in a year?',
      key: '3 floods',
      wrong: ['1 flood', '4 floods', '2 floods'],
    }),
  ],
  [
    'evidence-exact',
    'a quotation that was changed',
    item({ evidence: [{ ...evidence, quote: evidence.quote.replace('Nile', 'Tiber') }] }),
  ],
  [
    'ambiguous-pairs',
    'one entry twice on the left',
    item({
      kind: 'matching',
      options: [],
      pairs: [
        { left: 'Nile', right: 'a' },
        { left: 'Nile', right: 'b' },
        { left: 'Tiber', right: 'c' },
      ],
    }),
  ],
  [
    'gratuitous-information',
    'chatter in the stem',
    item({ stem: 'As we know, rivers rise. Why did the Nile flood each year?' }),
  ],
  [
    'complex-options',
    'an option that combines others',
    item({
      wrong: [
        'Because spring snow melted in the deserts',
        'Because winter tides rose along the coasts',
        'Both A and C',
      ],
    }),
  ],
  [
    'odd-form',
    'a key that alone ends in a full stop',
    item({ key: 'Because summer rain fell in the highlands.' }),
  ],
  ['odd-form', 'a key that alone begins small', item({ key: 'because summer rain fell in the highlands' })],
  [
    'mixed-forms',
    'a purpose among reasons',
    item({
      wrong: [
        'To water the fields in the deserts',
        'Because winter tides rose along the coasts',
        'Because farmers opened gates in the dams',
      ],
    }),
  ],
  [
    'mixed-forms',
    'a number among names',
    item({ stem: 'What feeds the river?', key: 'Rain', wrong: ['Snow', '40 springs', 'Ice'] }),
  ],
  [
    'empty-option',
    'an option without a word',
    item({ wrong: ['Because spring snow melted in the deserts', '—', 'Because winter tides rose'] }),
  ],
  [
    'repeated-entry',
    'one event twice in a list',
    item({ kind: 'ordering', options: [], order: ['Rain falls', 'The river rises', 'Rain falls'] }),
  ],
  [
    'rationale-missing',
    'an option without a reason',
    { ...item(), options: item().options.map((option) => ({ ...option, rationale: '' })) },
  ],
];

describe('the screen', () => {
  it('finds nothing wrong with a clean item', () => {
    expect(found(item())).toEqual([]);
  });

  it.each(planted)('by its rule %s finds %s', (rule, _, faulty) => {
    expect(found(faulty)).toContain(rule);
  });

  it('has a planted fault for each of its rules', () => {
    expect(rules.map((rule) => rule.name).filter((name) => !planted.some(([rule]) => rule === name))).toEqual(
      [],
    );
  });
});
