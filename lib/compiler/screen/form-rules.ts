import { leadingNumber } from '../lexicon/numbers.ts';
import { normalised, wordCount } from '../wording.ts';
import type { Rule } from './rule.ts';
import { isChoice, keyOf, wrongOf } from './rule.ts';

/** What an answer to one kind of question opens with: a reason, a purpose, a means, a statement. */
const opening = /^(?:Because|To|By|That|Whether)\b/;

/** Rules about the outward form of options: what tells one from the rest before it is read. */
export const formRules: readonly Rule[] = [
  {
    name: 'complex-options',
    find(item) {
      const found = item.options.some((option) =>
        /^(?:both|either|neither|only)?\s*(?:options? )?[A-E1-5](?: and |, | or | & )(?:[A-E1-5])\b|^(?:two|three|more than one) of (?:the|these) (?:above|options|answers)\b/i.test(
          option.text,
        ),
      );
      return isChoice(item) && found ? 'An option combines other options.' : null;
    },
  },
  {
    name: 'odd-form',
    find(item) {
      const key = keyOf(item);
      if (item.kind !== 'single' || key === null) return null;
      const others = wrongOf(item);
      const forms: ((text: string) => boolean)[] = [
        (text) => /[.;:,]$/.test(text.trim()),
        (text) => /^\p{Ll}/u.test(text),
        (text) => /^[“"‘']/.test(text),
        (text) => /\(.+\)/.test(text),
      ];
      return forms.some((has) => others.every((option) => has(option.text) !== has(key.text)))
        ? 'The key alone differs in its capital, its marks or its brackets.'
        : null;
    },
  },
  {
    name: 'mixed-forms',
    find(item) {
      const key = keyOf(item);
      if (item.kind !== 'single' || key === null) return null;
      const formOf = (text: string) => opening.exec(text)?.[0] ?? '';
      if (wrongOf(item).some((option) => formOf(option.text) !== formOf(key.text)))
        return 'An option opens in another form than the key, and so is no answer to the question.';
      const numbers = item.options.filter((option) => leadingNumber(option.text) !== null).length;
      const isShort = item.options.every((option) => wordCount(option.text) <= 4);
      return isShort && numbers > 0 && numbers < item.options.length
        ? 'Some options are numbers and some are not.'
        : null;
    },
  },
  {
    name: 'empty-option',
    find(item) {
      const texts = [
        ...item.options.map((option) => option.text),
        ...item.pairs.flatMap(({ left, right }) => [left, right]),
        ...item.order,
        ...item.accept,
      ];
      return texts.some((text) => normalised(text) === '') ? 'An option says nothing.' : null;
    },
  },
  {
    name: 'repeated-entry',
    find(item) {
      const order = item.order.map(normalised);
      return new Set(order).size < order.length ? 'One entry stands in the list twice.' : null;
    },
  },
];
