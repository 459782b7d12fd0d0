import { promptOrder } from './prompt-order.ts';
import { type Loss, orderAsPairs, type Question } from './question.ts';
import { fitsXml, xmlText } from './xml.ts';

const head = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** The files of a QTI 1.2 package, as Canvas and other systems of its age take it in. */
export function writeQti1(
  title: string,
  questions: readonly Question[],
): { files: Map<string, string>; report: Loss[] } {
  const report: Loss[] = [];
  const items = questions.map((question, at) => {
    const lose = (code: Loss['code']) => report.push({ code, name: question.name, line: null });
    if (question.kind === 'ordering') lose('ordering-as-matching');
    // All or nothing, unless the system that takes it in marks by rules of its own.
    if (question.kind === 'multiple') lose('weights-left-out');
    if (!fitsXml(question)) lose('characters-left-out');
    return itemOf(question, `q${at + 1}`);
  });
  const file = `${head}<questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2">
<assessment ident="lectern" title="${xmlText(title)}">
<section ident="root_section">
${items.join('\n')}
</section>
</assessment>
</questestinterop>
`;
  const manifest = `${head}<manifest identifier="lectern_package" xmlns="http://www.imsglobal.org/xsd/imscp_v1p1">
<metadata><schema>IMS Content</schema><schemaversion>1.1.3</schemaversion></metadata>
<organizations/>
<resources><resource identifier="lectern" type="imsqti_xmlv1p2" href="questions.xml"><file href="questions.xml"/></resource></resources>
</manifest>
`;
  return {
    files: new Map([
      ['imsmanifest.xml', manifest],
      ['questions.xml', file],
    ]),
    report,
  };
}

/** The names by which Canvas tells the kinds apart. */
const types = {
  single: 'multiple_choice_question',
  multiple: 'multiple_answers_question',
  'true-false': 'true_false_question',
  short: 'short_answer_question',
  cloze: 'short_answer_question',
  matching: 'matching_question',
  ordering: 'matching_question',
} as const;

type Told = { ident: string; text: string };

function itemOf(question: Question, ident: string): string {
  const { presentation, conditions, told } = partsOf(question);
  const general: Told[] = question.feedback === '' ? [] : [{ ident: 'general_fb', text: question.feedback }];
  const always = general.map(
    (fb) =>
      `<respcondition continue="Yes"><conditionvar><other/></conditionvar>${linkTo(fb.ident)}</respcondition>`,
  );
  return `<item ident="${ident}" title="${xmlText(question.name.replace(/\s+/g, ' '))}">
<itemmetadata><qtimetadata>${field('question_type', types[question.kind])}${field('points_possible', '1')}</qtimetadata></itemmetadata>
<presentation>${material(question.stem)}${presentation}</presentation>
<resprocessing><outcomes><decvar maxvalue="100" minvalue="0" varname="SCORE" vartype="Decimal"/></outcomes>
${[...always, ...conditions].join('\n')}
</resprocessing>
${[...general, ...told].map(({ ident, text }) => `<itemfeedback ident="${ident}"><flow_mat>${material(text)}</flow_mat></itemfeedback>`).join('\n')}
</item>`;
}

function partsOf(question: Question): { presentation: string; conditions: string[]; told: Told[] } {
  const { kind, options, pairs, order, accept } = question;
  switch (kind) {
    case 'single':
    case 'true-false':
    case 'multiple': {
      const ids = options.map((_, at) => `o${at + 1}`);
      const told = options.flatMap(({ rationale }, at) =>
        rationale === '' ? [] : [{ ident: `${ids[at]}_fb`, text: rationale }],
      );
      const each = options.map(({ correct }, at) => {
        const is = `<varequal respident="response1">${ids[at]}</varequal>`;
        return correct ? is : `<not>${is}</not>`;
      });
      const right = options.flatMap(({ correct }, at) => (correct ? [each[at] ?? ''] : []));
      return {
        presentation: choices(
          'response1',
          kind === 'multiple' ? 'Multiple' : 'Single',
          ids,
          options.map(({ text }) => text),
        ),
        conditions: [
          ...told.map(
            (fb) =>
              `<respcondition continue="Yes"><conditionvar><varequal respident="response1">${fb.ident.slice(0, -3)}</varequal></conditionvar>${linkTo(fb.ident)}</respcondition>`,
          ),
          score(kind === 'multiple' ? `<and>${each.join('')}</and>` : right.join(''), 'Set', 100, 'No'),
        ],
        told,
      };
    }
    case 'short':
    case 'cloze':
      return {
        presentation:
          '<response_str ident="response1" rcardinality="Single"><render_fib><response_label ident="answer1"/></render_fib></response_str>',
        conditions: [
          score(
            accept
              .map((text) => `<varequal respident="response1" case="No">${xmlText(text)}</varequal>`)
              .join(''),
            'Set',
            100,
            'No',
          ),
        ],
        told: [],
      };
    case 'matching':
    case 'ordering': {
      const all = kind === 'ordering' ? orderAsPairs(order) : pairs;
      const rights = promptOrder(all.map(({ right }) => right));
      const ids = rights.map((_, at) => `r${at + 1}`);
      const share = Math.round(1e4 / all.length) / 100;
      return {
        presentation: all
          .map(({ left }, at) => choices(`response_l${at + 1}`, 'Single', ids, rights, material(left)))
          .join(''),
        conditions: all.map(({ right }, at) =>
          score(
            `<varequal respident="response_l${at + 1}">${ids[rights.indexOf(right)]}</varequal>`,
            'Add',
            share,
            'Yes',
          ),
        ),
        told: [],
      };
    }
  }
}

function choices(
  ident: string,
  cardinality: 'Single' | 'Multiple',
  ids: readonly string[],
  texts: readonly string[],
  before = '',
): string {
  const labels = texts.map(
    (text, at) => `<response_label ident="${ids[at]}">${material(text)}</response_label>`,
  );
  return `<response_lid ident="${ident}" rcardinality="${cardinality}">${before}<render_choice>${labels.join('')}</render_choice></response_lid>`;
}

function score(condition: string, action: 'Set' | 'Add', points: number, goesOn: 'Yes' | 'No'): string {
  return `<respcondition continue="${goesOn}"><conditionvar>${condition}</conditionvar><setvar action="${action}" varname="SCORE">${points}</setvar></respcondition>`;
}

const linkTo = (ident: string) => `<displayfeedback feedbacktype="Response" linkrefid="${ident}"/>`;
const material = (text: string) =>
  `<material><mattext texttype="text/plain">${xmlText(text)}</mattext></material>`;
const field = (label: string, value: string) =>
  `<qtimetadatafield><fieldlabel>${label}</fieldlabel><fieldentry>${value}</fieldentry></qtimetadatafield>`;
