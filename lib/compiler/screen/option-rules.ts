import type { Option } from '#lib/course/model.ts';
import { leadingNumber } from '../lexicon/numbers.ts';
import { absolutes, vagueTerms } from '../lexicon/stance.ts';
import { jaccard, sharedCount, topicStems } from '../likeness.ts';
import { numberOf } from '../noun-phrase.ts';
import { normalised, wordCount } from '../wording.ts';
import type { Rule } from './rule.ts';
import { isChoice, keyOf, wrongOf } from './rule.ts';

/** A key this much longer than the next longest stands out at a glance. */
const standsOut = 1.25;

export const optionRules: readonly Rule[] = [
  {
    name: 'longest-option',
    find(item) {
      const key = keyOf(item);
      if (item.kind !== 'single' || key === null) return null;
      const longest = Math.max(...wrongOf(item).map((option) => option.text.length));
      const longer = key.text.length > longest * standsOut && key.text.length - longest > 8;
      return longer ? 'The key is by far the longest option.' : null;
    },
  },
  {
    name: 'length-ratio',
    find(item) {
      if (!isChoice(item)) return null;
      if (item.kind === 'multiple') {
        // The members of a list differ as they will; only right and wrong ones must not differ as groups.
        const mean = (options: readonly Option[]) =>
          options.reduce((sum, option) => sum + option.text.length, 0) / Math.max(1, options.length);
        const ratio = mean(item.options.filter((option) => option.correct)) / mean(wrongOf(item));
        return ratio > 1.75 || ratio < 1 / 1.75
          ? 'Right and wrong options differ in length as groups.'
          : null;
      }
      const lengths = item.options.map((option) => option.text.length);
      const shortest = Math.min(...lengths);
      const longest = Math.max(...lengths);
      // Names and terms of a few words differ by nature.
      if (longest <= 30 || item.options.every((option) => wordCount(option.text) <= 6)) return null;
      return longest > shortest * 2.2
        ? 'The longest option is more than twice as long as the shortest.'
        : null;
    },
  },
  {
    name: 'word-repeated',
    find(item) {
      const key = keyOf(item);
      if (item.kind !== 'single' || key === null) return null;
      const stem = topicStems(item.stem);
      const inKey = sharedCount(topicStems(key.text), stem);
      const inOthers = Math.max(
        0,
        ...wrongOf(item).map((option) => sharedCount(topicStems(option.text), stem)),
      );
      return inKey > inOthers ? 'The key repeats more of the stem’s words than any other option.' : null;
    },
  },
  {
    name: 'grammatical-cue',
    find(item) {
      const key = keyOf(item);
      if (item.kind !== 'single' || key === null) return null;
      const wrong = wrongOf(item);
      if (/\ban?$/i.test(item.stem.replace(/[\s:_.?]+$/, '')))
        return 'The stem ends in an article that fits only some options.';
      const opening = (text: string) => /^(?:Because|To|By|That|Whether|As|It|They)\b/.exec(text)?.[0] ?? '';
      if (wrong.every((option) => opening(option.text) !== opening(key.text)))
        return 'The key opens in another form than the rest.';
      if (item.options.some((option) => wordCount(option.text) > 6) || opening(key.text) !== '') return null;
      const own = numberOf(key.text);
      const others = wrong.map((option) => numberOf(option.text));
      if ([own, ...others].includes('unknown')) return null;
      const plural = own === 'plural';
      return others.every((number) => (number === 'plural') !== plural)
        ? 'The key alone is singular, or alone plural.'
        : null;
    },
  },
  {
    name: 'absolute-terms',
    find(item) {
      const key = keyOf(item);
      if (item.kind !== 'single' || key === null) return null;
      const absolute = (text: string) =>
        normalised(text)
          .split(' ')
          .some((word) => absolutes.has(word));
      const wrong = wrongOf(item).filter((option) => absolute(option.text)).length;
      if (absolute(key.text)) return wrong === 0 ? 'Only the key has an absolute term.' : null;
      return wrong > 0 ? 'A distractor gives itself away by an absolute term.' : null;
    },
  },
  {
    name: 'none-or-all-of-the-above',
    find(item) {
      const found = item.options.some((option) =>
        /\b(?:none|all|both|any|neither) (?:of|the) (?:the )?(?:above|these|those|answers)\b/i.test(
          option.text,
        ),
      );
      return found ? 'An option refers to the other options.' : null;
    },
  },
  {
    name: 'near-duplicate-options',
    find(item) {
      if (!isChoice(item)) return null;
      const clash = item.options.some((option, index) =>
        item.options.slice(index + 1).some((other) => {
          if (normalised(option.text) === normalised(other.text)) return true;
          const [a, b] = [topicStems(option.text), topicStems(other.text)];
          return Math.min(a.size, b.size) >= 3 && jaccard(a, b) >= 0.8;
        }),
      );
      return clash ? 'Two options say the same.' : null;
    },
  },
  {
    name: 'convergence',
    find(item) {
      const key = keyOf(item);
      if (item.kind !== 'single' || key === null || item.options.length < 4) return null;
      const sums = item.options.map((option) => ({
        option,
        sum: item.options
          .filter((other) => other !== option)
          .reduce((sum, other) => sum + jaccard(topicStems(option.text), topicStems(other.text)), 0),
      }));
      const own = sums.find(({ option }) => option === key)?.sum ?? 0;
      const others = Math.max(...sums.filter(({ option }) => option !== key).map(({ sum }) => sum));
      return own > 0.4 && own > others * 1.5 ? 'The key shares something with every other option.' : null;
    },
  },
  {
    name: 'vague-terms',
    find(item) {
      const found = item.options.some((option) =>
        normalised(option.text)
          .split(' ')
          .some((word) => vagueTerms.has(word) && !countsOnly.test(word)),
      );
      return isChoice(item) && found ? 'An option hangs on a vague word of frequency.' : null;
    },
  },
  {
    name: 'numeric-order',
    find(item) {
      if (item.kind !== 'single') return null;
      const numbers = item.options.map((option) => leadingNumber(option.text));
      const all = numbers.filter((number): number is number => number !== null);
      if (all.length < numbers.length || all.length < 2) return null;
      return all.some((number, index) => index > 0 && number < (all[index - 1] ?? number))
        ? 'Numbers do not stand in order.'
        : null;
    },
  },
];

/** "several regions" counts vaguely but does not decide between options. */
const countsOnly = /^(?:several|various|some)$/;
