import { describe, expect, it } from 'vitest';
import { contraryOf, oppositePredicate } from './opposite.ts';

describe('the one word that contradicts a statement', () => {
  it.each([
    ['insulin', 'lowers the level of glucose in blood', 'raises the level of glucose in blood'],
    ['basalt', 'is denser than granite in most places', 'is sparser than granite in most places'],
    ['taxes', 'were high in most colonies', 'were low in most colonies'],
  ])('is exchanged: %s %s', (subject, predicate, contrary) => {
    expect(oppositePredicate(subject, predicate)?.predicate).toBe(contrary);
  });

  it.each([
    ['two such words could cancel out', 'rising prices', 'reduce the demand for large cars'],
    ['it is part of a name', 'the city', 'opened a high school for girls'],
    ['it belongs to a phrase of its own', 'curricula', 'were long the domain of local districts'],
    ['a negation turns it already', 'the tax', 'did not lower the price of tea'],
    ['a particle makes it another verb', 'the author', 'expanded on the ideas of others'],
  ])('is left alone where %s', (_, subject, predicate) => {
    expect(oppositePredicate(subject, predicate)).toBeNull();
  });

  it('is found at the head of a verb phrase too', () => {
    expect(contraryOf('reduce the cost of transport')).toBe('increase the cost of transport');
    expect(contraryOf('visit the coast in summer')).toBeNull();
  });
});
