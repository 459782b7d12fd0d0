import { promptOrder } from './prompt-order.ts';
import type { Loss, Question } from './question.ts';
import { fitsXml, xmlText } from './xml.ts';

const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const schema = 'http://www.imsglobal.org/xsd/imsqti_v2p1';

/** The files of a QTI 2.1 package: an item a file, and the manifest that lists them. */
export function writeQti2(questions: readonly Question[]): { files: Map<string, string>; report: Loss[] } {
  const files = new Map<string, string>();
  const report: Loss[] = [];
  const resources = questions.map((question, at) => {
    const id = `q${at + 1}`;
    const path = `items/${id}.xml`;
    if (!fitsXml(question)) report.push({ code: 'characters-left-out', name: question.name, line: null });
    // An order is right or wrong there; Lectern marks what follows what.
    if (question.kind === 'ordering')
      report.push({ code: 'weights-left-out', name: question.name, line: null });
    files.set(path, itemOf(question, id));
    return `<resource identifier="${id}" type="imsqti_item_xmlv2p1" href="${path}"><file href="${path}"/></resource>`;
  });
  const manifest = `${head}<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" identifier="lectern">
<metadata><schema>QTIv2.1 Package</schema><schemaversion>1.0.0</schemaversion></metadata>
<organizations/>
<resources>
${resources.join('\n')}
</resources>
</manifest>
`;
  return { files: new Map([['imsmanifest.xml', manifest], ...files]), report };
}

type Parts = { declaration: string; interaction: string; marks: string };

function itemOf(question: Question, id: string): string {
  const { declaration, interaction, marks } = partsOf(question);
  const told =
    question.feedback === ''
      ? { declaration: '', rule: '', block: '' }
      : {
          declaration: outcome('SOLUTION', 'single', 'identifier'),
          rule: `<setOutcomeValue identifier="SOLUTION"><baseValue baseType="identifier">shown</baseValue></setOutcomeValue>`,
          block: `<modalFeedback outcomeIdentifier="SOLUTION" identifier="shown" showHide="show">${prose(question.feedback)}</modalFeedback>`,
        };
  const hasReasons = question.options.some(({ rationale }) => rationale !== '');
  const cardinality = question.kind === 'multiple' ? 'multiple' : 'single';
  const lines = [
    `<assessmentItem xmlns="${schema}" identifier="${id}" title="${xmlText(question.name)}" adaptive="false" timeDependent="false">`,
    declaration,
    outcome('SCORE', 'single', 'float'),
    ...(hasReasons ? [outcome('REASON', cardinality, 'identifier')] : []),
    told.declaration,
    `<itemBody>${interaction}</itemBody>`,
    '<responseProcessing>',
    marks,
    ...(hasReasons
      ? ['<setOutcomeValue identifier="REASON"><variable identifier="RESPONSE"/></setOutcomeValue>']
      : []),
    told.rule,
    '</responseProcessing>',
    told.block,
    '</assessmentItem>',
  ];
  return `${head}${lines.filter((line) => line !== '').join('\n')}\n`;
}

