import { describe, expect, it } from 'vitest';
import { compileText, itemsWithout, lighthouseFrames, lighthouses } from '../lighthouses.fixture.ts';
import { compareCourses } from './compare.ts';

const before = compileText(lighthouses).course;

/** The document with one sentence edited, its frames edited likewise, compared with what it was. */
function against(text: string, files: Parameters<typeof compileText>[1] = {}) {
  const { course, outcomes } = compileText(text, files);
  return { course, ...compareCourses(before, course, outcomes) };
}

const counts = (changes: ReturnType<typeof against>['sentences']) => {
  const sums: Record<string, number> = {};
  for (const { change } of changes) sums[change] = (sums[change] ?? 0) + 1;
  return sums;
};

describe('a document compiled anew', () => {
  it('unchanged, keeps everything', () => {
    const { sentences, claims, items } = against(lighthouses);
    expect(counts(sentences)).toEqual({ same: 16 });
    expect([claims.stale, claims.added, items.stale, items.added, items.reworded]).toEqual([
      [],
      [],
      [],
      [],
      [],
    ]);
    expect(items.kept).toHaveLength(before.items.length);
  });

  it('with one sentence edited, loses only the questions whose evidence is that sentence', () => {
    const old = 'the tower was painted in broad bands';
    const now = 'the tower was painted in broad red bands';
    const frames = lighthouseFrames.map((frame) =>
      frame.id === 'bands'
        ? {
            ...frame,
            parts: { ...frame.parts, action: now },
            evidence: frame.evidence.replace('broad bands', 'broad red bands'),
          }
        : frame,
    );
    const { course, sentences, claims, items } = against(
      lighthouses.replace('broad bands', 'broad red bands'),
      { frames },
    );
    expect(counts(sentences)).toEqual({ same: 15, changed: 1 });
    expect(
      claims.stale.map(({ text, because, sentences: at }) => [text.toLowerCase().includes(old), because, at]),
    ).toEqual([[true, 'text', ['2.3']]]);
    expect(items.stale.map(({ because, sentences: at }) => [because, at])).toEqual([['text', ['2.3']]]);
    expect(items.kept.map(({ id }) => id)).toEqual(itemsWithout(before, 'broad bands').map(({ id }) => id));
    // What the changed sentence gives now follows upon what it gave.
    const next = course.items.find(({ stem }) => stem.includes('broad red bands'));
    expect(items.stale[0]?.successor).toBe(next?.id);
    expect([claims.stale[0]?.successor, items.added]).toEqual([next?.claimIds[0], []]);
  });

  it('with one sentence taken out, says which claim and questions had it as their evidence', () => {
    const quote = 'Foghorns were pitched low because deep sounds carry further over water.';
    const { sentences, claims, items } = against(lighthouses.replace(`${quote} `, ''));
    expect(counts(sentences)).toEqual({ same: 15, removed: 1 });
    expect(claims.stale.map(({ because, successor }) => [because, successor])).toEqual([['text', null]]);
    expect(items.stale.length).toBeGreaterThan(0);
    for (const stale of items.stale) expect([stale.because, stale.sentences]).toEqual(['text', ['4.2']]);
  });

  it('with a section moved, keeps every claim and question', () => {
    const fog = lighthouses.slice(lighthouses.indexOf('## Fog'));
    const { sentences, claims, items } = against(
      lighthouses.replace(fog, '').replace('## Light', `${fog}\n## Light`),
    );
    expect(counts(sentences)).toEqual({ same: 12, moved: 4 });
    expect([claims.stale, items.stale]).toEqual([[], []]);
  });

  it('with a claim more, names the questions that got other wrong answers', () => {
    const meaning = 'a low grey cloud that rolls in from the sea before the sun is up';
    const evidence = `A sea fret is ${meaning}.`;
    const fret = {
      id: 'fret',
      type: 'definition',
      parts: { term: 'sea fret', meaning },
      evidence,
      label: 'fact',
    };
    const { claims, items } = against(lighthouses.replace('A dense fog', `${evidence} A dense fog`), {
      frames: [...lighthouseFrames, fret],
    });
    expect(claims.added).toHaveLength(1);
    expect(items.stale).toEqual([]);
    expect(items.reworded.length).toBeGreaterThan(0);
    for (const { text } of items.reworded) expect(text).toMatch(/define|meaning|mean by/);
  });

  it('says that a question is gone by a decision where it is, and what became of each decision', () => {
    const [first, second] = before.items;
    const on = (decision: string, item: typeof first, more = {}) => ({
      decision,
      item: item?.id,
      kind: item?.kind,
      stem: item?.stem,
      ...more,
    });
    const { items, decisions } = against(lighthouses, {
      decisions: [on('rejected', first, { reason: 'Too easy.' }), on('approved', second)],
    });
    expect(items.stale.map(({ id, because }) => [id, because])).toEqual([[first?.id, 'decision']]);
    expect(decisions.map(({ decision, state }) => [decision, state])).toEqual([
      ['rejected', 'applied'],
      ['approved', 'applied'],
    ]);
  });
});
