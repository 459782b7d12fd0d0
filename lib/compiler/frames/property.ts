import { z } from 'zod';
import { findCountryProperty, isLasting } from '../extraction/countries.ts';
import { findProperties } from '../extraction/properties.ts';
import { countryNamed } from '../lexicon/countries.ts';
import { capitalize, inside, sentence } from '../wording.ts';
import { countryAnswers, fewestCountries } from './benefit.ts';
import { according, falseStatement, foilAnswers, single, trueStatement } from './drafting.ts';
import type { Bank, FramedClaim, ItemDraft } from './frame.ts';
import { seal } from './frame.ts';

/**
 * subject: NP, named and specific; predicate: finite VP that agrees with it; opposite: the predicate with one
 * word exchanged for what contradicts it.
 */
const parts = z.object({
  subject: z.string().min(1),
  predicate: z.string().min(1),
  opposite: z.string().min(1).optional(),
});

export const property = seal<z.infer<typeof parts>>({
  type: 'property',
  parts,
  asked: 'subject',
  extract: (reading) => {
    const found = findProperties(reading);
    return found.length > 0 ? found : findCountryProperty(reading);
  },
  text: ({ subject, predicate }) => sentence(`${subject} ${predicate}`),

  ask(claim, { subject, predicate, opposite }, bank) {
    const country = countryNamed(subject) !== null;
    const allCountries = country && claim.foils.every((foil) => countryNamed(foil.text) !== null);
    const asked = allCountries ? `which country ${predicate}` : `which of these ${predicate}`;
    const candidates = [
      ...foilAnswers(claim, capitalize),
      ...(allCountries ? countryAnswers(subject, predicate, bank.countries, claim) : []),
    ];
    const enough =
      !allCountries ||
      (candidates.length >= fewestCountries && (claim.origin !== 'extracted' || isLasting(predicate)));
    return [
      ...(enough
        ? [single('property/who', claim, `${according(claim)}, ${asked}?`, capitalize(subject), candidates)]
        : []),
      trueStatement(
        'property/statement',
        claim,
        sentence(`${according(claim)}, ${inside(subject)} ${predicate}`),
      ),
      ...(opposite === undefined
        ? []
        : [
            falseStatement(
              'property/statement',
              claim,
              sentence(`${according(claim)}, ${inside(subject)} ${opposite}`),
              'The text says the contrary.',
            ),
          ]),
      // What one of two partners is or does, said of the other: false, and what a hasty reader might believe.
      ...(claim.origin === 'extracted' && country && isLasting(predicate)
        ? countryStatements(claim, { subject, predicate }, bank)
        : []),
      // The first foil is the likeliest mix-up. Where no person wrote one, a swapped country is a straw man.
      ...claim.foils
        .slice(0, 1)
        .map(({ text, why }) =>
          falseStatement(
            'property/statement',
            claim,
            sentence(`${according(claim)}, ${inside(text)} ${predicate}`),
            why,
          ),
        ),
    ];
  },
});

function countryStatements(
  claim: FramedClaim,
  { subject, predicate }: { subject: string; predicate: string },
  bank: Bank,
): ItemDraft[] {
  const other = bank.countries.find(
    (name) => name !== countryNamed(subject)?.name && !predicate.includes(name),
  );
  if (other === undefined) return [];
  const stated = (name: string) => sentence(`${according(claim)}, ${inside(name)} ${predicate}`);
  return [
    trueStatement('property/country', claim, stated(subject)),
    falseStatement('property/country', claim, stated(other), `The article says this of ${inside(subject)}.`),
  ];
}
