import { type FileRefusal, type Loss, longestFile } from '#lib/exchange/question.ts';

/** Why a bank of questions is not read; goes after the file's name. */
export const bankRefusals: Record<FileRefusal, string> = {
  'too-large': `holds more than ${longestFile} characters.`,
  doctype: 'declares a document type, which is not read.',
  damaged: 'is not well-formed XML.',
  'too-deep': 'is nested too deeply.',
  'other-format': 'is XML, but holds no questions in this format.',
};

/** What did not carry over; goes after the question's name. */
export const losses: Record<Loss['code'], string> = {
  'arrow-replaced': '“->” is written as “→”: it parts the sides of a pair there.',
  'ordering-as-matching': 'the order is asked as a matching of places and entries.',
  'needs-moodle-4.4': 'ordering questions are read by Moodle 4.4 and later.',
  'rationale-left-out': 'the reasons of some answers are left out.',
  'characters-left-out': 'characters that XML cannot hold are left out.',
  'weights-left-out': 'partial marks are not carried over.',
  'wildcard-left-out': 'an accepted answer with a wild card is left out.',
  'picture-left-out': 'a picture or a recording is left out.',
  'unsupported-kind': 'not taken over: there is no such kind of question.',
  'no-question-text': 'not taken over: it has no text.',
  'no-answer': 'not taken over: it has no right answer, or too few answers.',
  unfinished: 'not taken over: it has no closing brace.',
};
