import { expect, test } from 'vitest';
import { ordering, short, single } from './example-questions.ts';
import { writeMoodleXml } from './moodle-xml.ts';
import { readMoodleXml } from './moodle-xml-read.ts';

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
