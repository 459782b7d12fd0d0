import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '#lib/source/markdown.ts';
import { claimsFileSchema } from './claims-file.ts';
import { type ClaimsUpdate, updateClaimsFile } from './claims-update.ts';
import { compile, proposeClaims } from './compile.ts';
import { lighthouses } from './lighthouses.fixture.ts';

type Entry = Record<string, unknown>;

/** What `npm run claims` does: compile with the entries so far, then bring them up to date. */
function update(text: string, entries: Entry[] | null): ClaimsUpdate {
  const file =
    entries === null ? null : claimsFileSchema.parse({ format: 'lectern-claims/1', claims: entries });
  const input = { document: parseMarkdown(text), ...(file === null ? {} : { claims: file }) };
  const { course } = compile({ ...input, sha256: '' });
  return updateClaimsFile(
    course,
    file === null || entries === null ? null : { file, entries },
    proposeClaims(input),
  );
}

const first = update(lighthouses, null);
const proposed = first.file.claims;
const changed = (at: number, more: Entry): Entry[] =>
  proposed.map((entry, index) => (index === at ? { ...entry, ...more } : entry));
const daymark = proposed.findIndex(({ parts }) => JSON.stringify(parts).includes('daymark'));
const marked = 'A **daymark** is a pattern of paint that tells sailors by day which tower they see.';
const idsOf = (notes: readonly { id: string }[]) => notes.map(({ id }) => id);

describe('the claims file of a document', () => {
  it('proposes what the rules find, each with its quotation, its sentence and the claim in words', () => {
    expect(proposed.length).toBeGreaterThanOrEqual(4);
    expect(daymark).toBeGreaterThanOrEqual(0);
    expect(proposed[daymark]).toMatchObject({
      status: 'proposed',
      type: 'definition',
      sentence: '2.1',
      evidence: marked.replaceAll('*', ''),
      parts: { term: 'daymark' },
    });
    for (const { evidence } of proposed)
      expect(parseMarkdown(lighthouses).text.split(String(evidence))).toHaveLength(2);
  });

  it('proposes less surely what it can only guess, of sentences without a claim', () => {
    const guessed = proposed.filter(({ confidence }) => Number(confidence) < 0.8);
    const sure = proposed.filter(({ confidence }) => Number(confidence) >= 0.8);
    expect(guessed.length).toBeGreaterThan(0);
    const quotes = sure.map(({ evidence }) => evidence);
    for (const { evidence } of guessed) expect(quotes).not.toContain(evidence);
  });

  it('is the same when it is written again with nothing decided', () => {
    const again = update(lighthouses, proposed);
    expect(again.file).toEqual(first.file);
    expect([again.added, again.waiting.length]).toEqual([[], proposed.length]);
  });

  it('keeps what a model proposed waiting, under its own name', () => {
    const own = { ...proposed[daymark], id: 'm_1', model: { name: 'a-model', promptHash: 'abc' } };
    const again = update(lighthouses, [...proposed, own]);
    expect(again.file.claims.at(-1)).toEqual(own);
    expect([idsOf(again.touched), idsOf(again.waiting).includes('m_1')]).toEqual([[], true]);
  });

  it('makes no difference to the course before somebody decides', () => {
    const compiled = (claims?: unknown[]) =>
      compile({
        document: parseMarkdown(lighthouses),
        sha256: '',
        ...(claims === undefined
          ? {}
          : { claims: claimsFileSchema.parse({ format: 'lectern-claims/1', claims }) }),
      }).course;
    expect(compiled(proposed)).toEqual(compiled());
  });

  it.each(['confirmed', 'corrected', 'rejected'])(
    'keeps a %s frame to the letter, with what else it holds',
    (status) => {
      const parts = { term: 'day mark', meaning: 'a painted pattern that sailors know a tower by' };
      const decided = changed(daymark, { status, parts, remark: 'Checked with the author.' });
      const again = update(lighthouses, decided);
      expect(idsOf(again.kept)).toEqual([proposed[daymark]?.id]);
      const { claim, ...entry } = again.file.claims[daymark] ?? {};
      const { claim: _, ...before } = decided[daymark] ?? {};
      expect(entry).toEqual(before);
      expect(claim).toBe('In this lesson, “day mark” means a painted pattern that sailors know a tower by');
      expect(again.added).toEqual([]);
    },
  );

  it('gains what a new sentence claims, and the rest stays where it was', () => {
    const sentence = 'A **horn house** is a stone hut that holds the boiler of a fog signal.';
    const again = update(
      lighthouses.replace('A dense fog', `${sentence} A dense fog`),
      changed(daymark, { status: 'confirmed' }),
    );
    expect(again.added.map(({ evidence }) => evidence)).toEqual([sentence.replaceAll('*', '')]);
    expect(again.file.claims.slice(0, -1).map(({ id }) => id)).toEqual(proposed.map(({ id }) => id));
  });

  it('keeps a decision whose sentence was changed, and names the sentence nearest to it', () => {
    const now =
      'A **daymark** is a pattern of paint that tells sailors by day which tower they have reached.';
    const again = update(lighthouses.replace(marked, now), changed(daymark, { status: 'confirmed' }));
    expect(again.gone).toEqual([
      expect.objectContaining({
        id: proposed[daymark]?.id,
        nearest: expect.objectContaining({ address: '2.1', quote: now.replaceAll('*', '') }),
      }),
    ]);
    expect(again.file.claims.map(({ id }) => id)).toContain(proposed[daymark]?.id);
    expect(again.added.map(({ evidence }) => evidence)).toEqual([now.replaceAll('*', '')]);
  });

  it('lets go of a proposal whose sentence is gone, and says so', () => {
    const again = update(lighthouses.replace(marked, 'It rained.'), proposed);
    expect(idsOf(again.dropped)).toEqual([proposed[daymark]?.id]);
    expect(again.file.claims).toHaveLength(proposed.length - 1);
  });

  it('keeps a proposal that somebody changed without a decision, and says so', () => {
    const parts = { term: 'daymark', meaning: 'a pattern of paint' };
    const again = update(lighthouses, changed(daymark, { parts }));
    expect(idsOf(again.touched)).toEqual([proposed[daymark]?.id]);
    expect([again.file.claims[daymark]?.parts, again.added]).toEqual([parts, []]);
  });

  it('follows a sentence to its new address', () => {
    const again = update(
      lighthouses.replace('A **daymark**', 'It was a long coast. A **daymark**'),
      proposed,
    );
    expect(again.file.claims[daymark]?.sentence).toBe('2.2');
  });
});
