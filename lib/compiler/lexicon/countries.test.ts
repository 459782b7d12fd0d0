import { describe, expect, it } from 'vitest';
import { countriesIn, countryNamed } from './countries.ts';

describe('countries', () => {
  it('a capital or a demonym names its country', () => {
    expect(countriesIn('Moscow sells Chinese goods to the US and to Brits; turkey is a bird.')).toEqual([
      'Russia',
      'China',
      'the United States',
    ]);
  });

  it('"us" is nobody’s name', () => {
    expect(countriesIn('tell us more')).toEqual([]);
  });

  it.each(['Russia', 'the United States', 'United States', 'America'])(
    '"%s" is a country’s own name',
    (name) => {
      expect(countryNamed(name)).not.toBeNull();
    },
  );

  it.each(['Moscow', 'Russian', 'the West', 'Russia and China'])('"%s" is not', (name) => {
    expect(countryNamed(name)).toBeNull();
  });
});
