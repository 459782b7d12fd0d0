import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '#lib/source/markdown.ts';
import { compile } from './compile.ts';
import { correctOutline } from './outline.ts';
import { type OutlineCorrection, outlineFileSchema } from './outline-file.ts';

const about = (thing: string) =>
  `The ${thing} stood at the end of the quay and was known to every boat on the coast. ` +
  `Whoever came home at night looked for the ${thing} first, and counted the houses from there. ` +
  'In winter nobody came at all.';
const opening =
  'All who lived on this coast were sailors, or married to one, and knew each rock by its name. Their children learned to row before they learned to read, and nobody thought that strange, for the only road inland was a mule track over two passes.';
const document = parseMarkdown(
  `# Lights\n\n${opening}\n\n## Lamp\n\n${about('**old lamp**')}\n\n## Horn\n\n${about('horn')}\n\n## Bell\n\n${about('bell')}\n`,
);

function correct(...corrections: OutlineCorrection[]) {
  const file = outlineFileSchema.parse({ format: 'lectern-outline/1', corrections });
  const corrected = correctOutline(document, file);
  const { text } = corrected.document;
  return {
    ...corrected,
    titles: corrected.sections.map((section) => section.title),
    textOf: (title: string) =>
      corrected.sections
        .filter((section) => section.title === title)
        .map(({ start, end }) => text.slice(start, end))[0],
    misfits: corrected.diagnostics
      .filter(({ code }) => code === 'outline-misfit')
      .map(({ message }) => message),
  };
}

describe('an author corrects the outline', () => {
  test('a section is renamed, and its heading with it', () => {
    const { titles, textOf, misfits } = correct({ rename: 'horn', title: 'The Fog Horn' });
    expect(titles).toEqual(['Overview', 'Lamp', 'The Fog Horn', 'Bell']);
    expect(textOf('The Fog Horn')).toBe(`The Fog Horn\n\n${about('horn')}`);
    expect(misfits).toEqual([]);
  });

  test('sections are merged in the order in which they are named', () => {
    const { titles, textOf } = correct({ merge: ['Bell', 'Lamp'], title: 'Bell and Lamp' });
    expect(titles).toEqual(['Overview', 'Horn', 'Bell and Lamp']);
    expect(textOf('Bell and Lamp')).toBe(`Bell and Lamp\n\n${about('bell')}\n\nLamp\n\n${about('old lamp')}`);
  });

  test('a section is split before a quoted sentence, and before a quoted block', () => {
    const { titles, textOf } = correct({ split: 'Lamp', at: 'In winter', title: 'Winter' });
    expect(titles).toEqual(['Overview', 'Lamp', 'Winter', 'Horn', 'Bell']);
    expect(textOf('Winter')).toBe('In winter nobody came at all.');
    expect(textOf('Lamp')).not.toContain('winter');
    const merged = correct(
      { merge: ['Lamp', 'Horn'] },
      { split: 'Lamp', at: 'The horn stood', title: 'Horn again' },
    );
    expect(merged.textOf('Horn again')).toBe(about('horn'));
  });

  test('sections are put in another order; those not named follow', () => {
    const { titles, document: moved } = correct({ order: ['Bell', 'Overview'] });
    expect(titles).toEqual(['Bell', 'Overview', 'Lamp', 'Horn']);
    expect(moved.text.startsWith(`Lights\n\nBell\n\n${about('bell')}\n\n${opening}`)).toBe(true);
  });

  test('a section is left out with its text and its terms', () => {
    const { titles, document: kept } = correct({ leaveOut: 'Lamp' });
    expect(titles).toEqual(['Overview', 'Horn', 'Bell']);
    expect(kept.text).not.toContain('lamp');
    expect(kept.marked).toEqual([]);
  });

  test('one correction builds on those before it', () => {
    const { titles, misfits } = correct(
      { rename: 'Bell', title: 'The Bell' },
      { order: ['The Bell'] },
      { leaveOut: 'Overview' },
    );
    expect(titles).toEqual(['The Bell', 'Lamp', 'Horn']);
    expect(misfits).toEqual([]);
  });

  test('terms and spans keep to their words wherever these go', () => {
    const { document: moved } = correct(
      { order: ['Bell', 'Horn'] },
      { split: 'Lamp', at: 'Whoever', title: 'Home' },
    );
    expect(moved.marked.map((span) => span.quote)).toEqual(['old lamp', 'old lamp']);
    for (const { start, end, quote } of moved.marked) expect(moved.text.slice(start, end)).toBe(quote);
  });

  test('a section keeps its id when others change', () => {
    const before = correctOutline(document, null).sections.find(({ title }) => title === 'Horn');
    const after = correct({ leaveOut: 'Lamp' }, { order: ['Bell'] }).sections.find(
      ({ title }) => title === 'Horn',
    );
    expect(after?.id).toBe(before?.id);
  });
});

