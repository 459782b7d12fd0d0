import type { PresentedItem } from '../course/present-item.ts';
import { ankiHead, ankiLine } from './anki.ts';
import { writeGift } from './gift.ts';
import { writeMoodleXml } from './moodle-xml.ts';
import { promptOrder } from './prompt-order.ts';
import { writeQti1 } from './qti-1.ts';
import { writeQti2 } from './qti-2.ts';
import { type Loss, type Question, quotesIn } from './question.ts';
import { zipPackage } from './zip-package.ts';

export const questionFormats = ['gift', 'moodle', 'qti2', 'qti1', 'anki'] as const;
export type QuestionFormat = (typeof questionFormats)[number];

export type QuestionsFile = {
  content: string | Uint8Array<ArrayBuffer>;
  mediaType: string;
  /** Of its name. */
  ending: string;
  /** What the format did not take along. */
  report: Loss[];
};

export function isQuestionFormat(name: string): name is QuestionFormat {
  return questionFormats.some((format) => format === name);
}

/** The questions of a course, keys and reasons included, as a file that another program takes in. */
export function questionsFile(
  format: QuestionFormat,
  course: { slug: string; title: string },
  questions: readonly Question[],
): QuestionsFile {
  switch (format) {
    case 'gift': {
      const { text, report } = writeGift(questions);
      return { content: text, mediaType: 'text/plain; charset=utf-8', ending: 'gift.txt', report };
    }
    case 'moodle': {
      const { text, report } = writeMoodleXml(questions);
      return { content: text, mediaType: 'application/xml; charset=utf-8', ending: 'moodle.xml', report };
    }
    case 'qti2':
      return packed(writeQti2(questions), 'qti-2.1.zip');
    case 'qti1':
      return packed(writeQti1(course.title, questions), 'qti-1.2.zip');
    case 'anki': {
      const notes = questions.map((question) => ankiLine(noteOf(question, course)));
      const hasOtherReasons = (question: Question) =>
        question.options.some(({ correct, rationale }) => !correct && rationale !== '');
      return {
        content: `${ankiHead}${notes.join('')}`,
        mediaType: 'text/plain; charset=utf-8',
        ending: 'anki.txt',
        report: questions
          .filter(hasOtherReasons)
          .map(({ name }) => ({ code: 'rationale-left-out', name, line: null })),
      };
    }
  }
}

function packed(
  { files, report }: { files: ReadonlyMap<string, string>; report: Loss[] },
  ending: string,
): QuestionsFile {
  return { content: zipPackage(files), mediaType: 'application/zip', ending, report };
}

function noteOf(question: Question, course: { slug: string; title: string }): Parameters<typeof ankiLine>[0] {
  const right = question.options.filter(({ correct }) => correct);
  return {
    item: presented(question),
    right: rightOf(question),
    evidence: quotesIn(question.feedback),
    rationales: right.map(({ rationale }) => rationale).filter((rationale) => rationale !== ''),
    course,
    lesson: { slug: question.category, title: question.category },
  };
}

function presented({ kind, stem, options, pairs, order }: Question): PresentedItem {
  return {
    kind,
    stem,
    options: options.map(({ text }, at) => ({ id: String(at), text })),
    lefts: pairs.map(({ left }) => left),
    choices: promptOrder([...pairs.map(({ right }) => right), ...order]),
  };
}

function rightOf({ kind, options, pairs, order, accept }: Question): string {
  switch (kind) {
    case 'single':
    case 'multiple':
    case 'true-false':
      return options
        .filter(({ correct }) => correct)
        .map(({ text }) => text)
        .join('; ');
    case 'short':
    case 'cloze':
      return accept[0] ?? '';
    case 'matching':
      return pairs.map(({ left, right }) => `${left} → ${right}`).join('; ');
    case 'ordering':
      return order.join(' → ');
  }
}
