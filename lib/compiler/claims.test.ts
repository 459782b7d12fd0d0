import { describe, expect, it } from 'vitest';
import { buildContext, frame } from './build-context.fixture.ts';
import { findClaims } from './claims.ts';

const sentence = 'Wind turbines turn because moving air pushes their blades.';
const cause = { effect: 'wind turbines turn', cause: 'moving air pushes their blades' };
const codes = (context: Parameters<typeof findClaims>[0]) =>
  findClaims(context).diagnostics.map((each) => each.code);

describe('confirmed claims', () => {
  it('a frame is found by its quotation, with the lesson and sentence it stands in', () => {
    const context = buildContext(
      [['An opening.'], ['A first sentence.', sentence]],
      [frame('a', 'cause', cause, sentence)],
    );
    const [claim] = findClaims(context).claims;
    expect(claim?.lessonId).toBe('l1');
    expect(claim?.sentences.map((each) => each.address)).toEqual(['2.2']);
    expect(context.document.text.slice(claim?.evidence.start, claim?.evidence.end)).toBe(sentence);
    expect(claim?.text).toBe('Wind turbines turn because moving air pushes their blades.');
  });

  it('a quotation that is not in the text is reported and never dropped in silence', () => {
    expect(codes(buildContext([['Something else.']], [frame('a', 'cause', cause, sentence)]))).toEqual([
      'evidence-not-found',
    ]);
  });

  it('a quotation that stands in the text twice is reported', () => {
    expect(codes(buildContext([[sentence, sentence]], [frame('a', 'cause', cause, sentence)]))).toEqual([
      'evidence-not-unique',
    ]);
  });

  it('parts in the wrong form are reported', () => {
    expect(
      codes(buildContext([[sentence]], [frame('a', 'cause', { effect: 'turbines turn' }, sentence)])),
    ).toEqual(['frame-malformed']);
  });

  it('a frame that is also true of an unknown one is reported', () => {
    expect(
      codes(buildContext([[sentence]], [frame('a', 'cause', cause, sentence, { alsoTrueOf: ['b'] })])),
    ).toEqual(['unknown-frame']);
  });

  it('a claim keeps its id when the text around it changes', () => {
    const before = findClaims(buildContext([['One.', sentence]], [frame('a', 'cause', cause, sentence)]))
      .claims[0];
    const after = findClaims(
      buildContext(
        [
          ['New.', 'Newer still.'],
          [sentence, 'More.'],
        ],
        [frame('a', 'cause', cause, sentence)],
      ),
    ).claims[0];
    expect(after?.id).toBe(before?.id);
  });

  it('a claim gets a new id when what it says changes', () => {
    const one = findClaims(buildContext([[sentence]], [frame('a', 'cause', cause, sentence)])).claims[0];
    const other = findClaims(
      buildContext([[sentence]], [frame('a', 'cause', { ...cause, effect: 'turbines turn' }, sentence)]),
    ).claims[0];
    expect(other?.id).not.toBe(one?.id);
  });
});

describe('claims that nobody has confirmed', () => {
  const text = 'Roman engineers built aqueducts in order to bring fresh water to cities.';

  it('are found where the marker is sure', () => {
    const { claims } = findClaims(buildContext([[text]]));
    expect(claims.map((claim) => [claim.type, claim.origin])).toEqual([['purpose', 'extracted']]);
  });

  it('give way to a confirmed frame of the same sentence', () => {
    const confirmed = frame(
      'a',
      'purpose',
      { action: 'the Romans built aqueducts', purpose: 'bring water to cities' },
      text,
    );
    const { claims } = findClaims(buildContext([[text]], [confirmed]));
    expect(claims.map((claim) => claim.origin)).toEqual(['confirmed']);
  });

  const found = () => {
    const [claim] = findClaims(buildContext([[text]])).claims;
    if (claim === undefined) throw new Error('nothing was found');
    return claim;
  };
  const listed = (more: Record<string, unknown> = {}) =>
    frame(found().id, 'purpose', found().parts as Record<string, string>, text, {
      status: 'proposed',
      ...more,
    });

  it('are the same whether or not a file lists them as proposed', () => {
    const claims = (frames: unknown[] | null) => findClaims(buildContext([[text]], frames)).claims;
    expect(claims([listed({ salience: 1, confidence: 0.1 })])).toEqual(claims(null));
  });

  it('stay beside another frame of their sentence that a person confirmed, if the file lists them', () => {
    const confirmed = frame('a', 'means', { action: 'a', means: 'building' }, text);
    const { claims } = findClaims(buildContext([[text]], [confirmed, listed()]));
    expect(claims.map(({ type, origin }) => [type, origin]).sort()).toEqual([
      ['means', 'confirmed'],
      ['purpose', 'extracted'],
    ]);
  });

  it('take the parts that a person has mended, and count as confirmed only by the status', () => {
    const parts = { action: 'the Romans built aqueducts', purpose: 'bring water to cities' };
    const claim = (status: string) => findClaims(buildContext([[text]], [listed({ parts, status })])).claims;
    expect(claim('proposed').map((each) => [each.parts, each.origin])).toEqual([[parts, 'extracted']]);
    expect(claim('corrected').map((each) => [each.parts, each.origin])).toEqual([[parts, 'confirmed']]);
  });

  it('that no longer stand in the text are no error while nobody has decided on them', () => {
    const severity = (status: string) =>
      findClaims(buildContext([['Something else.']], [listed({ status })])).diagnostics.map(
        (each) => each.severity,
      );
    expect(severity('proposed')).toEqual(['info']);
    expect(severity('confirmed')).toEqual(['error']);
  });

  it('stay away where a person has rejected them', () => {
    const rejected = frame('a', 'purpose', { action: 'a', purpose: 'b' }, text, { status: 'rejected' });
    expect(findClaims(buildContext([[text]], [rejected])).claims).toEqual([]);
    const gone = { ...rejected, evidence: 'A sentence that an edit took out.' };
    expect(findClaims(buildContext([['Another text.']], [gone])).diagnostics).toEqual([]);
  });
});
