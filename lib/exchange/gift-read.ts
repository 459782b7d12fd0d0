import { ok, type Result, refuse } from '../result.ts';
import { asItStands, choiceQuestion, fill, shortQuestion } from './found-question.ts';
import { cleanText, plainText } from './plain-text.ts';
import { type FileRefusal, type Loss, longestFile, orderOfPairs, type Question } from './question.ts';

/**
 * Questions of a GIFT file, as Moodle reads it: a blank line ends a question, and a backslash takes the meaning
 * off one of \ ~ = # { } :. What is not understood is told with its line and passed over.
 */
export function readGift(text: string): Result<{ questions: Question[]; report: Loss[] }, FileRefusal> {
  if (text.length > longestFile) return refuse('too-large');
  const questions: Question[] = [];
  const report: Loss[] = [];
  let category = '';
  for (const block of blocksOf(text)) {
    if (block.category !== null) category = block.category;
    if (block.text === '') continue;
    const { title, rest } = titleOf(block.text);
    const name = title === '' ? nameFrom(rest) : title;
    const lose = (code: Loss['code']) => report.push({ code, name, line: block.line });
    const question = questionOf(rest, { name, category }, lose);
    if (question !== null) questions.push(question);
  }
  return ok({ questions, report });
}

type Block = { text: string; line: number; category: string | null };

function* blocksOf(text: string): Generator<Block> {
  let lines: string[] = [];
  let first = 1;
  let category: string | null = null;
  const all = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  for (const [at, line] of [...all, ''].entries()) {
    const named = /^\s*\$CATEGORY:(.*)$/i.exec(line);
    if (named !== null) category = cleanText((named[1] ?? '').replaceAll('//', '/'));
    else if (/^\s*\/\//.test(line)) continue;
    else if (line.trim() !== '') {
      if (lines.length === 0) first = at + 1;
      lines.push(line);
      continue;
    }
    if (lines.length > 0 || category !== null) yield { text: lines.join('\n').trim(), line: first, category };
    lines = [];
    category = null;
  }
}

function questionOf(
  text: string,
  named: { name: string; category: string },
  lose: (code: Loss['code']) => void,
): Question | null {
  const open = find(text, '{');
  const close = open < 0 ? -1 : find(text, '}', open);
  if (open < 0 || close < 0) {
    lose(open < 0 ? 'unsupported-kind' : 'unfinished');
    return null;
  }
  const { format, rest } = formatOf(text.slice(0, open).trim());
  const read = readerFor(format, lose);
  const after = text.slice(close + 1).trim();
  const stem = [readAs(format, rest, lose), ...(after === '' ? [] : ['____', read(after)])]
    .filter((part) => part !== '')
    .join(' ');
  const [answers = '', general = ''] = cut(text.slice(open + 1, close), '####');
  const base = { ...named, stem, feedback: read(general) };
  return fill(base, lose, answerOf(answers.trim(), base.stem, read, lose));
}

type Read = (text: string) => string;

function answerOf(
  answers: string,
  stem: string,
  read: Read,
  lose: (code: Loss['code']) => void,
): Partial<Question> | null {
  if (answers === '' || answers.startsWith('#')) {
    lose('unsupported-kind');
    return null;
  }
  if (find(answers, '~') >= 0) {
    const options = piecesOf(answers).map(({ sign, weight, text, reason }) => ({
      text: read(text),
      rationale: read(reason),
      weight: weight ?? (sign === '=' ? 100 : 0),
    }));
    return choiceQuestion(options, find(answers, '=') < 0, lose);
  }
  const [said = '', wrong = '', right = ''] = cutAll(answers, '#');
  const word = said.trim().toUpperCase();
  if (/^(?:T|TRUE|F|FALSE)$/.test(word)) return trueFalse(word.startsWith('T'), read(wrong), read(right));
  const pieces = piecesOf(answers);
  if (pieces.some(({ raw }) => find(raw, '->') >= 0)) {
    const pairs = pieces.map(({ raw }) => {
      const [left = '', other = ''] = cut(raw, '->');
      return { left: read(left), right: cleanText(unescaped(other)) };
    });
    const order = orderOfPairs(pairs);
    return order === null ? { kind: 'matching', pairs } : { kind: 'ordering', order };
  }
  if (pieces.some(({ weight }) => weight !== null && weight !== 100)) lose('weights-left-out');
  return shortQuestion(
    pieces.map(({ text }) => unescaped(text).trim()),
    stem,
    lose,
  );
}

function trueFalse(isTrue: boolean, wrong: string, right: string): Partial<Question> {
  return {
    kind: 'true-false',
    options: [
      { text: 'True', correct: isTrue, rationale: isTrue ? right : wrong },
      { text: 'False', correct: !isTrue, rationale: isTrue ? wrong : right },
    ],
  };
}

type Piece = { sign: string; weight: number | null; raw: string; text: string; reason: string };

/** Each answer from its sign to the next. */
function piecesOf(answers: string): Piece[] {
  const starts: number[] = [];
  for (let at = findSign(answers, 0); at >= 0; at = findSign(answers, at + 1)) starts.push(at);
  return starts.map((start, index) => {
    const raw = answers.slice(start + 1, starts[index + 1] ?? answers.length).trim();
    const weight = /^%(-?\d{1,3}(?:\.\d{1,9})?)%/.exec(raw);
    const [text = '', reason = ''] = cut(raw.slice(weight?.[0].length ?? 0), '#');
    return {
      sign: answers[start] ?? '',
      weight: weight === null ? null : Number(weight[1]),
      raw,
      text,
      reason,
    };
  });
}

function findSign(text: string, from: number): number {
  for (let at = from; at < text.length; at += isEscape(text, at) ? 2 : 1)
    if (text[at] === '=' || text[at] === '~') return at;
  return -1;
}

function isEscape(text: string, at: number): boolean {
  return text[at] === '\\' && at + 1 < text.length && '\\~=#{}:n'.includes(text.charAt(at + 1));
}

/** Where a mark stands that no backslash takes the meaning off. */
function find(text: string, mark: string, from = 0): number {
  for (let at = from; at < text.length; at += isEscape(text, at) ? 2 : 1)
    if (text.startsWith(mark, at)) return at;
  return -1;
}

function cut(text: string, mark: string): [string, string?] {
  const at = find(text, mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + mark.length)];
}

