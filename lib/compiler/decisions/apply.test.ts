import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Item } from '#lib/course/model.ts';
import { decisionsFileSchema } from '../decisions-file.ts';
import { compileText, lighthouseFrames, lighthouses } from '../lighthouses.fixture.ts';

const { course } = compileText(lighthouses);
const find = (stem: string, kind = 'single'): Item => {
  const found = course.items.find((item) => item.kind === kind && item.stem.includes(stem));
  if (found === undefined) throw new Error(`no item asks ${stem}`);
  return found;
};
const on = (decision: string, { id, kind, stem }: Item, more: object = {}) => ({
  decision,
  item: id,
  kind,
  stem,
  ...more,
});
const decide = (decisions: readonly unknown[], text = lighthouses) => compileText(text, { decisions });
const stems = (items: readonly Item[]) => items.map(({ stem }) => stem);
const bands = find('painted in broad bands');
const pitch = find('foghorns pitched low');

describe('a question that a person approved', () => {
  it('is marked so, and nothing else changes', () => {
    const after = decide([on('approved', bands)]).course;
    expect(after.items.filter(({ editorial }) => editorial !== undefined)).toEqual([
      { ...bands, editorial: { decision: 'approved', replaces: null } },
    ]);
    expect(after.items.map(({ editorial, ...item }) => item)).toEqual(course.items);
  });

  it('waits for another look when it has other options by then', () => {
    const options = bands.options.map(({ text }) => text);
    expect(decide([on('approved', bands, { options })]).outcomes[0]?.state).toBe('applied');
    const others = ['To guide birds', ...options.slice(1)];
    const { course: after, outcomes, diagnostics } = decide([on('approved', bands, { options: others })]);
    expect(outcomes[0]?.state).toBe('waiting');
    expect(after.items.filter(({ editorial }) => editorial !== undefined)).toEqual([]);
    expect(diagnostics.map(({ code }) => code)).toContain('decision-waiting');
  });

  it('is reported by its old stem when the document gives it no more', () => {
    const text = lighthouses.replace(
      'The tower was painted in broad bands in order to stand out',
      'It was grey and hard to see',
    );
    const { diagnostics, outcomes } = decide([on('approved', bands), on('approved', pitch)], text);
    expect(outcomes.map(({ state }) => state)).toEqual(['stale', 'applied']);
    const stale = diagnostics.filter(({ code }) => code === 'decision-stale');
    expect(stale.map(({ message }) => message.includes(bands.stem))).toEqual([true]);
  });
});

describe('a question that a person rejected', () => {
  it('is gone, and the others stay as they are', () => {
    const { course: after } = decide([on('rejected', pitch, { reason: 'Too easy.' })]);
    expect(stems(after.items)).toEqual(stems(course.items.filter(({ id }) => id !== pitch.id)));
  });

  it('does not come back in nearly the same words', () => {
    const reworded = lighthouseFrames.map((frame) =>
      frame.id === 'pitch'
        ? { ...frame, parts: { ...frame.parts, effect: 'the foghorns were pitched low' } }
        : frame,
    );
    const asks = (decisions: readonly unknown[]) =>
      compileText(lighthouses, { frames: reworded, decisions }).course.items.filter(
        ({ kind, stem }) => kind === 'single' && stem.includes('foghorns pitched low'),
      );
    const [again] = asks([]);
    expect(again?.id).not.toBe(pitch.id);
    expect(asks([on('rejected', pitch, { reason: 'Too easy.' })])).toEqual([]);
  });

  it('does not keep the same words from being asked in another kind', () => {
    const daymark = find('a pattern of paint', 'short');
    const asIfSingle = { ...daymark, kind: 'single' as const, id: 'i_other' };
    const { course: after, outcomes } = decide([on('rejected', asIfSingle, { reason: 'Unclear.' })]);
    expect(stems(after.items)).toContain(daymark.stem);
    expect(outcomes[0]?.state).toBe('dormant');
  });

  it('must be rejected for a reason', () => {
    const file = (decision: unknown) =>
      decisionsFileSchema.safeParse({ format: 'lectern-decisions/1', decisions: [decision] }).success;
    expect(file(on('rejected', pitch))).toBe(false);
    expect(file(on('rejected', pitch, { reason: 'Two answers are right.' }))).toBe(true);
  });
});

