import { z } from 'zod';
import { countriesIn, countryNamed } from '../lexicon/countries.ts';
import { agrees, numberOf } from '../noun-phrase.ts';
import { capitalize, option, sentence } from '../wording.ts';
import { askedPart } from './asked-part.ts';
import {
  according,
  falseStatement,
  foilAnswers,
  foilStatements,
  rivalAnswers,
  single,
  sourceOf,
  trueStatement,
} from './drafting.ts';
import type { Answer, FramedClaim } from './frame.ts';
import { neverExtracted, seal } from './frame.ts';

/** actor: NP; gains: NP; from: NP, where the lesson names the source of the gain. */
const parts = z.object({ actor: z.string().min(1), gains: z.string().min(1), from: z.string().optional() });
type BenefitParts = z.infer<typeof parts>;

/** "Which country …?" among two or three that a text is about is a toss of a coin. */
export const fewestCountries = 3;

export const benefit = seal<BenefitParts>({
  type: 'benefit',
  parts,
  asked: askedPart.benefit,
  extract: neverExtracted,
  text: (claim) => sentence(gainOf(claim)),

  ask(claim, { actor, gains, from }, bank) {
    const plural = numberOf(actor);
    const stem =
      from === undefined || from === ''
        ? `Which of these does ${sourceOf(claim)} name as a gain for ${actor}?`
        : `${according(claim)}, what ${agrees(plural, 'does', 'do')} ${actor} gain from ${from}?`;
    // The same actor's other gains are no wrong answers: they may be true here as well.
    const otherActors = bank.rivals(claim).filter((rival) => rival.parts.actor !== actor);
    const others = { ...bank, rivals: () => otherActors };
    return [
      single('benefit/gain', claim, stem, option(gains), [
        ...foilAnswers(claim, option),
        ...rivalAnswers(
          claim,
          others,
          (rival) => option(String(rival.parts.gains)),
          (rival) => `of ${String(rival.parts.actor)}`,
        ),
      ]),
      ...whichCountry(claim, { actor, gains, from }, bank.countries),
      trueStatement(
        'benefit/statement',
        claim,
        sentence(`${according(claim)}, ${gainOf({ actor, gains, from })}`),
      ),
      ...foilStatements('benefit/statement', claim, (foil) =>
        sentence(`${according(claim)}, ${gainOf({ actor, gains: foil, from })}`),
      ),
      ...otherActors
        .filter((rival) => rival.lessonIndex === claim.lessonIndex)
        .map((rival) =>
          falseStatement(
            'benefit/statement',
            claim,
            sentence(`${according(claim)}, ${gainOf({ actor, gains: String(rival.parts.gains), from: '' })}`),
            `That is a gain of ${String(rival.parts.actor)}.`,
          ),
        ),
    ];
  },
});

/**
 * "SOURCE brings ACTOR GAINS"; "ACTOR gains GAINS from its SOURCE", where the source points to the actor;
 * "ACTOR gains GAINS", where no source is named.
 */
function gainOf({ actor, gains, from }: { actor: string; gains: string; from?: string | undefined }): string {
  const gain = `${actor} ${agrees(numberOf(actor), 'gains', 'gain')} ${gains}`;
  if (from === undefined || from === '') return gain;
  if (/^(?:its|their|his|her)\b/.test(from)) return `${gain} from ${from}`;
  const source = from.includes(',') ? `${from},` : from;
  return `${source} ${agrees(numberOf(from), 'brings', 'bring')} ${actor} ${gains}`;
}

/** Asked only where neither gain nor source names a country: the name would be the answer, or rule one out. */
function whichCountry(
  claim: FramedClaim,
  { actor, gains, from }: BenefitParts,
  countries: readonly string[],
) {
  if (countryNamed(actor) === null || countriesIn(gains).length > 0) return [];
  const source = from === undefined || from === '' || countriesIn(from).length > 0 ? '' : ` from ${from}`;
  const candidates = countryAnswers(actor, `${gains}${source}`, countries, claim);
  if (candidates.length < fewestCountries) return [];
  return [
    single(
      'benefit/who',
      claim,
      `${according(claim)}, which country gains ${gains}${source}?`,
      capitalize(actor),
      candidates,
    ),
  ];
}

/** The other countries that the document names, without those that the question names itself. */
export function countryAnswers(
  actor: string,
  question: string,
  countries: readonly string[],
  claim: FramedClaim,
): Answer[] {
  const own = countryNamed(actor)?.name;
  const shown = countriesIn(question);
  return countries
    .filter((name) => name !== own && !shown.includes(name))
    .map((name) => ({
      text: capitalize(name),
      rationale: `The lesson says this of ${actor}, not of ${name}.`,
      evidence: claim.evidence,
      origin: 'claim',
    }));
}
