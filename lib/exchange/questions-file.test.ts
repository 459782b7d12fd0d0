import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { all, single } from './example-questions.ts';
import type { Question } from './question.ts';
import { questionFormats, questionsFile } from './questions-file.ts';
import { readXml, type XmlElement } from './xml.ts';

const course = { slug: 'fixture', title: 'Fixture & course' };

describe('packages', () => {
  const filesOf = (format: 'qti1' | 'qti2', questions: Question[]) => {
    const { content, report } = questionsFile(format, course, questions);
    if (typeof content === 'string') throw new Error('no archive');
    const files = Object.entries(unzipSync(content)).map(([path, bytes]) => [
      path,
      new TextDecoder().decode(bytes),
    ]);
    return { files: Object.fromEntries(files) as Record<string, string>, report };
  };
  const parsed = (text: string | undefined): XmlElement => {
    const found = readXml(text ?? '');
    if (!found.ok) throw new Error(found.refusal);
    return found.value;
  };
  const within = (element: XmlElement, name: string): XmlElement[] =>
    element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...within(child, name)]);

  test('a QTI 2.1 package lists its items, each well formed', () => {
    const { files, report } = filesOf('qti2', all);
    const listed = within(parsed(files['imsmanifest.xml']), 'resource').map(({ attributes }) =>
      attributes.get('href'),
    );
    expect(listed).toEqual(all.map((_, at) => `items/q${at + 1}.xml`));
    expect(Object.keys(files).sort()).toEqual(['imsmanifest.xml', ...listed].sort());
    for (const path of listed) expect(parsed(files[path ?? '']).name).toBe('assessmentItem');
    expect(report.map(({ code }) => code)).toEqual(['weights-left-out']);
  });

  test('a QTI 2.1 item says what is right, what each option earns and why', () => {
    const { files } = filesOf('qti2', all);
    const values = (at: number) => within(parsed(files[`items/q${at}.xml`]), 'value').map(({ text }) => text);
    const map = (at: number) =>
      within(parsed(files[`items/q${at}.xml`]), 'mapEntry').map(({ attributes }) => [
        attributes.get('mapKey'),
        attributes.get('mappedValue'),
      ]);
    expect(values(1)).toEqual(['o2']);
    expect(map(2)).toEqual([
      ['o1', '0.333333'],
      ['o2', '0.333333'],
      ['o3', '0.333333'],
      ['o4', '-0.333333'],
    ]);
    expect(map(4)).toEqual([
      ['C*', '1'],
      ['bloc', '1'],
    ]);
    expect(values(6)).toEqual(['l1 r2', 'l2 r1']);
    // Shown in an order that says nothing; the key says the right one.
    expect(values(7)).toEqual(['e2', 'e1']);
    expect(files['items/q1.xml']).toContain('Why {did} a &lt; b = c?');
    expect(within(parsed(files['items/q1.xml']), 'feedbackInline').map(({ text }) => text)).toEqual([
      'No: 1#2',
      'Stated in 1.2',
    ]);
    expect(files['items/q5.xml']).toContain('It is <textEntryInteraction responseIdentifier="RESPONSE"/>.');
  });

  test('a QTI 1.2 package holds all questions in one file, with their keys and feedback', () => {
    const { files, report } = filesOf('qti1', all);
    const items = within(parsed(files['questions.xml']), 'item');
    expect(items.map((item) => within(item, 'fieldentry')[0]?.text)).toEqual([
      'multiple_choice_question',
      'multiple_answers_question',
      'true_false_question',
      'short_answer_question',
      'short_answer_question',
      'matching_question',
      'matching_question',
    ]);
    const last = (at: number) => within(items[at] as XmlElement, 'respcondition').at(-1) as XmlElement;
    expect(within(last(0), 'varequal').map(({ text }) => text)).toEqual(['o2']);
    expect(within(last(1), 'not')).toHaveLength(1);
    expect(within(last(3), 'varequal').map(({ text }) => text)).toEqual(['C*', 'bloc']);
    expect(within(last(5), 'setvar').map(({ text }) => text)).toEqual(['50']);
    expect(within(items[0] as XmlElement, 'itemfeedback')).toHaveLength(3);
    expect(files['questions.xml']).toContain('title="Fixture &amp; course"');
    expect(report.map(({ code }) => code)).toEqual(['weights-left-out', 'ordering-as-matching']);
  });

  test('the same questions give the same bytes', () => {
    expect(questionsFile('qti2', course, all).content).toEqual(questionsFile('qti2', course, all).content);
  });
});

test('for Anki each question is a card, with its lesson as a tag', () => {
  const { content } = questionsFile('anki', course, [single]);
  expect(content).toContain('"Costs fell\n\n“Costs fell.”\n\nStated in 1.2\n\nFixture & course · Trade"');
  expect(content).toContain('lectern::fixture::Trade');
});

test('every format takes a course without questions', () => {
  for (const format of questionFormats) expect(questionsFile(format, course, []).report).toEqual([]);
});
