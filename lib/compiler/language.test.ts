import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tag } from './language.ts';

describe('tagging', () => {
  it('gives every token the place where it stands', () => {
    const text = 'China’s world-class forces don’t train; it cost US$240 billion (about 3.5%).';
    for (const token of tag(text)) expect(text.slice(token.start, token.end)).toBe(token.text);
  });

  it('keeps a hyphenated word in one piece', () => {
    expect(tag('a well-trained force').map((token) => token.text)).toEqual(['a', 'well-trained', 'force']);
  });

  it('takes a participle before its noun for an adjective', () => {
    expect(tag('Shared grievances matter.')[0]?.pos).toBe('ADJ');
  });

  it('gives exact places, or none, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const token of tag(text)) expect(text.slice(token.start, token.end)).toBe(token.text);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('tags a sentence alike whatever was read before it', () => {
    const sentence = 'The partnership appeals to countries that look for alternatives.';
    const first = tag(sentence);
    tag('Colourless green ideas sleep furiously beside the zorkly quux.');
    expect(tag(sentence)).toEqual(first);
  });
});
