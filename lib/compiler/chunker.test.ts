import { describe, expect, it } from 'vitest';
import { chunkClause } from './chunker.ts';

describe('subject and finite verb', () => {
  it.each([
    ['the partnership appeals to countries that look for alternatives', 'the partnership', 'appeals'],
    ['the minister who resigned opposed the plan', 'the minister who resigned', 'opposed'],
    ['the decision to close the border surprised traders', 'the decision to close the border', 'surprised'],
    ['Russia and China often vote together', 'Russia and China', 'vote'],
    ['the order led by the West declined', 'the order led by the West', 'declined'],
    ['new trade routes have arisen that bypass the system', 'new trade routes', 'have'],
    [
      'shared grievances and strategic calculations will drive it',
      'shared grievances and strategic calculations',
      'will',
    ],
  ])('in "%s" are "%s" and "%s"', (clause, subject, verb) => {
    const found = chunkClause(clause);
    expect([found?.subject, found?.verb.text]).toEqual([subject, verb]);
  });

  it.each([
    'in 2024 trade grew',
    'the threats both countries perceive are real',
    'Russia, despite its wealth, is weaker',
    'more trade',
    'because trade grew',
    '',
  ])('of "%s" are not guessed', (clause) => {
    expect(chunkClause(clause)).toBeNull();
  });
});
