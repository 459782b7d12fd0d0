import { describe, expect, it } from 'vitest';
import { buildContext } from './build-context.fixture.ts';
import { findPeople } from './people.ts';

const people = (...paragraphs: string[]) =>
  findPeople(buildContext([paragraphs])).map(({ kind, name, surname }) => [kind, name, surname]);

describe('the people of a document', () => {
  it('are known by a given name, or by who they are', () => {
    expect(
      people(
        'William Forster Lloyd used the example. The botanist Sweno Aldmark, J. Robert Oppenheimer and Vasco da Gama did not.',
      ),
    ).toEqual([
      ['person', 'William Forster Lloyd', 'Lloyd'],
      ['person', 'Sweno Aldmark', 'Aldmark'],
      ['person', 'J. Robert Oppenheimer', 'Oppenheimer'],
      ['person', 'Vasco da Gama', 'da Gama'],
    ]);
  });

  it('include bodies with a name of their own', () => {
    expect(
      people('The International Energy Agency (IEA) and the Bank of England published reports.'),
    ).toEqual([
      ['body', 'International Energy Agency', 'IEA'],
      ['body', 'Bank of England', 'Bank of England'],
    ]);
  });

  it('are no laws, places or treaties named after them, and nobody whose surname two share', () => {
    expect(people('The James River and the Charles Bridge lie far from the Robert Treaty.')).toEqual([]);
    expect(people('Karl Marx met Eleanor Marx.')).toEqual([]);
  });

  it('are found where only their surname stands', () => {
    const [person] = findPeople(buildContext([['Garrett Hardin wrote. Others read.', 'Hardin replied.']]));
    expect([...(person?.sentences ?? [])]).toEqual([0, 2]);
  });
});
