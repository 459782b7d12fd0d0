import { compile } from '#lib/compiler/compile.ts';
import { type Course, courseSchema, type Item, type ItemKind, type Span } from '#lib/course/model.ts';
import { parseMarkdown } from '#lib/source/markdown.ts';

const article = `# How a tide works

## The tide

The Moon pulls the water of the sea towards it, and so the water rises on the side that faces the Moon. A spring tide is a tide at which the Sun and the Moon pull in one line. A neap tide is a tide at which they pull at right angles. Most coasts have two high tides in a day, because the Earth turns once under two bulges of water. A tidal range is the difference in height between high and low water. Harbours print tables of the tides in order to let ships leave at high water. The water first rises, then stands for a while, and then falls.
`;

/** One lesson that asks one question of each kind: what the bundled course may not happen to have. */
export function allKindsCourse(): Course {
  const { course } = compile({ document: parseMarkdown(article), sha256: '0'.repeat(64) });
  const lessonId = course.lessons[0]?.id ?? '';
  const at = (quote: string): Span => {
    const start = course.text.indexOf(quote);
    if (start === -1) throw new Error(`not in the article: ${quote}`);
    return { start, end: start + quote.length, quote };
  };
  const item = (kind: ItemKind, stem: string, quote: string, key: Partial<Item>): Item => ({
    id: `all-kinds-${kind}`,
    lessonId,
    claimIds: [],
    kind,
    stem,
    bloom: 'remember',
    difficulty: 0.5,
    options: [],
    pairs: [],
    order: [],
    accept: [],
    evidence: [at(quote)],
    selected: true,
    ...key,
  });
  const options = (kind: string, ...texts: [text: string, correct: boolean][]) => ({
    options: texts.map(([text, correct], index) => ({
      id: `all-kinds-${kind}-${index}`,
      text,
      correct,
      rationale: correct ? 'The article says so.' : 'The article does not say so.',
      evidence: null,
    })),
  });
  const spring = 'A spring tide is a tide at which the Sun and the Moon pull in one line.';
  const neap = 'A neap tide is a tide at which they pull at right angles.';
  const range = 'A tidal range is the difference in height between high and low water.';
  const most =
    'Most coasts have two high tides in a day, because the Earth turns once under two bulges of water.';
  const items = [
    item('single', 'At which tide do the Sun and the Moon pull in one line?', spring, {
      ...options('single', ['A spring tide', true], ['A neap tide', false], ['A low tide', false]),
    }),
    item('multiple', 'Which bodies pull in one line at a spring tide?', spring, {
      ...options('multiple', ['The Sun', true], ['The Moon', true], ['Mars', false], ['Venus', false]),
    }),
    item('true-false', 'At a neap tide the Sun and the Moon pull at right angles.', neap, {
      ...options('true-false', ['True', true], ['False', false]),
    }),
    item('short', 'What is the difference in height between high and low water called?', range, {
      accept: ['tidal range', 'a tidal range', 'the tidal range'],
    }),
    item('cloze', 'Most coasts have ____ high tides in a day.', most, { accept: ['two', '2'] }),
    item('matching', 'Match each tide with how the Sun and the Moon pull.', neap, {
      pairs: [
        { left: 'spring tide', right: 'in one line' },
        { left: 'neap tide', right: 'at right angles' },
      ],
    }),
    item('ordering', 'Put in order what the water does.', 'The water first rises', {
      order: ['It rises', 'It stands for a while', 'It falls'],
    }),
  ];
  return courseSchema.parse({ ...course, items });
}
