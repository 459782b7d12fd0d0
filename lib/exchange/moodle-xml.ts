import { type Loss, type Question, weightOf } from './question.ts';
import { fitsXml, xmlText } from './xml.ts';

/** Questions as Moodle's XML. Every text is marked as plain. */
export function writeMoodleXml(questions: readonly Question[]): { text: string; report: Loss[] } {
  const report: Loss[] = [];
  const parts: string[] = [];
  let category: string | null = null;
  for (const question of questions) {
    if (question.category !== category) {
      category = question.category;
      parts.push(`<question type="category">${box('category', category.replaceAll('/', '//'))}</question>`);
    }
    if (question.kind === 'ordering')
      report.push({ code: 'needs-moodle-4.4', name: question.name, line: null });
    if (!fitsXml(question)) report.push({ code: 'characters-left-out', name: question.name, line: null });
    parts.push(elementOf(question));
  }
  return { text: `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${parts.join('\n')}\n</quiz>\n`, report };
}

const types = {
  single: 'multichoice',
  multiple: 'multichoice',
  'true-false': 'truefalse',
  short: 'shortanswer',
  cloze: 'shortanswer',
  matching: 'matching',
  ordering: 'ordering',
} as const;

function elementOf(question: Question): string {
  const lines = [
    box('name', question.name),
    plain('questiontext', question.stem),
    plain('generalfeedback', question.feedback),
    '<defaultgrade>1</defaultgrade>',
    '<penalty>0</penalty>',
    '<hidden>0</hidden>',
    ...bodyOf(question),
  ];
  return `<question type="${types[question.kind]}">\n${lines.map((line) => `  ${line}`).join('\n')}\n</question>`;
}

function bodyOf({ kind, options, pairs, order, accept }: Question): string[] {
  switch (kind) {
    case 'single':
    case 'multiple': {
      const weight = weightOf(options);
      const wrong = kind === 'single' ? 0 : -weight;
      return [
        `<single>${kind === 'single'}</single>`,
        '<shuffleanswers>true</shuffleanswers>',
        '<answernumbering>abc</answernumbering>',
        ...options.map((option) =>
          answer(option.correct ? weight : wrong, option.text, option.rationale, 'plain_text'),
        ),
      ];
    }
    case 'true-false':
      return options.map((option) =>
        answer(option.correct ? 100 : 0, option.text.toLowerCase(), option.rationale, 'moodle_auto_format'),
      );
    case 'short':
    case 'cloze':
      return [
        '<usecase>0</usecase>',
        ...accept.map((text) => answer(100, text.replaceAll('*', '\\*'), '', 'moodle_auto_format')),
      ];
    case 'matching':
      return [
        '<shuffleanswers>true</shuffleanswers>',
        ...pairs.map(
          ({ left, right }) =>
            `<subquestion format="plain_text">${textOf(left)}${box('answer', right)}</subquestion>`,
        ),
      ];
    case 'ordering':
      return [
        '<layouttype>VERTICAL</layouttype>',
        '<selecttype>ALL</selecttype>',
        '<selectcount>0</selectcount>',
        '<gradingtype>RELATIVE_NEXT_EXCLUDE_LAST</gradingtype>',
        '<showgrading>SHOW</showgrading>',
        '<numberingstyle>none</numberingstyle>',
        ...order.map((entry, at) => answer(at + 1, entry, '', 'plain_text')),
      ];
  }
}

function answer(fraction: number, text: string, rationale: string, format: string): string {
  const reason = rationale === '' ? '' : plain('feedback', rationale);
  return `<answer fraction="${fraction}" format="${format}">${textOf(text)}${reason}</answer>`;
}

const textOf = (text: string) => `<text>${xmlText(text)}</text>`;
const box = (name: string, text: string) => `<${name}>${textOf(text)}</${name}>`;
const plain = (name: string, text: string) => `<${name} format="plain_text">${textOf(text)}</${name}>`;
