import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AnkiNote, ankiHead, ankiLine } from './anki.ts';

const note: AnkiNote = {
  item: {
    kind: 'single',
    stem: 'Why did trade grow?',
    options: [
      { id: 'o2', text: 'Costs rose' },
      { id: 'o1', text: 'Costs fell' },
    ],
    lefts: [],
    choices: [],
  },
  right: 'Costs fell',
  evidence: ['Trade grew because costs fell.'],
  rationales: ['The text says so.'],
  course: { slug: 'fixture', title: 'Fixture course' },
  lesson: { slug: 'trade-and-money', title: 'Trade and money' },
};

/** As Anki reads a file of notes: `#` at the head of a line is a header or a comment, quotes hold a field together. */
function parse(text: string): { head: string[]; notes: string[][] } {
  const head: string[] = [];
  const notes: string[][] = [];
  let at = 0;
  while (at < text.length) {
    if (text[at] === '#') {
      const end = text.indexOf('\n', at);
      head.push(text.slice(at, end));
      at = end + 1;
      continue;
    }
    const fields: string[] = [];
    for (;;) {
      const found = /^"((?:[^"]|"")*)"([\t\n])/.exec(text.slice(at));
      if (found === null) throw new Error(`no field at ${at}`);
      fields.push((found[1] ?? '').replaceAll('""', '"'));
      at += found[0].length;
      if (found[2] === '\n') break;
    }
    notes.push(fields);
  }
  return { head, notes };
}

test('a file says how it is to be read, then has a note for each question', () => {
  const { head, notes } = parse(`${ankiHead}${ankiLine(note)}`);
  expect(head).toEqual(['#separator:tab', '#html:false', '#columns:Front\tBack\tTags', '#tags column:3']);
  expect(notes).toEqual([
    [
      'Why did trade grow?\n\nA. Costs rose\nB. Costs fell',
      'Costs fell\n\n“Trade grew because costs fell.”\n\nThe text says so.\n\nFixture course · Trade and money',
      'lectern::fixture::trade-and-money',
    ],
  ]);
});

test('the front of a matching and of an ordering question shows what is to be put where', () => {
  const matching = { ...note.item, options: [], lefts: ['2001', '2014'], choices: ['gas', 'treaty'] };
  expect(parse(ankiLine({ ...note, item: matching })).notes[0]?.[0]).toBe(
    'Why did trade grow?\n\n2001 → ?\n2014 → ?\n\n– gas\n– treaty',
  );
  const open = { ...note.item, options: [] };
  expect(parse(ankiLine({ ...note, item: open })).notes[0]?.[0]).toBe('Why did trade grow?');
});

test('no text breaks out of its field, begins a comment or adds a tag', () => {
  const line = ankiLine({
    ...note,
    item: { ...note.item, stem: '#not a comment\t"quoted"\r\nsecond line', options: [] },
    lesson: { slug: 'two words:here', title: 'x' },
  });
  const { head, notes } = parse(line);
  expect(head).toEqual([]);
  expect(notes[0]?.[0]).toBe('#not a comment\t"quoted"\nsecond line');
  expect(notes[0]?.[2]).toBe('lectern::fixture::two-words-here');
});

test('any stem comes back as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (stem) => {
      const { notes } = parse(ankiLine({ ...note, item: { ...note.item, stem, options: [] } }));
      expect(notes).toHaveLength(1);
      expect(notes[0]?.[0]).toBe(stem.replaceAll('\r', ''));
    }),
  );
});
