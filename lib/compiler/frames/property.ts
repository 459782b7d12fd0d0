import { z } from 'zod';
import { findAgent } from '../extraction/agents.ts';
import { findCountryProperty, isLasting } from '../extraction/countries.ts';
import { findDeed } from '../extraction/deeds.ts';
import { findKind } from '../extraction/kinds.ts';
import { findProperties } from '../extraction/properties.ts';
import { invert } from '../inversion.ts';
import { countryNamed } from '../lexicon/countries.ts';
import { capitalize, inside, sentence } from '../wording.ts';
import { askedPart } from './asked-part.ts';
import { countryAnswers, fewestCountries } from './benefit.ts';
import { according, falseStatement, foilAnswers, single, trueStatement, written } from './drafting.ts';
import type { Bank, FramedClaim, ItemDraft } from './frame.ts';
import { seal } from './frame.ts';

/**
 * subject: NP, named and specific; predicate: finite VP that agrees with it; opposite: the predicate with one
 * word exchanged for what contradicts it; asked: what a question asks for it by, where
 * that is known: "who", "by whom" (the predicate is then a whole clause in the passive), "which cells".
 */
const parts = z.object({
  subject: z.string().min(1),
  predicate: z.string().min(1),
  opposite: z.string().min(1).optional(),
  asked: z.string().min(1).optional(),
});

export const property = seal<z.infer<typeof parts>>({
  type: 'property',
  parts,
  asked: askedPart.property,
  extract: (reading) => {
    for (const find of [findDeed, findAgent, findKind, findProperties, findCountryProperty]) {
      const found = find(reading);
      if (found.length > 0) return found;
    }
    return [];
  },
  text: ({ subject, predicate, asked }) =>
    sentence(asked === 'by whom' ? `${predicate}, by ${subject}` : `${subject} ${predicate}`),

  ask(claim, { subject, predicate, opposite, asked: pronoun }, bank) {
    if (pronoun === 'who' || pronoun === 'by whom') return askWho(claim, { subject, predicate, pronoun });
    if (pronoun !== undefined)
      return [
        single(
          'property/kind',
          claim,
          `${capitalize(pronoun)}, ${according(claim).toLowerCase()}, ${predicate}?`,
          capitalize(subject),
          foilAnswers(claim, capitalize),
        ),
      ];
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

/** Who did it: to be chosen where the text names two others not far away, else to be written. */
function askWho(
  claim: FramedClaim,
  { subject, predicate, pronoun }: { subject: string; predicate: string; pronoun: 'who' | 'by whom' },
): ItemDraft[] {
  const said = according(claim).toLowerCase();
  const isBody = /^the /.test(subject);
  const isPair = / and /.test(subject) && !isBody;
  const question = pronoun === 'by whom' ? invert(predicate) : predicate;
  if (question === null) return [];
  const who = isBody ? 'Which body' : isPair ? 'Which two people' : 'Who';
  const byWhom = isBody ? 'By which body' : 'By whom';
  const stem = `${pronoun === 'by whom' ? byWhom : who}, ${said}, ${question}?`;
  return [
    single('property/deed', claim, stem, subject, foilAnswers(claim, capitalize)),
    written('property/deed-recall', 'short', claim, stem, [subject, ...claim.acceptAlso]),
  ];
}

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
