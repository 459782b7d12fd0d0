import { describe, expect, it } from 'vitest';
import { bloomOf, difficultyOf } from './labels.ts';

const option = (text: string, correct: boolean) => ({
  id: text,
  text,
  correct,
  rationale: 'why',
  evidence: null,
});

describe('labels', () => {
  it('a definition is remembered, a cause understood, and nothing is called more', () => {
    expect(bloomOf('definition', 'definition/meaning')).toBe('remember');
    expect(bloomOf('cause', 'cause/why')).toBe('understand');
    expect(bloomOf('property', 'stance/single')).toBe('understand');
  });

  it('likeness of key and distractors makes a question harder', () => {
    const far = {
      kind: 'single' as const,
      stem: 'Why?',
      options: [
        option('Rain fell', true),
        option('Prices rose', false),
        option('Ships sank', false),
        option('Kings died', false),
      ],
    };
    const near = {
      ...far,
      options: [
        option('Rain fell in spring', true),
        option('Rain fell in autumn', false),
        option('Ships sank', false),
        option('Kings died', false),
      ],
    };
    expect(difficultyOf(near)).toBeGreaterThan(difficultyOf(far));
  });

  it('writing an answer is harder than choosing one', () => {
    const none = { stem: 'What is it?', options: [] };
    expect(difficultyOf({ ...none, kind: 'short' })).toBeGreaterThan(
      difficultyOf({ ...none, kind: 'single' }),
    );
  });
});
