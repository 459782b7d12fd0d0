import { jaccard, topicStems } from '../likeness.ts';
import { normalised, wordCount } from '../wording.ts';
import type { Rule } from './rule.ts';
import { isChoice, wrongOf } from './rule.ts';

/** Rules about the truth of key and distractors, as far as the text shows it. */
export const keyRules: readonly Rule[] = [
  {
    name: 'one-key',
    find(item) {
      const keys = item.options.filter((option) => option.correct).length;
      if (item.kind === 'single' || item.kind === 'true-false')
        return keys === 1 ? null : `There are ${keys} keys.`;
      if (item.kind === 'multiple')
        return keys >= 1 && keys < item.options.length ? null : 'All options are right, or none.';
      return null;
    },
  },
  {
    name: 'too-few-options',
    find(item) {
      if (item.kind === 'single') return item.options.length >= 3 ? null : 'Fewer than three options.';
      if (item.kind === 'multiple') return item.options.length >= 4 ? null : 'Fewer than four options.';
      if (item.kind === 'matching') return item.pairs.length >= 3 ? null : 'Fewer than three pairs.';
      if (item.kind === 'ordering') return item.order.length >= 3 ? null : 'Fewer than three entries.';
      if (item.kind === 'short' || item.kind === 'cloze')
        return item.accept.length > 0 ? null : 'No answer is accepted.';
      return null;
    },
  },
  {
    name: 'double-key',
    find(item) {
      if (!isChoice(item)) return null;
      const keys = item.options.filter((option) => option.correct);
      for (const option of wrongOf(item)) {
        const plain = normalised(option.text).replace(/^(?:because|to|by|that) /, '');
        // Names are rightly found in the evidence of a question about another name.
        if (
          wordCount(option.text) > 2 &&
          item.evidence.some((span) => ` ${normalised(span.quote)} `.includes(` ${plain} `))
        ) {
          return `“${option.text}” stands in the evidence itself.`;
        }
        if (
          keys.some(
            (key) =>
              topicStems(key.text).size >= 3 &&
              jaccard(topicStems(key.text), topicStems(option.text)) >= 0.75,
          )
        ) {
          return `“${option.text}” says almost what the key says.`;
        }
      }
      return null;
    },
  },
  {
    name: 'ambiguous-pairs',
    find(item) {
      const lefts = item.pairs.map((pair) => normalised(pair.left));
      return new Set(lefts).size < lefts.length ? 'One entry stands on the left twice.' : null;
    },
  },
  {
    name: 'evidence-exact',
    find(item, text) {
      const spans = [
        ...item.evidence,
        ...item.options.flatMap((option) => (option.evidence === null ? [] : [option.evidence])),
      ];
      if (item.evidence.length === 0) return 'There is no evidence.';
      return spans.every((span) => text.slice(span.start, span.end) === span.quote)
        ? null
        : 'A quotation does not stand where it says.';
    },
  },
  {
    name: 'gratuitous-information',
    find(item) {
      return /\b(?:as (?:we|you) (?:know|have seen)|interestingly|of course|note that)\b/i.test(item.stem)
        ? 'The stem says more than it asks.'
        : null;
    },
  },
  {
    name: 'rationale-missing',
    find(item) {
      return item.options.every((option) => option.rationale.trim() !== '')
        ? null
        : 'An option has no reason.';
    },
  },
];
