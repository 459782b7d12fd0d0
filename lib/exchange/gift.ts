import { type Loss, orderAsPairs, type Question, weightOf } from './question.ts';

/** Questions as Moodle's GIFT. Every text is marked as plain, so that no learner's program takes it for markup. */
export function writeGift(questions: readonly Question[]): { text: string; report: Loss[] } {
  const report: Loss[] = [];
  let category: string | null = null;
  const blocks = questions.map((question) => {
    const lose = (code: Loss['code']) => report.push({ code, name: question.name, line: null });
    const head = question.category === category ? '' : `$CATEGORY: ${categoryLine(question.category)}\n\n`;
    category = question.category;
    const title = `::${escaped(question.name.replace(/\s+/g, ' '))}::`;
    const general = question.feedback === '' ? '' : `\n\t####${marked(question.feedback)}`;
    return `${head}${title}[plain]${escaped(question.stem)} {${answersOf(question, lose)}${general}\n}\n`;
  });
  return { text: blocks.join('\n'), report };
}

function answersOf(question: Question, lose: (code: Loss['code']) => void): string {
  const { kind, options, pairs, order, accept } = question;
  switch (kind) {
    case 'single':
      return options
        .map((option) =>
          choice(option.correct ? '=' : '~', startsWithWeight(option.text, option.correct), option),
        )
        .join('');
    case 'multiple': {
      const weight = weightOf(options);
      return options.map((option) => choice('~', `%${option.correct ? weight : -weight}%`, option)).join('');
    }
    case 'true-false':
      return trueFalse(options);
    case 'short':
    case 'cloze':
      return withoutArrows(accept, lose)
        .map((text) => `\n\t=%100%${escaped(text).replaceAll('*', '\\*')}`)
        .join('');
    case 'ordering':
      lose('ordering-as-matching');
      return pairLines(orderAsPairs(order), lose);
    case 'matching':
      return pairLines(pairs, lose);
  }
}

function choice(sign: '=' | '~', weight: string, { text, rationale }: Question['options'][number]): string {
  return `\n\t${sign}${weight}${marked(text)}${rationale === '' ? '' : `\n\t\t#${marked(rationale)}`}`;
}

/** A text such as “%50% of …” would be read as a weight: then the weight is said. */
function startsWithWeight(text: string, correct: boolean): string {
  if (!text.startsWith('%')) return '';
  return correct ? '%100%' : '%0%';
}

/** The reason of the wrong answer stands before that of the right one. */
function trueFalse(options: Question['options']): string {
  const [whenTrue, whenFalse] = options;
  const isTrue = whenTrue?.correct === true;
  const wrong = (isTrue ? whenFalse : whenTrue)?.rationale ?? '';
  const right = (isTrue ? whenTrue : whenFalse)?.rationale ?? '';
  const reasons = right === '' && wrong === '' ? '' : `#${marked(wrong)}#${marked(right)}`;
  return `${isTrue ? 'TRUE' : 'FALSE'}${reasons}`;
}

function pairLines(
  pairs: readonly { left: string; right: string }[],
  lose: (code: Loss['code']) => void,
): string {
  const lefts = withoutArrows(
    pairs.map(({ left }) => left),
    lose,
  );
  const rights = withoutArrows(
    pairs.map(({ right }) => right),
    lose,
  );
  return lefts.map((left, at) => `\n\t=${marked(left)} -> ${escaped(rights[at] ?? '')}`).join('');
}

function withoutArrows(texts: readonly string[], lose: (code: Loss['code']) => void): string[] {
  if (texts.some((text) => text.includes('->'))) lose('arrow-replaced');
  return texts.map((text) => text.replaceAll('->', '→'));
}

/** A text that begins like the mark of a format gets one before it. */
function marked(text: string): string {
  return `${/^\[(?:html|moodle|plain|markdown)\]/i.test(text) ? '[plain]' : ''}${escaped(text)}`;
}

function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\\~=#{}:]/g, '\\$&')
    .replaceAll('\n', '\\n');
}

/** A category is a path: a stroke in a name is doubled. */
function categoryLine(category: string): string {
  return category.replace(/\s+/g, ' ').replaceAll('/', '//');
}
