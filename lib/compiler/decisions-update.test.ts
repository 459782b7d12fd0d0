import { describe, expect, it } from 'vitest';
import { decisionsFileSchema } from './decisions-file.ts';
import { updateDecisionsFile } from './decisions-update.ts';
import { compileText, lighthouses } from './lighthouses.fixture.ts';

type Entry = Record<string, unknown>;

function update(text: string, entries: Entry[] | null) {
  if (entries === null) return updateDecisionsFile(compileText(text).course, null);
  const file = decisionsFileSchema.parse({ format: 'lectern-decisions/1', decisions: entries });
  return updateDecisionsFile(compileText(text, { decisions: entries }).course, { file, entries });
}

const { course } = compileText(lighthouses);
const listed = update(lighthouses, null).file.decisions;
const pitch = listed.findIndex(({ stem }) => String(stem).includes('foghorns pitched low'));
const decided = (more: Entry) => listed.map((entry, at) => (at === pitch ? { ...entry, ...more } : entry));

describe('the decisions file of a document', () => {
  it('lists every question with its answers and its quotation', () => {
    expect(listed.map(({ item }) => item)).toEqual(course.items.map(({ id }) => id));
    expect(listed[pitch]).toMatchObject({
      decision: 'undecided',
      kind: 'single',
      right: ['Because deep sounds carry further over water'],
      evidence: ['Foghorns were pitched low because deep sounds carry further over water.'],
    });
  });

  it('makes no difference to the course before somebody decides', () => {
    expect(compileText(lighthouses, { decisions: listed }).course).toEqual(course);
  });

  it.each([
    { decision: 'approved' },
    { decision: 'rejected', reason: 'Too easy.' },
    { decision: 'edited', edit: { stem: 'Why were foghorns given a deep voice?' }, remark: 'Plainer.' },
  ])('keeps an entry to the letter once it is $decision, and lists its question no more', (more) => {
    const entries = decided(more);
    const again = update(lighthouses, entries);
    expect(again.file.decisions).toEqual(entries);
    expect([again.decided, again.waiting, again.added]).toEqual([1, listed.length - 1, 0]);
  });

  it('with the options that were approved, has a question wait that got others', () => {
    const definition = listed.findIndex(({ stem }) => String(stem).includes('“fog signal”'));
    const entries = listed.map((entry, at) =>
      at === definition ? { ...entry, decision: 'approved' } : entry,
    );
    const states = (text: string) =>
      compileText(text, { decisions: entries }).outcomes.map(({ state }) => state);
    expect(states(lighthouses)).toEqual(['applied']);
    // Its wrong answers are the meanings of other terms, of which one is gone.
    expect(states(lighthouses.replace('A **daymark** is', 'There once was'))).toEqual(['waiting']);
  });

  it('keeps a decision whose sentence is gone, and lets go of undecided questions of it', () => {
    const quote = 'Foghorns were pitched low because deep sounds carry further over water. ';
    const text = lighthouses.replace(quote, '');
    expect(update(text, listed).dropped).toContain(listed[pitch]?.stem);
    const kept = update(text, decided({ decision: 'approved' }));
    expect(kept.file.decisions).toContainEqual({ ...listed[pitch], decision: 'approved' });
    expect(kept.dropped).not.toContain(listed[pitch]?.stem);
  });
});
