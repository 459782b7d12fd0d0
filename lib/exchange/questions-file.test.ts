import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { writeGift } from './gift.ts';
import { readGift } from './gift-read.ts';
import { writeMoodleXml } from './moodle-xml.ts';
import { readMoodleXml } from './moodle-xml-read.ts';
import type { Question } from './question.ts';
import { questionFormats, questionsFile } from './questions-file.ts';
import { readXml, type XmlElement } from './xml.ts';

const none = { options: [], pairs: [], order: [], accept: [] };
const base = { name: 'q', category: 'Trade', feedback: '“Costs fell.”', ...none };
const option = (text: string, correct: boolean, rationale: string) => ({ text, correct, rationale });

const single: Question = {
  ...base,
  kind: 'single',
  stem: 'Why {did} a < b = c?',
  options: [option('50% ~ more', false, 'No: 1#2'), option('Costs fell', true, 'Stated in 1.2')],
};
const multiple: Question = {
  ...base,
  kind: 'multiple',
  stem: 'Which?',
  options: [
    option('A', true, ''),
    option('B', true, ''),
    option('C', true, ''),
    option('D', false, 'Not so'),
  ],
};
const trueFalse: Question = {
  ...base,
  kind: 'true-false',
  stem: 'It rose.',
  options: [option('True', false, 'It fell.'), option('False', true, 'Yes.')],
};
const short: Question = { ...base, kind: 'short', stem: 'Which word?', accept: ['C*', 'bloc'], feedback: '' };
const cloze: Question = { ...base, kind: 'cloze', stem: 'It is ____.', accept: ['a bloc'], feedback: '' };
const matching: Question = {
  ...base,
  kind: 'matching',
  stem: 'Match.',
  pairs: [
    { left: '2001', right: 'treaty' },
    { left: '2014', right: 'gas -> deal' },
  ],
};
const ordering: Question = { ...base, kind: 'ordering', stem: 'Order.', order: ['b first', 'a second'] };
const all = [single, multiple, trueFalse, short, cloze, matching, ordering];
const course = { slug: 'fixture', title: 'Fixture & course' };

test('GIFT, to the letter', () => {
  const { text, report } = writeGift(all);
  expect(text).toBe(String.raw`$CATEGORY: Trade

::q::[plain]Why \{did\} a < b \= c? {
	~50% \~ more
		#No\: 1\#2
	=Costs fell
		#Stated in 1.2
	####“Costs fell.”
}

::q::[plain]Which? {
	~%33.33333%A
	~%33.33333%B
	~%33.33333%C
	~%-33.33333%D
		#Not so
	####“Costs fell.”
}

::q::[plain]It rose. {FALSE#It fell.#Yes.
	####“Costs fell.”
}

::q::[plain]Which word? {
	=%100%C\*
	=%100%bloc
}

::q::[plain]It is ____. {
	=%100%a bloc
}

::q::[plain]Match. {
	=2001 -> treaty
	=2014 -> gas → deal
	####“Costs fell.”
}

::q::[plain]Order. {
	=1 -> b first
	=2 -> a second
	####“Costs fell.”
}
`);
  expect(report.map(({ code }) => code)).toEqual(['arrow-replaced', 'ordering-as-matching']);
});

describe('GIFT as people write it', () => {
  const read = (text: string) => {
    const found = readGift(text);
    if (!found.ok) throw new Error(found.refusal);
    return found.value;
  };

  test('comments, categories, a missing word, several questions', () => {
    const { questions, report } = read(
      [
        '// a bank',
        '$CATEGORY: History//Asia',
        '',
        'The capital of Russia is {=Moscow =Moskva} today.',
        '',
        '::Two:: The sky is blue.{T}',
        '// note within',
        '',
        'Who?{=Xi#Right ~Putin#No',
        '~Obama}',
      ].join('\r\n'),
    );
    expect(report).toEqual([]);
    expect(questions).toMatchObject([
      {
        kind: 'cloze',
        stem: 'The capital of Russia is ____ today.',
        accept: ['Moscow', 'Moskva'],
        category: 'History/Asia',
      },
      {
        kind: 'true-false',
        name: 'Two',
        stem: 'The sky is blue.',
        options: [{ correct: true }, { correct: false }],
      },
      {
        kind: 'single',
        stem: 'Who?',
        options: [{ text: 'Xi', rationale: 'Right' }, { text: 'Putin' }, { text: 'Obama' }],
      },
    ]);
  });

  test('what is not understood is told with its line', () => {
    const { questions, report } = read(
      'Only text.\n\nEssay {}\n\nWhen? {#1991:2}\n\n::W::Half?{=a ~%50%b}\n\nOpen {=a\n\nStar {=b*}\n\n{=x}',
    );
    expect(questions.map(({ name }) => name)).toEqual(['W']);
    expect(report.map(({ code, line }) => [code, line])).toEqual([
      ['unsupported-kind', 1],
      ['unsupported-kind', 3],
      ['unsupported-kind', 5],
      ['weights-left-out', 7],
      ['unfinished', 9],
      ['wildcard-left-out', 11],
      ['no-answer', 11],
      ['no-question-text', 13],
    ]);
  });

  test('of markup only its text is left, of a script nothing', () => {
    const { questions, report } = read(
      '[html]<p onclick\\="x">Why &lt;b&gt;?</p><script>alert(1)</script><img src\\=x>{=<b>So</b> ~No}',
    );
    expect(questions).toMatchObject([{ stem: 'Why <b>?', options: [{ text: 'So' }, { text: 'No' }] }]);
    expect(report.map(({ code }) => code)).toEqual(['picture-left-out']);
  });
});

