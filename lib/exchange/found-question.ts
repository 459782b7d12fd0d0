import { cleanText } from './plain-text.ts';
import { hasBlank, type Loss, type Question, weightOf } from './question.ts';

type Lose = (code: Loss['code']) => void;

/** A question that a file holds, once its answer is understood; what lacks its text or its answer is none. */
export function fill(
  base: Pick<Question, 'name' | 'category' | 'stem' | 'feedback'>,
  lose: Lose,
  answer: Partial<Question> | null,
): Question | null {
  if (answer === null) return null;
  const question: Question = {
    kind: 'short',
    options: [],
    pairs: [],
    order: [],
    accept: [],
    ...answer,
    ...base,
  };
  if (question.stem === '') {
    lose('no-question-text');
    return null;
  }
  if (!isAnswered(question)) {
    lose('no-answer');
    return null;
  }
  return question;
}

function isAnswered({ kind, options, pairs, order, accept }: Question): boolean {
  switch (kind) {
    case 'single':
    case 'multiple':
    case 'true-false':
      return (
        options.length > 1 &&
        options.some(({ correct }) => correct) &&
        options.every(({ text }) => text !== '')
      );
    case 'short':
    case 'cloze':
      return accept.length > 0;
    case 'matching':
      return pairs.length > 1 && pairs.every(({ left, right }) => left !== '' && right !== '');
    case 'ordering':
      return order.length > 1 && order.every((entry) => entry !== '');
  }
}

/** Of options with weights in percent: which are right, and whether more than right and wrong was meant. */
export function choiceQuestion(
  weighted: readonly { text: string; rationale: string; weight: number }[],
  isMultiple: boolean,
  lose: Lose,
): Partial<Question> {
  const full = weighted.filter(({ weight }) => weight >= 99.9).length;
  const kind = isMultiple || full !== 1 ? 'multiple' : 'single';
  const options = weighted.map(({ text, rationale, weight }) => ({
    text,
    correct: kind === 'single' ? weight >= 99.9 : weight > 0,
    rationale,
  }));
  const each = kind === 'single' ? 100 : weightOf(options);
  const isOurs = weighted.every(({ weight }) => {
    const due = weight > 0 ? each : kind === 'single' ? 0 : -each;
    return Math.abs(weight - due) < 0.01;
  });
  if (!isOurs) lose('weights-left-out');
  return { kind, options };
}

/** A star stands for anything in Moodle, unless a backslash is before it. */
export function shortQuestion(answers: readonly string[], stem: string, lose: Lose): Partial<Question> {
  const literal = answers.filter((text) => !/(?<!\\)\*/.test(text));
  if (literal.length < answers.length) lose('wildcard-left-out');
  const accept = literal.map((text) => cleanText(text.replaceAll('\\*', '*'))).filter((text) => text !== '');
  return { kind: hasBlank(stem) ? 'cloze' : 'short', accept: [...new Set(accept)] };
}

/** Text of a format that may hold markup; a picture cannot come along. */
export function asItStands(html: string, lose: Lose, read: (html: string) => string): string {
  if (/<(?:img|video|audio|object|svg)\b/i.test(html)) lose('picture-left-out');
  return read(html);
}
