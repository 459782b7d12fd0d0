import { ok, type Result, refuse } from '../result.ts';
import { asItStands, choiceQuestion, fill, shortQuestion } from './found-question.ts';
import { cleanText, plainText } from './plain-text.ts';
import { type FileRefusal, type Loss, longestFile, type Question } from './question.ts';
import { childOf, childrenOf, readXml, type XmlElement } from './xml.ts';

type Lose = (code: Loss['code']) => void;

/** Questions of a Moodle XML file. What is not understood is told with its line and passed over. */
export function readMoodleXml(text: string): Result<{ questions: Question[]; report: Loss[] }, FileRefusal> {
  if (text.length > longestFile) return refuse('too-large');
  const document = readXml(text);
  if (!document.ok) return document;
  if (document.value.name !== 'quiz') return refuse('other-format');
  const questions: Question[] = [];
  const report: Loss[] = [];
  let category = '';
  for (const element of childrenOf(document.value, 'question')) {
    const type = element.attributes.get('type') ?? '';
    if (type === 'category') {
      category = cleanText(stringIn(childOf(element, 'category')).replaceAll('//', '/'));
      continue;
    }
    const name = cleanText(stringIn(childOf(element, 'name')));
    const lose: Lose = (code) => report.push({ code, name, line: element.line });
    const stem = prose(childOf(element, 'questiontext'), lose);
    const feedback = prose(childOf(element, 'generalfeedback'), lose);
    const question = fill({ name, category, stem, feedback }, lose, answerOf(type, element, stem, lose));
    if (question !== null) questions.push(question);
  }
  return ok({ questions, report });
}

function answerOf(type: string, element: XmlElement, stem: string, lose: Lose): Partial<Question> | null {
  const answers = childrenOf(element, 'answer');
  switch (type) {
    case 'multichoice': {
      const weighted = answers.map((answer) => ({
        text: prose(answer, lose),
        rationale: prose(childOf(answer, 'feedback'), lose),
        weight: fractionOf(answer),
      }));
      return choiceQuestion(
        weighted,
        /^(?:false|0)$/i.test(childOf(element, 'single')?.text.trim() ?? ''),
        lose,
      );
    }
    case 'truefalse':
      return trueFalse(answers, lose);
    case 'shortanswer': {
      if (answers.some((answer) => fractionOf(answer) !== 100)) lose('weights-left-out');
      if (answers.some((answer) => prose(childOf(answer, 'feedback'), lose) !== ''))
        lose('rationale-left-out');
      return shortQuestion(answers.filter((answer) => fractionOf(answer) > 0).map(stringIn), stem, lose);
    }
    case 'matching': {
      const pairs = childrenOf(element, 'subquestion').map((pair) => ({
        left: prose(pair, lose),
        right: cleanText(stringIn(childOf(pair, 'answer'))),
      }));
      return { kind: 'matching', pairs };
    }
    case 'ordering':
      return {
        kind: 'ordering',
        order: [...answers]
          .sort((a, b) => fractionOf(a) - fractionOf(b))
          .map((answer) => prose(answer, lose)),
      };
    default:
      lose('unsupported-kind');
      return null;
  }
}

function trueFalse(answers: readonly XmlElement[], lose: Lose): Partial<Question> {
  const options = ['True', 'False'].flatMap((text) =>
    answers
      .filter((answer) => stringIn(answer).trim().toLowerCase() === text.toLowerCase())
      .map((answer) => ({
        text,
        correct: fractionOf(answer) > 0,
        rationale: prose(childOf(answer, 'feedback'), lose),
      })),
  );
  const isOneOfTwo = options.length === 2 && options.filter(({ correct }) => correct).length === 1;
  return { kind: 'true-false', options: isOneOfTwo ? options : [] };
}

function fractionOf(answer: XmlElement): number {
  const fraction = Number(answer.attributes.get('fraction') ?? '0');
  return Number.isFinite(fraction) ? fraction : 0;
}

function stringIn(element: XmlElement | undefined): string {
  return childOf(element, 'text')?.text ?? '';
}

/** A text in the format that its element names; where none is named, it may hold markup. */
function prose(element: XmlElement | undefined, lose: Lose): string {
  const format = element?.attributes.get('format') ?? 'html';
  if (childOf(element, 'file') !== undefined) lose('picture-left-out');
  const text = stringIn(element);
  return format === 'plain_text' || format === 'markdown'
    ? cleanText(text)
    : asItStands(text, lose, plainText);
}