function cutAll(text: string, mark: string): string[] {
  const [head, tail] = cut(text, mark);
  if (tail === undefined) return [head];
  const [second, third] = cut(tail, mark);
  return third === undefined ? [head, second] : [head, second, third];
}

function unescaped(text: string): string {
  return text.replace(/\\([\\~=#{}:n])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign));
}

function titleOf(text: string): { title: string; rest: string } {
  if (!text.startsWith('::')) return { title: '', rest: text };
  const end = find(text, '::', 2);
  if (end < 0) return { title: '', rest: text };
  return { title: cleanText(unescaped(text.slice(2, end))), rest: text.slice(end + 2).trim() };
}

function formatOf(text: string): { format: string; rest: string } {
  const found = /^\[(html|moodle|plain|markdown)\]/i.exec(text);
  return { format: (found?.[1] ?? 'moodle').toLowerCase(), rest: text.slice(found?.[0].length ?? 0) };
}

/** An answer and a reason are in the question's format unless they name their own. */
function readerFor(outer: string, lose: (code: Loss['code']) => void): Read {
  return (text) => {
    const isNamed = /^\s*\[(?:html|moodle|plain|markdown)\]/i.test(text);
    const { format, rest } = isNamed ? formatOf(text.trim()) : { format: outer, rest: text };
    return readAs(format, rest, lose);
  };
}

function readAs(format: string, text: string, lose: (code: Loss['code']) => void): string {
  const said = unescaped(text);
  return format === 'plain' || format === 'markdown' ? cleanText(said) : asItStands(said, lose, plainText);
}

function nameFrom(text: string): string {
  const words = plainText(unescaped(formatOf(text).rest)).replace(/\s+/g, ' ');
  return words.length > 60 ? `${words.slice(0, 59)}…` : words;
}