test('Moodle XML, to the letter', () => {
  const { text, report } = writeMoodleXml([{ ...single, name: 'a & b' }, ordering]);
  expect(text).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<quiz>
<question type="category"><category><text>Trade</text></category></question>
<question type="multichoice">
  <name><text>a &amp; b</text></name>
  <questiontext format="plain_text"><text>Why {did} a &lt; b = c?</text></questiontext>
  <generalfeedback format="plain_text"><text>“Costs fell.”</text></generalfeedback>
  <defaultgrade>1</defaultgrade>
  <penalty>0</penalty>
  <hidden>0</hidden>
  <single>true</single>
  <shuffleanswers>true</shuffleanswers>
  <answernumbering>abc</answernumbering>
  <answer fraction="0" format="plain_text"><text>50% ~ more</text><feedback format="plain_text"><text>No: 1#2</text></feedback></answer>
  <answer fraction="100" format="plain_text"><text>Costs fell</text><feedback format="plain_text"><text>Stated in 1.2</text></feedback></answer>
</question>
<question type="ordering">
  <name><text>q</text></name>
  <questiontext format="plain_text"><text>Order.</text></questiontext>
  <generalfeedback format="plain_text"><text>“Costs fell.”</text></generalfeedback>
  <defaultgrade>1</defaultgrade>
  <penalty>0</penalty>
  <hidden>0</hidden>
  <layouttype>VERTICAL</layouttype>
  <selecttype>ALL</selecttype>
  <selectcount>0</selectcount>
  <gradingtype>RELATIVE_NEXT_EXCLUDE_LAST</gradingtype>
  <showgrading>SHOW</showgrading>
  <numberingstyle>none</numberingstyle>
  <answer fraction="1" format="plain_text"><text>b first</text></answer>
  <answer fraction="2" format="plain_text"><text>a second</text></answer>
</question>
</quiz>
`);
  expect(report.map(({ code }) => code)).toEqual(['needs-moodle-4.4']);
});

test('what XML cannot hold is left out and told', () => {
  const { text, report } = writeMoodleXml([{ ...short, stem: 'a\u0007b' }]);
  expect(text).toContain('<text>ab</text>');
  expect(report.map(({ code }) => code)).toEqual(['characters-left-out']);
});

test('Moodle XML as Moodle writes it', () => {
  const found = readMoodleXml(`<?xml version="1.0"?>
<!-- exported -->
<quiz><question type="multichoice"><name><text>N</text></name>
<questiontext format="html"><text><![CDATA[<p>Why&nbsp;so?</p><p><img src="@@PLUGINFILE@@/x.png"></p>]]></text><file name="x.png">AAAA</file></questiontext>
<single>false</single>
<answer fraction="50" format="html"><text>&lt;b&gt;A&lt;/b&gt;</text><feedback format="html"><text>Yes</text></feedback></answer>
<answer fraction="50" format="html"><text>B</text></answer>
<answer fraction="-100" format="html"><text>C</text></answer></question>
<question type="essay"><name><text>E</text></name><questiontext><text>Write</text></questiontext></question></quiz>`);
  expect(found).toMatchObject({
    ok: true,
    value: {
      questions: [
        {
          kind: 'multiple',
          stem: 'Why so?',
          options: [
            { text: 'A', correct: true, rationale: 'Yes' },
            { text: 'B', correct: true },
            { text: 'C', correct: false },
          ],
        },
      ],
    },
  });
  if (!found.ok) return;
  expect([...new Set(found.value.report.map(({ code, line }) => `${code} ${line}`))]).toEqual([
    'picture-left-out 3',
    'weights-left-out 3',
    'unsupported-kind 9',
  ]);
});

test.each([
  ['<!DOCTYPE quiz [<!ENTITY a "b">]><quiz/>', 'doctype'],
  ['<quiz><question></quiz>', 'damaged'],
  ['<html/>', 'other-format'],
  ['', 'damaged'],
  ['<quiz/><quiz/>', 'damaged'],
  [`<quiz>${'<a>'.repeat(70)}${'</a>'.repeat(70)}</quiz>`, 'too-deep'],
])('%.40s is refused: %s', (text, refusal) => {
  expect(readMoodleXml(text)).toEqual({ ok: false, refusal });
});

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
