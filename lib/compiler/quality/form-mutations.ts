import type { Item } from '#lib/course/model.ts';
import { words } from '#lib/text/terms.ts';
import { absolutes } from '../lexicon/stance.ts';
import { topicStems } from '../likeness.ts';
import { normalised } from '../wording.ts';
import { changeOptions, everyKind, keyOption, type Mutation, rewordKey, rewordWrong } from './mutation.ts';

/** Faults in form, after the item-writing flaws of Tarrant et al. 2006: what gives the key away or confuses. */
export const formMutations: readonly Mutation[] = [
  {
    name: 'padded key',
    kinds: ['single'],
    apply(item) {
      const longest = Math.max(...item.options.map((option) => option.text.length));
      return rewordKey(item, (text) => {
        let padded = `${text}, as the text sets out`;
        while (padded.length < longest * 1.3 + 10) padded += ' at some length';
        return padded;
      });
    },
  },
  {
    name: 'duplicate option',
    kinds: ['single', 'multiple'],
    apply(item) {
      const wrong = item.options.filter((option) => !option.correct);
      return wrong[1] === undefined ? null : rewordWrong(item, wrong[1].text);
    },
  },
  {
    name: 'key twice',
    kinds: ['single', 'multiple'],
    apply: (item) => rewordWrong(item, keyOption(item)?.text ?? ''),
  },
  {
    name: 'article clue',
    kinds: ['single'],
    apply: (item) => {
      const vowel = /^[aeiou]/i.test(keyOption(item)?.text ?? '');
      return { ...item, stem: `${item.stem.replace(/[?.:]$/, '')} is ${vowel ? 'an' : 'a'}:` };
    },
  },
  {
    name: 'only the key ends in a full stop',
    kinds: ['single'],
    apply: (item) => rewordKey(item, (text) => `${text}.`),
  },
  {
    name: 'absolute terms in the wrong options alone',
    kinds: ['single'],
    apply(item) {
      const inKey = normalised(keyOption(item)?.text ?? '').split(' ');
      if (inKey.some((word) => absolutes.has(word))) return null;
      return changeOptions(item, (option, at) =>
        at < 0 ? option : { ...option, text: `${option.text} always` },
      );
    },
  },
  {
    name: 'vague term in an option',
    kinds: ['single', 'multiple'],
    apply: (item) =>
      rewordWrong(item, `${item.options.find((option) => !option.correct)?.text ?? ''} sometimes`),
  },
  {
    name: 'word of the stem in the key alone',
    kinds: ['single'],
    apply(item) {
      const taken = new Set(item.options.flatMap((option) => [...topicStems(option.text)]));
      const free = words(item.stem).filter((word) => {
        const [stem, ...more] = topicStems(word);
        return stem !== undefined && more.length === 0 && !taken.has(stem) && word.length > 4;
      });
      // Other options may share as many words of the stem as the key: add until it shares more.
      return free.length < 2 ? null : rewordKey(item, (text) => `${text} of ${free.slice(0, 2).join(' ')}`);
    },
  },
  {
    name: 'none of the above',
    kinds: ['single', 'multiple'],
    apply: (item) => rewordWrong(item, 'None of the above'),
  },
  {
    name: 'all of the above',
    kinds: ['single', 'multiple'],
    apply: (item) => rewordWrong(item, 'All of the above'),
  },
  { name: 'options combined', kinds: ['single'], apply: (item) => rewordWrong(item, 'Both A and C') },
  {
    name: 'option of another form',
    kinds: ['single'],
    apply(item) {
      const form = /^(Because|To|By|That) /.exec(keyOption(item)?.text ?? '')?.[1];
      if (form === undefined) return null;
      return rewordWrong(item, form === 'Because' ? 'To see what would come of it' : 'Because it was so');
    },
  },
  { name: 'empty option', kinds: ['single', 'multiple'], apply: (item) => rewordWrong(item, ' ') },
  {
    name: 'too few options',
    kinds: ['single'],
    apply: (item) => ({
      ...item,
      options: item.options.filter((option, at) => option.correct || isFirstWrong(item, at)),
    }),
  },
  {
    name: 'numbers out of order',
    kinds: ['single'],
    apply: (item) =>
      item.options.every((option) => /^\d/.test(option.text))
        ? { ...item, options: [...item.options].reverse() }
        : null,
  },
  {
    name: 'negative stem',
    kinds: ['single', 'multiple', 'true-false'],
    apply(item) {
      const stem =
        item.kind === 'true-false'
          ? item.stem.replace(/\.$/, ', and this is not in doubt.')
          : `All of these are true EXCEPT which? ${item.stem}`;
      return { ...item, stem };
    },
  },
  {
    name: 'blank in the middle',
    kinds: ['cloze'],
    apply: (item) => ({ ...item, stem: item.stem.replace(/_+/, '____ by nature') }),
  },
  {
    name: 'stem without a question',
    kinds: ['single', 'multiple'],
    apply: (item) => ({ ...item, stem: 'Which of the following is true?' }),
  },
  {
    name: 'series of true and false',
    kinds: ['single', 'multiple'],
    apply: (item) => ({ ...item, stem: `Of all this, which of these statements are correct? ${item.stem}` }),
  },
  {
    name: 'pronoun without its noun',
    kinds: ['single', 'short'],
    apply: (item) => ({ ...item, stem: 'According to the article, why did they do so?' }),
  },
  {
    name: 'answer in the stem',
    kinds: ['single', 'short', 'cloze'],
    apply(item) {
      const answer = keyOption(item)?.text ?? item.accept[0] ?? '';
      return { ...item, stem: `About ${answer}: ${item.stem}` };
    },
  },
  {
    name: 'chatter in the stem',
    kinds: everyKind,
    apply: (item) => ({ ...item, stem: `As we know, ${item.stem}` }),
  },
  {
    name: 'stem too long',
    kinds: everyKind,
    apply: (item) => ({
      ...item,
      stem: `${'Consider the matter with all due care and attention. '.repeat(5)}${item.stem}`,
    }),
  },
  {
    name: 'option without a reason',
    kinds: ['single', 'multiple', 'true-false'],
    apply: (item) => changeOptions(item, (option, at) => (at === 0 ? { ...option, rationale: '' } : option)),
  },
  {
    name: 'entry twice',
    kinds: ['ordering', 'matching'],
    apply(item) {
      const [pair] = item.pairs;
      const [entry] = item.order;
      return {
        ...item,
        pairs: pair === undefined ? [] : [...item.pairs, { ...pair, right: item.pairs.at(-1)?.right ?? '' }],
        order: entry === undefined ? [] : [...item.order, entry],
      };
    },
  },
];

function isFirstWrong(item: Item, at: number): boolean {
  return item.options.findIndex((option) => !option.correct) === at;
}