describe('a question that a person edited', () => {
  const edit = { stem: 'Why, according to the lesson, did foghorns have a low tone?' };

  it('asks the same claim from the same evidence, and says which question it replaces', () => {
    const after = decide([on('edited', pitch, { edit })]).course;
    const edited = after.items.find(({ stem }) => stem === edit.stem);
    expect(edited?.editorial).toEqual({ decision: 'edited', replaces: pitch.id });
    expect(edited?.id).not.toBe(pitch.id);
    expect([edited?.claimIds, edited?.evidence]).toEqual([pitch.claimIds, pitch.evidence]);
    expect(edited?.options.map(({ text }) => text).sort()).toEqual(
      pitch.options.map(({ text }) => text).sort(),
    );
    expect(stems(after.items)).not.toContain(pitch.stem);
    expect(after.items).toHaveLength(course.items.length);
  });

  it('keeps its id when only its wrong answers and reasons are edited', () => {
    const options = pitch.options.map(({ text, correct }) =>
      correct
        ? { text, correct }
        : { text: `${text} at that time`, correct, rationale: 'Nothing is said of it.' },
    );
    const after = decide([on('edited', pitch, { edit: { options } })]).course;
    const edited = after.items.find(({ id }) => id === pitch.id);
    expect(edited?.options.map(({ text }) => text).sort()).toEqual(options.map(({ text }) => text).sort());
    const key = (item: Item | undefined) => item?.options.find(({ correct }) => correct)?.rationale;
    expect(key(edited)).toBe(key(pitch));
  });

  it('that cannot be answered is reported and not asked, and neither is what it was to replace', () => {
    const options = pitch.options.map(({ text }) => ({ text, correct: false }));
    const { course: after, diagnostics } = decide([on('edited', pitch, { edit: { options } })]);
    expect(stems(after.items)).not.toContain(pitch.stem);
    const [report] = diagnostics.filter(({ code }) => code === 'decision-unusable');
    expect([report?.severity, report?.message]).toEqual([
      'error',
      expect.stringContaining('There are 0 keys'),
    ]);
  });

  it('that the screen finds fault with is asked and reported', () => {
    const stem = 'Which is NOT a reason that the lesson gives for the low tone of foghorns?';
    const { course: after, diagnostics } = decide([on('edited', pitch, { edit: { stem } })]);
    expect(stems(after.items)).toContain(stem);
    expect(diagnostics.map(({ code }) => code)).toContain('decision-flawed');
  });

  it('stands by its own quotation when the compiler makes its question no more', () => {
    const old = { ...pitch, id: 'i_of_an_older_compiler' };
    const options = pitch.options.map(({ text, correct, rationale }) => ({ text, correct, rationale }));
    const whole = { edit: { ...edit, options }, evidence: pitch.evidence.map(({ quote }) => quote) };
    const after = decide([on('edited', old, whole)]).course;
    const edited = after.items.find(({ stem }) => stem === edit.stem);
    expect(edited?.editorial).toEqual({ decision: 'edited', replaces: old.id });
    expect(edited?.claimIds).toEqual(pitch.claimIds);
    expect(decide([on('edited', old, { edit })]).outcomes[0]?.state).toBe('stale');
    const gone = lighthouses.replace(pitch.evidence[0]?.quote ?? '', 'The horns were heard far out.');
    expect(decide([on('edited', old, whole)], gone).outcomes[0]?.state).toBe('stale');
  });
});