describe('a correction that does not fit', () => {
  test.each<[OutlineCorrection, string]>([
    [{ rename: 'Drum', title: 'A' }, 'there is no section “Drum”. There are “Overview”, “Lamp”'],
    [
      { split: 'Horn', at: 'stood at', title: 'A' },
      'no sentence and no block of “Horn” begins with “stood at”',
    ],
    [{ split: 'Horn', at: 'Horn', title: 'A' }, 'is where “Horn” begins already'],
    [{ merge: ['Horn', 'horn'] }, 'it names a section twice'],
    [{ order: ['Horn', 'Drum'] }, 'there is no section “Drum”'],
  ])('%j is passed over, and the author is told why', (correction, reason) => {
    const { titles, misfits } = correct(correction, { leaveOut: 'Bell' });
    expect(misfits).toHaveLength(1);
    expect(misfits[0]).toContain(`Correction 1 of the outline does not fit: `);
    expect(misfits[0]).toContain(reason);
    expect(titles).toEqual(['Overview', 'Lamp', 'Horn']);
  });

  test('leaving out every section stops at the last', () => {
    const { titles, misfits } = correct(
      ...['Overview', 'Lamp', 'Horn', 'Bell'].map((leaveOut) => ({ leaveOut })),
    );
    expect(titles).toEqual(['Bell']);
    expect(misfits).toHaveLength(1);
  });

  test('two sections of one title are told apart by their ids', () => {
    const twice = parseMarkdown(`# Lights\n\n## Lamp\n\n${about('lamp')}\n\n## Lamp\n\n${about('wick')}\n`);
    const { sections } = correctOutline(twice, null);
    const corrections = [{ leaveOut: 'Lamp' }, { leaveOut: sections[1]?.id ?? '' }];
    const corrected = correctOutline(twice, { format: 'lectern-outline/1', corrections });
    expect(corrected.diagnostics[0]?.message).toContain('there are 2 sections “Lamp”');
    expect(corrected.document.text).not.toContain('wick');
  });

  test('a file with other keys or without a title is refused', () => {
    const read = (correction: object) =>
      outlineFileSchema.safeParse({ format: 'lectern-outline/1', corrections: [correction] }).success;
    expect(read({ leaveOut: 'Horn' })).toBe(true);
    expect(read({ rename: 'Horn' })).toBe(false);
    expect(read({ leaveOut: 'Horn', title: 'A' })).toBe(false);
    expect(read({ split: 'Horn', at: '', title: 'A' })).toBe(false);
  });
});

test('a course is compiled from the corrected outline, and each quotation stands in its text', () => {
  const { course } = compile({
    document,
    sha256: '',
    outline: { format: 'lectern-outline/1', corrections: [{ order: ['Bell'] }, { leaveOut: 'Horn' }] },
  });
  expect(course.lessons.map((lesson) => lesson.title)).toEqual(['Bell', 'Overview', 'Lamp']);
  for (const { start, end, quote } of course.lessons.flatMap((lesson) => lesson.summary))
    expect(course.text.slice(start, end)).toBe(quote);
});