function partsOf(question: Question): Parts {
  const { kind, stem, options, pairs, order, accept } = question;
  switch (kind) {
    case 'single':
    case 'true-false':
    case 'multiple': {
      const right = options.flatMap(({ correct }, at) => (correct ? [`o${at + 1}`] : []));
      const isMultiple = kind === 'multiple';
      const share = (1 / right.length).toFixed(6);
      const mapping = options
        .map(({ correct }, at) => entry(`o${at + 1}`, correct ? share : `-${share}`))
        .join('');
      return {
        declaration: response(
          isMultiple ? 'multiple' : 'single',
          'identifier',
          right,
          isMultiple ? `<mapping lowerBound="0" upperBound="1" defaultValue="0">${mapping}</mapping>` : '',
        ),
        interaction: `<choiceInteraction responseIdentifier="RESPONSE" shuffle="${kind !== 'true-false'}" maxChoices="${isMultiple ? 0 : 1}">${prompt(stem)}${options
          .map(
            ({ text, rationale }, at) =>
              `<simpleChoice identifier="o${at + 1}">${prose(text)}${
                rationale === ''
                  ? ''
                  : `<feedbackInline outcomeIdentifier="REASON" identifier="o${at + 1}" showHide="show">${prose(rationale)}</feedbackInline>`
              }</simpleChoice>`,
          )
          .join('')}</choiceInteraction>`,
        marks: isMultiple ? mapped : matched,
      };
    }
    case 'short':
    case 'cloze':
      return {
        declaration: response(
          'single',
          'string',
          accept.slice(0, 1),
          `<mapping defaultValue="0">${accept.map((text) => entry(text, '1', ' caseSensitive="false"')).join('')}</mapping>`,
        ),
        interaction: textEntry(stem),
        marks: mapped,
      };
    case 'matching': {
      const rights = promptOrder(pairs.map(({ right }) => right));
      const keys = pairs.map(({ right }, at) => `l${at + 1} r${rights.indexOf(right) + 1}`);
      const share = (1 / pairs.length).toFixed(6);
      const set = (names: readonly string[], sign: string, most: number) =>
        `<simpleMatchSet>${names
          .map(
            (name, at) =>
              `<simpleAssociableChoice identifier="${sign}${at + 1}" matchMax="${most}">${prose(name)}</simpleAssociableChoice>`,
          )
          .join('')}</simpleMatchSet>`;
      return {
        declaration: response(
          'multiple',
          'directedPair',
          keys,
          `<mapping lowerBound="0" upperBound="1" defaultValue="0">${keys.map((key) => entry(key, share)).join('')}</mapping>`,
        ),
        interaction: `<matchInteraction responseIdentifier="RESPONSE" shuffle="true" maxAssociations="${pairs.length}">${prompt(stem)}${set(
          pairs.map(({ left }) => left),
          'l',
          1,
        )}${set(rights, 'r', pairs.length)}</matchInteraction>`,
        marks: mapped,
      };
    }
    case 'ordering': {
      const shown = promptOrder(order);
      return {
        declaration: response(
          'ordered',
          'identifier',
          order.map((text) => `e${shown.indexOf(text) + 1}`),
        ),
        interaction: `<orderInteraction responseIdentifier="RESPONSE" shuffle="true">${prompt(stem)}${shown
          .map((text, at) => `<simpleChoice identifier="e${at + 1}">${prose(text)}</simpleChoice>`)
          .join('')}</orderInteraction>`,
        marks: matched,
      };
    }
  }
}

const matched =
  '<responseCondition><responseIf><match><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></match><setOutcomeValue identifier="SCORE"><baseValue baseType="float">1</baseValue></setOutcomeValue></responseIf></responseCondition>';
const mapped =
  '<responseCondition><responseIf><not><isNull><variable identifier="RESPONSE"/></isNull></not><setOutcomeValue identifier="SCORE"><mapResponse identifier="RESPONSE"/></setOutcomeValue></responseIf></responseCondition>';

function response(cardinality: string, baseType: string, right: readonly string[], mapping = ''): string {
  const values = right.map((value) => `<value>${xmlText(value)}</value>`).join('');
  return `<responseDeclaration identifier="RESPONSE" cardinality="${cardinality}" baseType="${baseType}"><correctResponse>${values}</correctResponse>${mapping}</responseDeclaration>`;
}

function outcome(identifier: string, cardinality: string, baseType: string): string {
  return `<outcomeDeclaration identifier="${identifier}" cardinality="${cardinality}" baseType="${baseType}"/>`;
}

function entry(key: string, value: string, more = ''): string {
  return `<mapEntry mapKey="${xmlText(key)}" mappedValue="${value}"${more}/>`;
}

const prompt = (stem: string) => `<prompt>${prose(stem)}</prompt>`;
const prose = (text: string) => text.split('\n').map(xmlText).join('<br/>');

/** The blank itself is where to write; without one, that is under the question. */
function textEntry(stem: string): string {
  const field = '<textEntryInteraction responseIdentifier="RESPONSE"/>';
  const blank = /_{3,}/.exec(stem);
  if (blank === null) return `<p>${prose(stem)}</p><p>${field}</p>`;
  const after = stem.slice(blank.index + blank[0].length);
  return `<p>${prose(stem.slice(0, blank.index))}${field}${prose(after)}</p>`;
}