describe('a question that a person added', () => {
  const quote = 'A dense fog could last for a week.';
  const added = {
    decision: 'added',
    kind: 'short',
    stem: 'For how long could a dense fog last, according to the lesson?',
    accept: ['a week', 'one week'],
    evidence: [quote],
  };

  it('stands in the lesson of its quotation, with the quotation as its evidence', () => {
    const after = decide([added]).course;
    const item = after.items.find(({ stem }) => stem === added.stem);
    const lesson = after.lessons.find(({ id }) => id === item?.lessonId);
    expect([lesson?.title, item?.claimIds, item?.accept]).toEqual(['Fog', [], added.accept]);
    const [span] = item?.evidence ?? [];
    expect(after.text.slice(span?.start, span?.end)).toBe(quote);
    expect(item?.editorial).toEqual({ decision: 'added', replaces: null });
  });

  it('is asked in the default quiz before what the compiler made of the same claim', () => {
    const own = {
      decision: 'added',
      kind: 'single',
      stem: 'A foghorn with a deep voice was chosen for what reason?',
      options: [
        { text: 'It is heard from further away', correct: true, rationale: 'The lesson says so.' },
        { text: 'It is cheaper to build and mend', correct: false, rationale: 'Nothing is said of cost.' },
        {
          text: 'It is easier on the ears of keepers',
          correct: false,
          rationale: 'Nothing is said of ears.',
        },
      ],
      evidence: ['Foghorns were pitched low because deep sounds carry further over water.'],
    };
    expect(pitch.selected).toBe(true);
    const after = decide([own]).course;
    const selected = after.items.filter(
      (item) => item.selected && item.claimIds.includes(pitch.claimIds[0] ?? ''),
    );
    expect(stems(selected)).toEqual([own.stem]);
    expect(stems(after.items)).toContain(pitch.stem);
  });

  it('takes the place of a question that the compiler made in nearly the same words', () => {
    const own = {
      ...added,
      stem: `${pitch.stem} Answer in a few words.`,
      evidence: [pitch.evidence[0]?.quote],
    };
    const after = decide([own]).course;
    expect(stems(after.items)).toContain(own.stem);
    expect(stems(after.items)).not.toContain(pitch.stem);
  });

  it.each([
    ['does not stand in the document', ['A dense fog could last for a month.']],
    ['more than once', ['Keepers']],
    ['outside the sentences', ['Towers']],
  ])('with a quotation that %s is reported and not asked', (fault, evidence) => {
    const { course: after, diagnostics } = decide([{ ...added, evidence }]);
    expect(stems(after.items)).not.toContain(added.stem);
    const [report] = diagnostics.filter(({ code }) => code === 'decision-unusable');
    expect(report?.message).toContain(fault);
  });
});

describe('decisions', () => {
  it('on one question twice: the first holds, and the second is reported', () => {
    const twice = [on('approved', bands), on('rejected', bands, { reason: 'Changed my mind.' })];
    const { course: after, outcomes } = decide(twice);
    expect(stems(after.items)).toContain(bands.stem);
    expect(outcomes.map(({ state }) => state)).toEqual(['applied', 'repeated']);
  });

  it('each have an outcome; none, or an approval of everything, changes no question', () => {
    expect(decide([]).course).toEqual(course);
    const all = decide(course.items.map((item) => on('approved', item)));
    expect(all.outcomes.map(({ state }) => state)).toEqual(course.items.map(() => 'applied'));
    expect(all.course.items.map(({ editorial, ...item }) => item)).toEqual(course.items);
  });

  it('that approve all of a bank with pairs, lists and sets of questions add none to it', () => {
    const folder = new URL('../../../content/russia-china-2024/', import.meta.url);
    const article = readFileSync(new URL('article.md', folder), 'utf8');
    const frames = JSON.parse(readFileSync(new URL('claims.json', folder), 'utf8')).claims;
    const bank = compileText(article, { frames }).course.items;
    const approved = compileText(article, { frames, decisions: bank.map((item) => on('approved', item)) });
    expect(approved.course.items.map(({ editorial, ...item }) => item)).toEqual(bank);
  });
});
