import { ok, type Result, refuse } from '../result.ts';
import { choiceQuestion, fill } from './found-question.ts';
import { cleanText } from './plain-text.ts';
import { type FileRefusal, hasBlank, type Loss, longestFile, type Question } from './question.ts';
import { childOf, childrenOf, readXml, type XmlElement } from './xml.ts';

type Lose = (code: Loss['code']) => void;

/**
 * Questions of a QTI 2.1 package, from its files by their path. An item with one interaction that Lectern has
 * too is read; what else there is, is told and passed over. Lines are of the item's own file.
 */
export function readQti2(
  files: ReadonlyMap<string, string>,
): Result<{ questions: Question[]; report: Loss[] }, FileRefusal> {
  let length = 0;
  for (const text of files.values()) length += text.length;
  if (length > longestFile) return refuse('too-large');
  const questions: Question[] = [];
  const report: Loss[] = [];
  let items = 0;
  for (const text of files.values()) {
    const document = readXml(text);
    if (!document.ok) return document;
    const item = document.value;
    if (item.name !== 'assessmentItem') continue;
    items += 1;
    const name = cleanText(item.attributes.get('title') ?? item.attributes.get('identifier') ?? '');
    const lose: Lose = (code) => report.push({ code, name, line: null });
    const question = questionOf(item, name, lose);
    if (question !== null) questions.push(question);
  }
  return items === 0 ? refuse('other-format') : ok({ questions, report });
}

const interactions = /Interaction$/;

function questionOf(item: XmlElement, name: string, lose: Lose): Question | null {
  const body = childOf(item, 'itemBody');
  const all = body === undefined ? [] : below(body, ({ name: tag }) => interactions.test(tag));
  const [interaction] = all;
  if (body === undefined || interaction === undefined || all.length > 1) {
    lose('unsupported-kind');
    return null;
  }
  if (below(body, ({ name: tag }) => /^(?:img|object|video|audio)$/.test(tag)).length > 0)
    lose('picture-left-out');
  const prompt = childOf(interaction, 'prompt');
  const stem = cleanText([proseOf(body), prompt === undefined ? '' : proseOf(prompt)].join('\n'));
  const told = childrenOf(item, 'modalFeedback');
  // Several are told by what was answered; one of them for all would be wrong.
  if (told.length > 1) lose('rationale-left-out');
  const [feedback] = told;
  const base = { name, category: '', stem, feedback: feedback && told.length === 1 ? proseOf(feedback) : '' };
  const answer = answerOf(item, interaction, stem, lose);
  return fill({ ...base, stem: answer?.stem ?? stem }, lose, answer);
}

function answerOf(
  item: XmlElement,
  interaction: XmlElement,
  stem: string,
  lose: Lose,
): Partial<Question> | null {
  const name = interaction.attributes.get('responseIdentifier');
  const response = childrenOf(item, 'responseDeclaration').find(
    ({ attributes }) => attributes.get('identifier') === name,
  );
  const right = within(childOf(response, 'correctResponse'), 'value').map(({ text }) => cleanText(text));
  const map = within(childOf(response, 'mapping'), 'mapEntry').map(({ attributes }) => ({
    key: attributes.get('mapKey') ?? '',
    value: Number(attributes.get('mappedValue') ?? '0'),
  }));
  switch (interaction.name) {
    case 'choiceInteraction':
      return choiceOf(interaction, right, map, lose);
    case 'textEntryInteraction': {
      if (map.some(({ value }) => value > 0 && value !== 1)) lose('weights-left-out');
      const mapped = map.filter(({ value }) => value > 0).map(({ key }) => cleanText(key));
      const accept = [...new Set([...right, ...mapped])].filter((text) => text !== '');
      const [, asked = stem] = /^([\s\S]*?)\n____$/.exec(stem) ?? [];
      return { kind: hasBlank(asked) ? 'cloze' : 'short', accept, stem: asked };
    }
    case 'matchInteraction': {
      const [lefts = new Map(), rights = new Map()] = childrenOf(interaction, 'simpleMatchSet').map((set) =>
        textsOf(childrenOf(set, 'simpleAssociableChoice')),
      );
      const pairs = right.map((pair) => {
        const [left = '', other = ''] = pair.split(/\s+/);
        return { left: lefts.get(left) ?? '', right: rights.get(other) ?? '' };
      });
      return { kind: 'matching', pairs };
    }
    case 'orderInteraction': {
      const texts = textsOf(childrenOf(interaction, 'simpleChoice'));
      return { kind: 'ordering', order: right.map((id) => texts.get(id) ?? '') };
    }
    default:
      lose('unsupported-kind');
      return null;
  }
}

function choiceOf(
  interaction: XmlElement,
  right: readonly string[],
  map: readonly { key: string; value: number }[],
  lose: Lose,
): Partial<Question> {
  const isMultiple = interaction.attributes.get('maxChoices') !== '1';
  const weightOf = (id: string) => {
    if (!isMultiple || map.length === 0) return right.includes(id) ? 100 : 0;
    return 100 * (map.find(({ key }) => key === id)?.value ?? 0);
  };
  const options = childrenOf(interaction, 'simpleChoice').map((choice) => ({
    text: proseOf(choice),
    rationale: cleanText(childrenOf(choice, 'feedbackInline').map(proseOf).join('\n')),
    weight: weightOf(choice.attributes.get('identifier') ?? ''),
  }));
  const question = choiceQuestion(options, isMultiple, lose);
  const texts = options.map(({ text }) => text.toLowerCase());
  const isTrueFalse = !isMultiple && texts.join() === 'true,false';
  if (!isTrueFalse || question.kind !== 'single') return question;
  return {
    kind: 'true-false',
    options: (question.options ?? []).map((option, at) => ({ ...option, text: at === 0 ? 'True' : 'False' })),
  };
}

function textsOf(choices: readonly XmlElement[]): Map<string, string> {
  return new Map(choices.map((choice) => [choice.attributes.get('identifier') ?? '', proseOf(choice)]));
}

function within(element: XmlElement | undefined, name: string): XmlElement[] {
  return element === undefined ? [] : childrenOf(element, name);
}

function below(element: XmlElement, isOne: (element: XmlElement) => boolean): XmlElement[] {
  return element.children.flatMap((child) => (isOne(child) ? [child] : below(child, isOne)));
}

const breaks = /^(?:p|div|br|li|tr|h[1-6]|prompt)$/;
const unsaid = /^(?:feedbackInline|feedbackBlock|rubricBlock|script|style)$/;

/** What a reader sees: a blank where something is to be written, and no other interaction. */
function proseOf(element: XmlElement): string {
  const raw = piecesOf(element).join('');
  return cleanText(raw.replace(/[^\S\n]+/g, ' ').replace(/ ?\n[ \n]*/g, '\n'));
}

function piecesOf(element: XmlElement): string[] {
  return element.content.flatMap((part) => {
    if (typeof part === 'string') return [part.replace(/\s+/g, ' ')];
    if (unsaid.test(part.name)) return [];
    if (part.name === 'textEntryInteraction') return ['____'];
    if (interactions.test(part.name)) return [];
    return breaks.test(part.name) ? ['\n', ...piecesOf(part), '\n'] : piecesOf(part);
  });
}
