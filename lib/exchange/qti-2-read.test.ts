import { expect, test } from 'vitest';
import { readQti2 } from './qti-2-read.ts';

const item = (title: string, rest: string) => `<?xml version="1.0"?>
<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="${title}" title="${title}">${rest}</assessmentItem>`;

const choice = item(
  'Choice',
  `<responseDeclaration identifier="R" cardinality="single" baseType="identifier">
  <correctResponse><value>B</value></correctResponse></responseDeclaration>
<itemBody><p>Look  at <b>this</b>.</p><img src="x.png"/>
<choiceInteraction responseIdentifier="R" maxChoices="1"><prompt>Which?</prompt>
<simpleChoice identifier="A">One<feedbackInline outcomeIdentifier="F" identifier="A">No</feedbackInline></simpleChoice>
<simpleChoice identifier="B">Two &amp; more</simpleChoice></choiceInteraction></itemBody>
<modalFeedback outcomeIdentifier="F" identifier="A">a</modalFeedback>
<modalFeedback outcomeIdentifier="F" identifier="B">b</modalFeedback>`,
);
const gap = item(
  'Gap',
  `<responseDeclaration identifier="R"><correctResponse><value>York</value></correctResponse>
<mapping defaultValue="0"><mapEntry mapKey="York" mappedValue="1"/><mapEntry mapKey="york" mappedValue="0.5"/></mapping></responseDeclaration>
<itemBody><p>Now is the winter in <textEntryInteraction responseIdentifier="R"/>.</p></itemBody>`,
);
const all = item(
  'Several',
  `<responseDeclaration identifier="R"><correctResponse><value>A</value><value>B</value></correctResponse></responseDeclaration>
<itemBody><choiceInteraction responseIdentifier="R" maxChoices="0"><prompt>All?</prompt>
<simpleChoice identifier="A">a</simpleChoice><simpleChoice identifier="B">b</simpleChoice><simpleChoice identifier="C">c</simpleChoice>
</choiceInteraction></itemBody>`,
);
const essay = item('Essay', '<itemBody><extendedTextInteraction responseIdentifier="R"/></itemBody>');
const two = item('Two', '<itemBody><p><textEntryInteraction/> and <textEntryInteraction/></p></itemBody>');

test('items as other programs write them, and what of them is not understood', () => {
  const files = {
    'imsmanifest.xml': '<manifest/>',
    'a.xml': choice,
    'b.xml': gap,
    'c.xml': all,
    'd.xml': essay,
    'e.xml': two,
  };
  const found = readQti2(new Map(Object.entries(files)));
  if (!found.ok) throw new Error(found.refusal);
  expect(found.value.questions).toMatchObject([
    {
      kind: 'single',
      stem: 'Look at this.\nWhich?',
      options: [
        { text: 'One', correct: false, rationale: 'No' },
        { text: 'Two & more', correct: true, rationale: '' },
      ],
      feedback: '',
    },
    { kind: 'cloze', stem: 'Now is the winter in ____.', accept: ['York', 'york'] },
    { kind: 'multiple', stem: 'All?', options: [{ correct: true }, { correct: true }, { correct: false }] },
  ]);
  expect(found.value.report.map(({ name, code }) => `${name}: ${code}`)).toEqual([
    'Choice: picture-left-out',
    'Choice: rationale-left-out',
    'Gap: weights-left-out',
    'Several: weights-left-out',
    'Essay: unsupported-kind',
    'Two: unsupported-kind',
  ]);
});

test.each([
  [{ 'a.xml': '<!DOCTYPE x><x/>' }, 'doctype'],
  [{ 'a.xml': '<assessmentItem>' }, 'damaged'],
  [{ 'imsmanifest.xml': '<manifest/>' }, 'other-format'],
  [{}, 'other-format'],
])('%j is refused: %s', (files, refusal) => {
  expect(readQti2(new Map(Object.entries(files)))).toEqual({ ok: false, refusal });
});
