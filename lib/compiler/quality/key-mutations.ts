import type { Item } from '#lib/course/model.ts';
import { splitSentences } from '#lib/text/sentences.ts';
import { wordCount } from '../wording.ts';
import { changeOptions, everyKind, keyOption, type Mutation, rewordWrong } from './mutation.ts';

/** Faults in what is right: a second true option, a wrong key, a quotation that does not stand there. */
export const keyMutations: readonly Mutation[] = [
  {
    name: 'second true option, marked',
    kinds: ['single'],
    apply: (item) => changeOptions(item, (option, at) => (at === 0 ? { ...option, correct: true } : option)),
  },
  {
    name: 'second true option, the key in another order',
    kinds: ['single'],
    apply(item) {
      const words = keyWords(item);
      if (words.length < 5) return null;
      const half = Math.floor(words.length / 2);
      return rewordWrong(item, [words[0], ...words.slice(half), ...words.slice(1, half)].join(' '));
    },
  },
  {
    name: 'second true option, the key cut short',
    kinds: ['single'],
    apply(item) {
      const words = keyWords(item);
      return words.length < 6 ? null : rewordWrong(item, words.slice(0, -2).join(' '));
    },
  },
  {
    name: 'second true option, words of the evidence',
    kinds: ['single', 'multiple'],
    apply(item) {
      const words = (item.evidence[0]?.quote ?? '').split(' ');
      return words.length < 10 ? null : rewordWrong(item, words.slice(-7).join(' ').replace(/\.$/, ''));
    },
  },
  {
    name: 'true option marked wrong',
    kinds: ['multiple'],
    apply(item) {
      const keys = item.options.filter((option) => option.correct);
      if (keys.length < 2) return null;
      return changeOptions(item, (option) => (option === keys[0] ? { ...option, correct: false } : option));
    },
  },
  {
    name: 'wrong option marked right',
    kinds: ['multiple'],
    apply: (item) => changeOptions(item, (option, at) => (at === 0 ? { ...option, correct: true } : option)),
  },
  {
    name: 'wrong key, marked',
    kinds: ['single'],
    apply: (item) =>
      changeOptions(item, (option, at) => (at > 0 ? option : { ...option, correct: at === 0 })),
  },
  {
    name: 'wrong key, with the reason of the right one',
    kinds: ['single'],
    apply(item) {
      const right = keyOption(item)?.text;
      const wrong = item.options.find((option) => !option.correct)?.text;
      if (right === undefined || wrong === undefined) return null;
      return changeOptions(item, (option, at) =>
        at > 0 ? option : { ...option, text: at === 0 ? right : wrong },
      );
    },
  },
  {
    name: 'wrong truth',
    kinds: ['true-false'],
    apply: (item) => changeOptions(item, (option) => ({ ...option, correct: !option.correct })),
  },
  {
    name: 'wrong answer accepted',
    kinds: ['short', 'cloze'],
    apply: (item, { other }) =>
      other.accept.length === 0 || other.accept[0] === item.accept[0]
        ? null
        : { ...item, accept: other.accept },
  },
  {
    name: 'pairs crossed',
    kinds: ['matching'],
    apply(item) {
      const [first, ...rest] = item.pairs;
      const swap = rest.findIndex(({ right }) => right !== first?.right);
      const second = rest[swap];
      if (first === undefined || second === undefined) return null;
      const crossed = rest.map((pair, at) => (at === swap ? { ...pair, right: first.right } : pair));
      return { ...item, pairs: [{ ...first, right: second.right }, ...crossed] };
    },
  },
  {
    name: 'order wrong',
    kinds: ['ordering'],
    apply(item) {
      const [first, second, ...rest] = item.order;
      return first === undefined || second === undefined
        ? null
        : { ...item, order: [second, first, ...rest] };
    },
  },
  {
    name: 'altered quote',
    kinds: everyKind,
    apply: (item) =>
      changeEvidence(item, (span) => ({ ...span, quote: span.quote.replace(/\p{L}+/u, 'Other') })),
  },
  {
    name: 'quote beside its place',
    kinds: everyKind,
    apply: (item) => changeEvidence(item, (span) => ({ ...span, start: span.start + 1, end: span.end + 1 })),
  },
  {
    name: 'evidence of something else',
    kinds: everyKind,
    apply(item, { text }) {
      const own = item.evidence[0];
      const elsewhere = splitSentences(text).find(
        ({ start, end }) =>
          wordCount(text.slice(start, end)) > 5 &&
          item.evidence.every((span) => end <= span.start || span.end <= start),
      );
      if (own === undefined || elsewhere === undefined) return null;
      const { start, end } = elsewhere;
      return changeEvidence(item, () => ({ start, end, quote: text.slice(start, end) }));
    },
  },
];

function keyWords(item: Item): string[] {
  return (keyOption(item)?.text ?? '').split(' ');
}

function changeEvidence(
  item: Item,
  change: (span: Item['evidence'][number]) => Item['evidence'][number],
): Item {
  const [first, ...rest] = item.evidence;
  return first === undefined ? item : { ...item, evidence: [change(first), ...rest] };
}
