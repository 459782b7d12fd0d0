import { tag } from '../language.ts';
import { metaNouns, pronouns } from '../lexicon/stance.ts';
import { sharedCount, topicStems } from '../likeness.ts';
import { normalised, wordCount } from '../wording.ts';
import type { Rule } from './rule.ts';
import { keyOf } from './rule.ts';

const unitBehind =
  /_{2,} ?(?:°[CF]|%|per cent|percent|(?:million|billion|degrees|kilomet(?:er|re)s|met(?:er|re)s|miles|feet|tonnes|tons|kilograms|grams|lit(?:er|re)s|volts|watts|years|hours|minutes|seconds|dollars|euros|pounds)(?: (?:per|of|an?) \p{L}+| \p{L}+)?)\.$/u;

/** Longer stems test reading speed. */
const mostWords = 40;

export const stemRules: readonly Rule[] = [
  {
    name: 'negative-stem',
    find(item) {
      const question = item.stem;
      if (item.kind === 'true-false') {
        return /\b(?:not|never|no|neither|nor|none)\b|n[’']t\b/i.test(question.replace(/no single/g, ''))
          ? 'A negative statement makes "false" a double negative.'
          : null;
      }
      // Only the question itself: what it speaks of may well be negative ("… that China has not condemned").
      const asked =
        /\b(?:which|what|who)\b(?: of these| of the following| \p{L}+)? (?:is|are|was|were|does|do|did|has|have|can|would) (?:not|never)\b/iu;
      const exception = /\b(?:NOT|EXCEPT|LEAST|except|false|incorrect)\b/;
      return asked.test(question) || exception.test(question) ? 'The stem asks for what is not so.' : null;
    },
  },
  {
    name: 'mid-stem-blank',
    find(item) {
      // Only the unit of a number may follow it.
      return /_{2,}(?!_)(?!\s*[.?!”"]*$)/.test(item.stem) && !unitBehind.test(item.stem)
        ? 'The blank does not stand at the end.'
        : null;
    },
  },
  {
    name: 'unfocused-stem',
    find(item) {
      const content = topicStems(
        item.stem.replace(/\b(?:According to the (?:article|lesson)|the (?:article|lesson))\b/g, ''),
      );
      if (content.size === 0) return 'The stem names nothing.';
      if (/\b(?:which of the following (?:is|are) (?:true|correct|right)|what about)\b/i.test(item.stem))
        return 'The stem asks nothing in particular.';
      return !/[?.:]$/.test(item.stem) || wordCount(item.stem) < 4
        ? 'The stem is no question and no statement.'
        : null;
    },
  },
  {
    name: 'true-false-series',
    find(item) {
      const judges =
        /\bwhich (?:one )?(?:of (?:the following|these) )?(?:statements?|sentences?|claims?)?(?: here| below)? ?(?:is|are) (?:true|correct|right|accurate)\b/i;
      return judges.test(item.stem) ? 'The stem asks nothing: each option is true or false by itself.' : null;
    },
  },
  {
    name: 'stem-too-long',
    find(item) {
      return wordCount(item.stem) > mostWords ? `The stem has more than ${mostWords} words.` : null;
    },
  },
  {
    name: 'key-in-stem',
    find(item) {
      const stem = ` ${normalised(item.stem)} `;
      const answers = [keyOf(item)?.text, ...item.accept].filter(
        (text): text is string => text !== undefined,
      );
      if (item.kind === 'true-false') return null;
      for (const answer of answers) {
        const plain = normalised(answer);
        if (plain !== '' && stem.includes(` ${plain} `)) return 'The answer stands in the stem.';
        const stems = topicStems(answer);
        if (
          stems.size > 0 &&
          wordCount(answer) <= 4 &&
          sharedCount(stems, topicStems(item.stem)) === stems.size
        )
          return 'Every word of the answer stands in the stem.';
      }
      return null;
    },
  },
  {
    name: 'clang',
    find(item) {
      if (item.kind !== 'short' && item.kind !== 'cloze') return null;
      const [shown] = item.accept;
      if (shown === undefined) return null;
      const stems = topicStems(shown);
      return sharedCount(stems, topicStems(item.stem)) * 2 > stems.size
        ? 'Most of the answer’s words stand in the stem.'
        : null;
    },
  },
  {
    name: 'pronoun-without-referent',
    find(item) {
      const stem = item.stem
        .replace(/^According to the (?:article|lesson), /, '')
        .replace(/^Complete the sentence: /, '');
      const tokens = tag(stem);
      let named = false;
      for (const [index, token] of tokens.entries()) {
        const after = tokens[index + 1];
        const determines =
          after !== undefined &&
          ['NOUN', 'PROPN', 'ADJ', 'NUM'].includes(after.pos) &&
          /^(?:that|both|such)$/.test(token.lower);
        const points =
          pronouns.has(token.lower) &&
          !introduces(token.lower, tokens[index - 1]?.lower, after?.lower) &&
          !determines;
        if (points && !named) return `“${token.text}” points to nothing in the stem.`;
        if (
          (token.pos === 'NOUN' || token.pos === 'PROPN') &&
          !/^(?:article|lesson|text|term|statement|idea)$/.test(token.lower) &&
          !metaNouns.has(token.lower)
        )
          named = true;
      }
      return null;
    },
  },
];

/** "of these does", "that" before a clause, "it as certain that", "both" before nouns: nothing is pointed to. */
function introduces(word: string, before: string | undefined, after: string | undefined): boolean {
  if (word === 'that' || word === 'here' || word === 'there') return true;
  if (word === 'these')
    return before === 'of' || before === 'match' || after === 'terms' || after === 'events';
  if (word === 'it') return after === 'as' || after === 'set' || before === 'does';
  if (word === 'this') return before === 'against' || before === 'for' || before === 'in';
  return word === 'both' || word === 'such';
}
